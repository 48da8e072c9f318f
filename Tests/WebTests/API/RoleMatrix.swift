import HTTPTypes

/// What every route of the API answers to everybody, with objects of Klippan: requests that change nothing, since they
/// name a version that is none, or leave out what is needed. A route without a row fails the test.
enum RoleMatrix {
    /// Klippan's things that a row may be about; all others are strangers to it.
    enum Thing: String, CaseIterable {
        case draftEvent, publishedEvent, draftApplication, receivedApplication, draftCall, openCall, grant, library
        case colleague, regionalOfficer
    }

    struct Row {
        let route: String
        let thing: Thing?
        var body: String?
        /// Whom the route lets through, and what it then says.
        let answers: [Group: Int]
        /// What everybody else is told, and what nobody is told.
        let others: Int
        let nobody: Int
    }

    /// People who are told the same.
    enum Group: String, CaseIterable {
        case host, signatory, foreignHost, foreignStaff, caseOfficer, decisionMaker, finance, developer, administrator
        case auditor, reviewer, nobody

        var person: String? {
            switch self {
            case .host: People.karin
            case .signatory: People.ulf
            case .foreignHost: People.pontus
            case .foreignStaff: People.petra
            case .caseOfficer: People.amira
            case .decisionMaker: People.dag
            case .finance: People.finn
            case .developer: People.maria
            case .administrator: People.admin
            case .auditor: People.auditor
            case .reviewer: People.rut
            case .nobody: nil
            }
        }
    }

    static func everybody(_ route: String, _ thing: Thing? = nil, _ status: Int = 200) -> Row {
        Row(route: "GET \(route)", thing: thing, answers: [:], others: status, nobody: status)
    }

    static func some(
        _ route: String, _ thing: Thing? = nil, _ body: String? = nil, _ answers: [Group: Int], others: Int = 403,
        nobody: Int = 401
    ) -> Row {
        Row(route: route, thing: thing, body: body, answers: answers, others: others, nobody: nobody)
    }

    /// Klippan's people, for whom the thing is their own.
    static func own(_ status: Int) -> [Group: Int] { [.host: status, .signatory: status] }

    static func region(_ status: Int) -> [Group: Int] {
        [.caseOfficer: status, .decisionMaker: status, .finance: status, .auditor: status]
    }

    static func makers(_ status: Int) -> [Group: Int] {
        [.caseOfficer: status, .decisionMaker: status, .developer: status]
    }

    /// Who says that a library ends.
    private static func enders(_ status: Int) -> [Group: Int] {
        [.caseOfficer: status, .developer: status, .administrator: status]
    }

    private static func overseers(_ status: Int) -> [Group: Int] { [.administrator: status, .auditor: status] }

    static func foreign(_ status: Int) -> [Group: Int] { [.foreignHost: status] }

    static let rows: [Row] =
        open + people + events + calls + applications + applicationParts + commands + handling + decisions + grants
        + archive

