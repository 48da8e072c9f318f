import Domain
import HTML
import HTTPTypes
import Postgres
import Store

extension Routes {
    /// The region's queue and its cases.
    mutating func addDeskPages(_ service: Service) {
        let readers = Access<Person>.role(.caseOfficer, .decisionMaker, .finance, .auditor)
        get("/desk", access: readers) { request, person in
            try await deskPage(request, person, service)
        }
        get("/desk.csv", access: readers) { request, person in
            let all = PageWindow(limit: DeskCases.mostInAFile)
            let cases = try await deskCases(request, person, service, window: all)
            var response = WebResponse.bytes(
                cases.file, contentType: "text/csv; charset=utf-8", cacheControl: "private, no-cache")
            response.headers[.contentDisposition] = "attachment; filename=\"samlyft-cases.csv\""
            return response
        }
        addCasePages(service)
    }
}

private func deskCases(
    _ request: WebRequest, _ person: Person, _ service: Service, window: PageWindow
) async throws -> DeskCases {
    let database = service.database
    let found = try await database.grantApplications(
        of: [], received: true, ApplicationFilter(request.query, status: "status", for: person), limit: window.limit,
        offset: window.offset)
    return DeskCases(
        request: request, window: window, applications: found.applications, total: found.total,
        calls: try await database.calls(withDrafts: false, limit: 100, offset: 0).calls,
        officers: try await database.names(of: Array(Set(found.applications.compactMap(\.caseOfficerID)))),
        libraries: try await database.libraryNames())
}

private func deskPage(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let database = service.database
    let cases = try await deskCases(request, person, service, window: request.page)
    let now = try await database.now()
    let page = DeskPage(
        request: request, cases: cases, breaches: try await database.openBreaches(limit: 50),
        risks: try await database.risksOnDesk(limit: 50),
        overdue: try await database.overdueInvitations(limit: 50),
        overdueReviews: try await database.overdueReviews(limit: 50),
        changes: try await database.waitingChanges(limit: 50),
        unposted: try await database.unpostedDecisions(limit: 50),
        alarms: try await database.openAlarms(limit: 50), prints: try await database.waitingPrints(limit: 20),
        reports: try await database.reportsOnDesk(on: Stockholm.day(now), limit: 100),
        claims: try await database.claims(standing: [.overdue], on: Stockholm.day(now), limit: 50, offset: 0).claims,
        libraries: cases.libraries, now: now)
    return .page(request.phrases.deskTitle, for: request) { page.html }
}
