/// What is decided, and the money that follows from it.
extension RoleMatrix {
    static let decisions =
        [
            everybody("/api/v1/announcements"), everybody("/api/v1/calls/:id/decision-terms", .openCall),
            some(
                "PUT /api/v1/calls/:id/decision-terms", .openCall, #"{"appeal": "legality-review"}"#,
                [.caseOfficer: 412, .decisionMaker: 412]),
            some("GET /api/v1/unposted-decisions", nil, nil, region(200)),
            some("GET /api/v1/delegations", nil, nil, region(200) + [.administrator: 200]),
            some("GET /api/v1/decision-texts", nil, nil, region(200) + [.administrator: 200]),
        ] + ["delegations", "decision-texts"].map { some("POST /api/v1/\($0)", nil, "{}", [.administrator: 422]) } + [
            some(
                "GET /api/v1/grant-applications/:id/documents", .receivedApplication, nil, own(200) + region(200),
                others: 404),
            some(
                "POST /api/v1/grant-applications/:id/announcement", .receivedApplication, nil,
                [.caseOfficer: 412, .decisionMaker: 412]),
            some(
                "POST /api/v1/grant-applications/:id/service", .receivedApplication,
                #"{"servedOn": "2027-05-04", "manner": "receipt", "shownBy": "Kvitto."}"#,
                [.caseOfficer: 412, .decisionMaker: 412]),
            some(
                "POST /api/v1/grant-applications/:id/documents/:documentId/reopening", .receivedApplication,
                #"{"ground": "court", "reference": "Mål 1", "reasons": "Upphävt."}"#, [.decisionMaker: 404]),
            some(
                "POST /api/v1/grant-applications/:id/documents/:documentId/announcement", .receivedApplication, nil,
                [.caseOfficer: 404, .decisionMaker: 404]),
            some(
                "POST /api/v1/grant-applications/:id/correction", .receivedApplication, #"{"text": "Skrivfel."}"#,
                [.decisionMaker: 412]),
            some(
                "POST /api/v1/grant-applications/:id/reopening", .receivedApplication,
                #"{"ground": "court", "reference": "Mål 1", "reasons": "Upphävt."}"#, [.decisionMaker: 412]),
        ]

    static let grants =
        [
            some("GET /api/v1/grants", nil, nil, [:], others: 200),
            some("GET /api/v1/grants/:id", .grant, nil, own(200) + region(200), others: 404),
            some(
                "GET /api/v1/grants/:id/conditions/:conditionId/replies", .grant, nil, own(404) + region(404),
                others: 404),
            some(
                "POST /api/v1/grants/:id/conditions/:conditionId/replies", .grant, #"{"reply": "Vi byter lokal."}"#,
                own(404) + foreign(404)),
            some("GET /api/v1/grants/:id/terms", .grant, nil, own(200) + region(200), others: 404),
            some(
                "POST /api/v1/grants/:id/acceptance", .grant, #"{"termsHash": "0"}"#,
                [.signatory: 412, .foreignHost: 404]),
            some("POST /api/v1/grants/:id/refusal", .grant, nil, [.signatory: 412, .foreignHost: 404]),
            some(
                "PUT /api/v1/grants/:id/payee-account", .grant, #"{"kind": "bankgiro", "number": "123-4566"}"#,
                [.signatory: 412, .foreignHost: 404]),
            some("GET /api/v1/grants/:id/payments", .grant, nil, own(200) + region(200), others: 404),
            some(
                "POST /api/v1/grants/:id/payments", .grant,
                #"{"amount": {"amount": "1.00", "currency": "SEK"}, "text": "Resa."}"#,
                [.signatory: 412, .foreignHost: 404]),
            some(
                "POST /api/v1/grants/:id/payments/:paymentId/request", .grant, nil,
                [.signatory: 404, .foreignHost: 404]),
            some("POST /api/v1/grants/:id/payments/:paymentId/attestation", .grant, nil, [.finance: 404]),
            some(
                "POST /api/v1/grants/:id/payments/:paymentId/transfer", .grant,
                #"{"reference": "BG 1", "paidOn": "2027-04-12"}"#, [.finance: 404]),
            some("POST /api/v1/grants/:id/payments/:paymentId/failure", .grant, reason, [.finance: 404]),
            some("POST /api/v1/grants/:id/payments/:paymentId/cancellation", .grant, reason, [.finance: 404]),
        ] + changes + reports + claims

    private static let changes =
        [
            some("GET /api/v1/grants/:id/change-requests", .grant, nil, own(200) + region(200), others: 404),
            some(
                "POST /api/v1/grants/:id/change-requests", .grant,
                #"{"kind": "scope", "scope": "En kurs.", "reasons": "Behovet."}"#,
                [.signatory: 412, .foreignHost: 404]),
            some(
                "GET /api/v1/grants/:id/conditions/:conditionId/successor-offers", .grant, nil, own(404) + region(404),
                others: 404),
            some(
                "POST /api/v1/grants/:id/conditions/:conditionId/successor-offers", .grant,
                #"{"lastDay": "2027-09-30", "message": "I höst."}"#, [.caseOfficer: 404]),
            some(
                "POST /api/v1/grants/:id/conditions/:conditionId/successor-proposals", .grant,
                #"{"eventId": "0b6f5a0e-2c55-4f0a-9d30-5a9a3f1d2c11"}"#, own(404) + foreign(404)),
            some(
                "POST /api/v1/grants/:id/conditions/:conditionId/successor", .grant,
                #"{"eventId": "0b6f5a0e-2c55-4f0a-9d30-5a9a3f1d2c11"}"#, own(404) + foreign(404)),
            some(
                "POST /api/v1/grants/:id/change-requests/:changeId/withdrawal", .grant, nil,
                [.signatory: 404, .foreignHost: 404]),
            some("POST /api/v1/grants/:id/repayment-demand", .grant, #"{"reasons": "Så."}"#, [.decisionMaker: 412]),
            some("POST /api/v1/grants/:id/revocation", .grant, #"{"reasons": "Så."}"#, [.decisionMaker: 412]),
        ]
        + ["approval", "rejection"].map {
            some(
                "POST /api/v1/grants/:id/change-requests/:changeId/\($0)", .grant, #"{"reasons": "Så."}"#,
                [.decisionMaker: 404])
        }

    private static let reports = [
        some("GET /api/v1/grants/:id/report", .grant, nil, own(200) + region(200), others: 404),
        some("PUT /api/v1/grants/:id/report", .grant, "{}", own(412) + [.foreignHost: 404]),
        some(
            "POST /api/v1/grants/:id/report/submission", .grant, #"{"attested": true}"#,
            [.signatory: 412, .foreignHost: 404]),
        some(
            "POST /api/v1/grants/:id/report/return", .grant, #"{"reasons": "Mer.", "dueOn": "2027-04-12"}"#,
            [.caseOfficer: 412]),
        some("POST /api/v1/grants/:id/settlement", .grant, #"{"reasons": "Godtas."}"#, [.caseOfficer: 412]),
        some("POST /api/v1/grants/:id/settlement/confirmation", .grant, nil, [.decisionMaker: 412]),
        some("POST /api/v1/grants/:id/settlement/return", .grant, #"{"reasons": "Mer."}"#, [.decisionMaker: 412]),
    ]

    private static let claims = [
        some(
            "POST /api/v1/grants/:id/conditions/:conditionId/breach", .grant,
            #"{"ground": "not-held", "reasons": "Inställt."}"#, [.caseOfficer: 404]),
        some(
            "POST /api/v1/grants/:id/conditions/:conditionId/settlement", .grant,
            #"{"outcome": "enforced", "reasons": "Brand."}"#, [.caseOfficer: 404, .decisionMaker: 404]),
        some(
            "POST /api/v1/grants/:id/claims/:claimId/repayments", .grant,
            #"{"amount": {"amount": "1.00", "currency": "SEK"}, "paidOn": "2027-04-12", "reference": "BG"}"#,
            [.finance: 404]),
        some(
            "POST /api/v1/grants/:id/claims/:claimId/write-off", .grant, #"{"reasons": "Ringa."}"#,
            [.decisionMaker: 404]),
        some(
            "POST /api/v1/grants/:id/claims/:claimId/entries/:entryId/reversal", .grant, #"{"reasons": "Fel."}"#,
            [.finance: 404, .decisionMaker: 404]),
        some("GET /api/v1/claims", nil, nil, region(200)),
        some("GET /api/v1/payment-batches", nil, nil, [.finance: 200, .auditor: 200]),
        some("POST /api/v1/payment-batches", nil, nil, [.finance: 409]),
        some("GET /api/v1/payment-batches/:id", .grant, nil, [.finance: 404, .auditor: 404]),
    ]
}
