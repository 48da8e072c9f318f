extension RoleMatrix {
    private static let readers: [Group: Int] = own(200) + region(200)
    private static let searchers: [Group: Int] = own(404) + region(404)
    private static let writers: [Group: Int] = own(412) + foreign(404)

    /// What stands beside the form of an application: files, partners, signature and receipt.
    static let applicationParts: [Row] = [
        some("GET /api/v1/grant-applications/:id/attachments", .draftApplication, nil, own(200), others: 404),
        some(
            "GET /api/v1/grant-applications/:id/attachments", .receivedApplication, nil, readers,
            others: 404),
        some(
            "GET /api/v1/grant-applications/:id/attachments/:attachmentId", .receivedApplication, nil,
            searchers, others: 404),
        some(
            "GET /api/v1/grant-applications/:id/attachments/:attachmentId/content", .receivedApplication, nil,
            searchers, others: 404),
        some("GET /api/v1/grant-applications/:id/partners", .draftApplication, nil, own(200), others: 404),
        some("GET /api/v1/grant-applications/:id/similar", .draftApplication, nil, own(200), others: 404),
        some("GET /api/v1/grant-applications/:id/signature-request", .draftApplication, nil, own(200), others: 404),
        some(
            "POST /api/v1/grant-applications/:id/signature-request", .draftApplication, nil,
            writers),
        some("GET /api/v1/grant-applications/:id/receipt", .draftApplication, nil, own(404), others: 404),
        some(
            "GET /api/v1/grant-applications/:id/receipt", .receivedApplication, nil, readers, others: 404
        ),
        some(
            "POST /api/v1/grant-applications/:id/attachments", .draftApplication, nil, writers),
        some(
            "DELETE /api/v1/grant-applications/:id/attachments/:attachmentId", .draftApplication, nil,
            writers),
        some(
            "PUT /api/v1/grant-applications/:id/partners", .draftApplication, #"{"partners": []}"#,
            writers),
        some(
            "POST /api/v1/grant-applications/:id/partners/:libraryId/confirmation", .draftApplication, nil,
            [.signatory: 404, .foreignHost: 404]),
        some(
            "POST /api/v1/grant-applications/:id/partners/:libraryId/refusal", .draftApplication, nil,
            [.signatory: 404, .foreignHost: 404]),
    ]
}
