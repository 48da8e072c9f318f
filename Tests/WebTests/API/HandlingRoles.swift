/// What happens in a case between its receipt and its decision.
extension RoleMatrix {
    static let handling =
        completion + reviewers + [
            some("GET /api/v1/grant-applications/:id/reviews", .receivedApplication, nil, region(200), others: 404),
            some(
                "POST /api/v1/grant-applications/:id/reviews", .receivedApplication, #"{"scores": []}"#,
                [.caseOfficer: 409]),
            some("GET /api/v1/grant-applications/:id/conflicts", .receivedApplication, nil, region(200), others: 404),
            some(
                "POST /api/v1/grant-applications/:id/conflicts", .receivedApplication,
                #"{"personId": "00000000-0000-4000-8000-000000000000", "ground": "own-interest", "explanation": "Bror."}"#,
                [.decisionMaker: 422]),
            some(
                "POST /api/v1/grant-applications/:id/conflicts/:conflictId/lifting", .receivedApplication, reason,
                [.decisionMaker: 404]),
            some(
                "GET /api/v1/grant-applications/:id/messages", .receivedApplication, nil, own(200) + region(200),
                others: 404),
            some(
                "POST /api/v1/grant-applications/:id/messages", .draftApplication, #"{"text": "Hej."}"#,
                own(409) + foreign(404) + [.caseOfficer: 404, .decisionMaker: 404]),
        ]

    /// Those from outside: nothing of Klippan's was given to them.
    private static let reviewers = [
        some(
            "GET /api/v1/grant-applications/:id/review-assignments", .receivedApplication, nil, region(200), others: 404
        ),
        some(
            "POST /api/v1/grant-applications/:id/review-assignments", .receivedApplication,
            #"{"personId": "00000000-0000-4000-8000-000000000000", "dueOn": "2099-01-01"}"#, [.caseOfficer: 409]),
        some(
            "POST /api/v1/grant-applications/:id/review-assignments/:assignmentId/withdrawal", .receivedApplication,
            nil, [.caseOfficer: 404]),
        some("GET /api/v1/review-assignments", nil, nil, [.reviewer: 200]),
        some("GET /api/v1/review-assignments/:id", .receivedApplication, nil, [.reviewer: 404]),
        some("GET /api/v1/review-assignments/:id/application", .receivedApplication, nil, [.reviewer: 404]),
        some(
            "GET /api/v1/review-assignments/:id/attachments/:attachmentId/content", .receivedApplication, nil,
            [.reviewer: 404]),
        some("POST /api/v1/review-assignments/:id/impartiality", .receivedApplication, nil, [.reviewer: 404]),
        some(
            "POST /api/v1/review-assignments/:id/conflict", .receivedApplication,
            #"{"ground": "own-interest", "explanation": "Bror."}"#, [.reviewer: 404]),
        some(
            "POST /api/v1/review-assignments/:id/review", .receivedApplication, #"{"scores": []}"#, [.reviewer: 404]),
    ]

    private static let completion = [
        some(
            "GET /api/v1/grant-applications/:id/completion-requests", .receivedApplication, nil,
            own(200) + region(200), others: 404),
        some(
            "POST /api/v1/grant-applications/:id/completion-requests", .receivedApplication,
            #"{"fields": ["purpose"], "message": "Mer.", "dueOn": "2099-01-01"}"#, [.caseOfficer: 412]),
        some(
            "GET /api/v1/grant-applications/:id/completion", .receivedApplication, nil, own(404) + foreign(404)),
        some(
            "POST /api/v1/grant-applications/:id/completion", .receivedApplication, #"{"attested": true}"#,
            [.signatory: 412, .foreignHost: 404]),
        some(
            "POST /api/v1/grant-applications/:id/return-to-review", .receivedApplication, reason,
            [.caseOfficer: 412, .decisionMaker: 412]),
        some(
            "POST /api/v1/grant-applications/:id/case-officer", .receivedApplication,
            #"{"personId": "00000000-0000-4000-8000-000000000000"}"#, [.caseOfficer: 412, .decisionMaker: 412]),
    ]
}