    private static let open = [
        everybody("/api/v1/api-info"), everybody("/api/v1/openapi.json"), everybody("/api/v1/municipalities"),
        everybody("/api/v1/libraries"), everybody("/api/v1/libraries/:id", .library),
        some(
            "GET /api/v1/library-changes", nil, nil,
            region(200) + [.developer: 200, .administrator: 200]),
        some(
            "GET /api/v1/library-changes/:id", .library, nil,
            region(404) + [.developer: 404, .administrator: 404]),
        some("POST /api/v1/library-changes/:id/confirmation", .library, "{}", enders(404)),
        some("POST /api/v1/library-changes/:id/taking-back", .library, #"{"reason": "Så."}"#, enders(404)),
        some("POST /api/v1/libraries/:id/closing", .library, #"{"from": "1999-01-01", "reason": "Så."}"#, enders(422)),
        some(
            "POST /api/v1/libraries/:id/merger", .library,
            #"{"from": "1999-01-01", "successorId": "00000000-0000-4000-8000-000000000000", "reason": "Så."}"#,
            enders(422)),
        some("GET /api/v1/library-boards", nil, nil, region(200) + [.developer: 200, .administrator: 200]),
        some("POST /api/v1/library-boards", nil, #"{"libraryIds": []}"#, [.administrator: 422]),
        some("GET /api/v1/library-boards/:id", .library, nil, region(404) + [.developer: 404, .administrator: 404]),
        some(
            "POST /api/v1/library-boards/:id/arrivals", .library,
            #"{"libraryId": "00000000-0000-4000-8000-000000000000", "from": "1999-01-01", "reason": "Så."}"#,
            [.administrator: 404]),
        some(
            "POST /api/v1/library-boards/:id/departures", .library,
            #"{"libraryId": "00000000-0000-4000-8000-000000000000", "from": "1999-01-01", "reason": "Så."}"#,
            [.administrator: 404]),
        some("POST /api/v1/library-board-changes/:id/confirmation", .library, "{}", enders(404)),
        everybody("/api/v1/earlier-awards"),
    ]

    /// A colleague is one of Klippan; of strangers the libraries see nobody, and of the region only its overseers do.
    private static let people = [
        some("GET /api/v1/me", nil, nil, [:], others: 200),
        some("GET /api/v1/people", nil, nil, [:], others: 200),
        some(
            "GET /api/v1/people/:id", .colleague, nil, own(200) + region(200) + overseers(200) + [.developer: 200],
            others: 404),
        some("GET /api/v1/people/:id", .regionalOfficer, nil, overseers(200), others: 404),
    ]

    private static let events = [
        everybody("/api/v1/events"),
        some("POST /api/v1/events", nil, "{}", own(422) + foreign(422)),
        everybody("/api/v1/events/:id", .publishedEvent),
        some("GET /api/v1/events/:id", .draftEvent, nil, own(200), others: 404, nobody: 404),
        some("PATCH /api/v1/events/:id", .draftEvent, "{}", own(412) + foreign(404)),
        some("PATCH /api/v1/events/:id", .publishedEvent, "{}", own(412)),
        some("POST /api/v1/events/:id/publication", .draftEvent, nil, own(412) + foreign(404)),
        some("POST /api/v1/events/:id/cancellation", .publishedEvent, reason, own(412)),
        some(
            "POST /api/v1/events/:id/co-hosts/:libraryId/confirmation", .publishedEvent, nil, own(404) + foreign(404)),
        some("POST /api/v1/events/:id/co-hosts/:libraryId/refusal", .publishedEvent, nil, own(404) + foreign(404)),
        everybody("/api/v1/events/:id/invitation", .publishedEvent),
        some("GET /api/v1/events/:id/invitation", .draftEvent, nil, own(200), others: 404, nobody: 404),
        some("PUT /api/v1/events/:id/invitation", .publishedEvent, Body.invitation("all", "draft"), own(412)),
        some("GET /api/v1/events/:id/deviations", .publishedEvent, nil, own(200) + region(200)),
        some("GET /api/v1/events/:id/deviations/:deviationId", .publishedEvent, nil, own(404) + region(404)),
        some(
            "POST /api/v1/events/:id/deviations", .publishedEvent,
            #"{"reason": "Sjuk.", "change": {"cancellation": {}}}"#, own(412)),
    ]

    private static let calls = [
        everybody("/api/v1/calls"), everybody("/api/v1/calls/:id", .openCall),
        some("GET /api/v1/calls/:id", .draftCall, nil, region(200) + makers(200), others: 404, nobody: 404),
        everybody("/api/v1/calls/:id/budget", .openCall),
        some("POST /api/v1/calls", nil, "{}", makers(422)),
        some("PATCH /api/v1/calls/:id", .draftCall, "{}", makers(412)),
        everybody("/api/v1/calls/:id/rubric", .openCall),
        some(
            "PUT /api/v1/calls/:id/rubric", .draftCall, #"{"requiredReviews": 0, "criteria": []}"#, makers(412)),
        some("POST /api/v1/calls/:id/publication", .draftCall, nil, makers(412)),
        some("POST /api/v1/calls/:id/copies", .draftCall, nil, makers(412)),
        everybody("/api/v1/calls/:id/questions", .openCall),
        some("GET /api/v1/calls/:id/questions", .draftCall, nil, region(200) + makers(200), others: 404, nobody: 404),
        some("PUT /api/v1/calls/:id/questions", .openCall, #"{"questions": []}"#, makers(412)),
        some("GET /api/v1/call-budgets", nil, nil, region(200) + makers(200)),
    ]

    private static let applications = [
        some("GET /api/v1/grant-applications", nil, nil, [:], others: 200),
        some("POST /api/v1/grant-applications", nil, "{}", own(422) + foreign(422)),
        some("GET /api/v1/grant-applications/:id", .draftApplication, nil, own(200), others: 404),
        some("GET /api/v1/grant-applications/:id", .receivedApplication, nil, own(200) + region(200), others: 404),
        some("PATCH /api/v1/grant-applications/:id", .draftApplication, "{}", own(412) + foreign(404)),
        some("GET /api/v1/grant-applications/:id/rule", .draftApplication, nil, own(200), others: 404),
        some("GET /api/v1/grant-applications/:id/rule", .receivedApplication, nil, own(200) + region(200), others: 404),
        some("GET /api/v1/grant-applications/:id/rule/evaluations", .draftApplication, nil, own(200), others: 404),
        some(
            "GET /api/v1/grant-applications/:id/rule/evaluations", .receivedApplication, nil, own(200) + region(200),
            others: 404),
        some(
            "GET /api/v1/grant-applications/:id/rule/evaluations/:evaluationId", .receivedApplication, nil, own(404),
            others: 404),
        some("GET /api/v1/grant-applications/:id/snapshot", .draftApplication, nil, own(404), others: 404),
        some(
            "GET /api/v1/grant-applications/:id/snapshot", .receivedApplication, nil, own(200) + region(200),
            others: 404),
        some(
            "GET /api/v1/grant-applications/:id/received", .receivedApplication, nil, own(200) + region(200),
            others: 404),
        some(
            "GET /api/v1/grant-applications/:id/changes", .receivedApplication, nil, own(200) + region(200),
            others: 404),
        some(
            "GET /api/v1/grant-applications/:id/case-events", .receivedApplication, nil, own(200) + region(200),
            others: 404),
    ]

    private static let commands = [
        some(
            "POST /api/v1/grant-applications/:id/submission", .draftApplication, #"{"attested": true}"#,
            [.signatory: 412, .foreignHost: 404]),
        some(
            "POST /api/v1/grant-applications/:id/withdrawal", .receivedApplication, nil,
            [.signatory: 412, .foreignHost: 404]),
        some("POST /api/v1/grant-applications/:id/handling", .receivedApplication, nil, [.caseOfficer: 412]),
        some("POST /api/v1/grant-applications/:id/handling", .draftApplication, nil, [.caseOfficer: 404]),
        some(
            "POST /api/v1/grant-applications/:id/recommendation", .receivedApplication, Body.recommendation,
            [.caseOfficer: 412]),
        some(
            "POST /api/v1/grant-applications/:id/approval", .receivedApplication, Body.approval, [.decisionMaker: 412]),
        some("POST /api/v1/grant-applications/:id/approval", .draftApplication, Body.approval, [.decisionMaker: 404]),
        some(
            "POST /api/v1/grant-applications/:id/rejection", .receivedApplication, #"{"reasons": "Nej."}"#,
            [.decisionMaker: 412]),
        some(
            "POST /api/v1/grant-applications/:id/dismissal", .receivedApplication, #"{"ground": "För sent."}"#,
            [.decisionMaker: 412]),
    ]

    static let reason = #"{"reason": "Sjukdom."}"#
}

extension [RoleMatrix.Group: Int] {
    static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}
