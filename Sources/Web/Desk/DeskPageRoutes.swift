import Domain
import HTML
import Postgres
import Store

extension Routes {
    /// The region's queue and its cases.
    mutating func addDeskPages(_ service: Service) {
        get("/desk", access: .role(.caseOfficer, .decisionMaker, .finance, .auditor)) { request, person in
            try await deskPage(request, person, service)
        }
        addCasePages(service)
    }
}

private func deskPage(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let window = try request.page
    let status = try request.query.single("status").map { text in
        guard let status = GrantApplication.Status(rawValue: text) else {
            throw RequestFault(.badParameter, field: "status")
        }
        return status
    }
    let call = try request.query.single("callId").map { text in
        guard let id = Call.ID(text) else { throw RequestFault(.badParameter, field: "callId") }
        return id
    }
    let database = service.database
    let found = try await database.grantApplications(
        of: [], received: true, status: status, call: call, limit: window.limit, offset: window.offset)
    let now = try await database.now()
    let page = DeskPage(
        request: request, window: window, status: status, call: call, applications: found.applications,
        total: found.total, breaches: try await database.openBreaches(limit: 50),
        risks: try await database.risksOnDesk(limit: 50), changes: try await database.waitingChanges(limit: 50),
        unposted: try await database.unpostedDecisions(limit: 50),
        alarms: try await database.openAlarms(limit: 50), prints: try await database.waitingPrints(limit: 20),
        reports: try await database.reportsOnDesk(on: Stockholm.day(now), limit: 100),
        claims: try await database.claims(standing: [.overdue], on: Stockholm.day(now), limit: 50, offset: 0).claims,
        calls: try await database.calls(withDrafts: false, limit: 100, offset: 0).calls,
        officers: try await database.names(of: Array(Set(found.applications.compactMap(\.caseOfficerID)))),
        libraries: try await database.libraryNames(), now: now)
    return .page(request.phrases.deskTitle, for: request) { page.html }
}
