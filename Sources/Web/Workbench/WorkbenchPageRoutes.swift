import Domain
import HTML
import Store

extension Routes {
    /// What a library's people have to do.
    mutating func addWorkbenchPages(_ service: Service) {
        get("/workbench", access: .loggedIn) { request, person in
            let libraries = person.workplaces
            guard !libraries.isEmpty else { throw Refusal.notAllowed(.roleIsMissing) }
            let window = try request.page
            let events = try await service.database.events(
                hostedBy: libraries, limit: window.limit, offset: window.offset)
            let ofApplicants = person.libraries(as: .applicant, .signatory, .head, .host)
            let applications = try await service.database.grantApplications(
                of: ofApplicants, received: false, limit: 100, offset: 0
            ).applications.map { $0.told(to: person) }
            let now = try await service.database.now()
            let page = WorkbenchPage(
                request: request, person: person, window: window, events: events.events, totalEvents: events.total,
                applications: applications,
                toSign: Set(
                    try await service.database.signatureRequests(
                        of: applications.filter { $0.status == .draft }.map(\.id)
                    ).map(\.applicationID)),
                grants: try await service.database.grants(for: .libraries(ofApplicants), limit: 200).grants,
                libraries: try await service.database.libraryNames(),
                offers: try await service.database.standingOffers(
                    for: person.libraries(as: .signatory, .host), on: Stockholm.day(now)),
                calls: try await service.database.calls(withDrafts: false, limit: 100, offset: 0).calls
                    .map { $0.told(to: person) },
                now: now)
            return .page(request.phrases.workbenchTitle, for: request) { page.html }
        }
    }
}

extension Person {
    /// The libraries where the person has any role.
    var workplaces: [Library.ID] { Set(roles.compactMap(\.libraryID)).sorted() }
}
