/// What is left of a case for the archive, how its decision is appealed, and what shows that libraries were invited.
extension RoleMatrix {
    static let archive = [
        some(
            "GET /api/v1/grant-applications/:id/archive", .receivedApplication, nil,
            [.caseOfficer: 200, .auditor: 200]),
        some(
            "POST /api/v1/grant-applications/:id/archive", .draftApplication, nil, [.caseOfficer: 404, .auditor: 404]),
        some(
            "GET /api/v1/grant-applications/:id/archive/content", .receivedApplication, nil,
            [.caseOfficer: 409, .auditor: 409]),
        some("GET /api/v1/grant-applications/:id/appeals", .receivedApplication, nil, region(200), others: 404),
        some(
            "POST /api/v1/grant-applications/:id/appeals", .receivedApplication,
            #"{"receivedOn": "2026-01-02", "appellant": "Anna Ask"}"#, [.caseOfficer: 412, .decisionMaker: 412]),
        some(
            "POST /api/v1/grant-applications/:id/appeals/:appealId/outcome", .receivedApplication,
            #"{"outcome": "withdrawn", "endedOn": "2026-01-02"}"#, [.caseOfficer: 404, .decisionMaker: 404]),
        some("GET /api/v1/events/:id/invitation/evidence", .publishedEvent, nil, own(200) + region(200)),
    ]
}
