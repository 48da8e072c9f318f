import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The page of the libraries that take part in an application.
    mutating func addPartnerPages(_ service: Service) {
        let pages = PartnerPages(service: service)
        get("/applications/:id/partners", access: .loggedIn) { request, person in try await pages.show(request, person)
        }
        post("/applications/:id/partners", access: .loggedIn) { request, person in
            try await pages.save(request, person)
        }
        post("/applications/:id/partners/:libraryId/confirmation", access: .loggedIn) { request, person in
            try await pages.answer(request, person) { id, library in
                _ = try await service.operations.confirmCoApplying(to: id, for: library, by: person)
                return Link.after(.coApplying, at: Link.partners(id))
            }
        }
        post("/applications/:id/partners/:libraryId/refusal", access: .loggedIn) { request, person in
            try await pages.answer(request, person) { id, library in
                try await service.operations.declineCoApplying(to: id, for: library, by: person)
                // The draft is another library's, which they see no longer.
                return Link.after(.notCoApplying, at: Link.workbench)
            }
        }
        for path in ["confirmation", "refusal"] {
            get("/applications/:id/partners/:libraryId/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.partners(try request.id(GrantApplication.self)))
            }
        }
    }
}

private struct PartnerPages: Sendable {
    let service: Service

    func show(
        _ request: WebRequest, _ person: Person, typed: [String: [String]]? = nil, refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let received = try await service.application(request, seenBy: person)
        let asked = try await service.openCompletion(of: received, writtenBy: person)
        let written =
            try await asked.mapAsync { try await service.database.completionDraft(of: $0.id)?.partners } ?? nil
        let application = received.asking(for: received.request, with: written)
        let phrases = request.phrases
        let typed = typed ?? PartnerForm.values(application.partners)
        let page = PartnerPage(
            request: request, person: person, application: application, asked: asked,
            libraries: try await service.database.libraryNames(), refusal: refusal,
            typed: TypedForm(
                typed, errors: refusal?.fieldErrors ?? [], places: PartnerForm.places(typed), phrases: phrases,
                label: phrases.partnerField))
        return .page(phrases.partnersHeading, for: request, after: refusal) { page.html }
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        if let typed = request.typedWithMoreRows(of: [PartnerForm.rows]) {
            return try await show(request, person, typed: typed)
        }
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let partners = PartnerForm.read(form, sent: request.typed)
            try form.end()
            _ = try await service.operations.setPartners(of: id, to: partners, by: person, expecting: version)
            return .redirect(to: Link.after(.partnersSaved, at: Link.partners(id)))
        } orShow: { refusal in
            try await show(request, person, typed: request.typed, refusal: refusal)
        }
    }

    func answer(
        _ request: WebRequest, _ person: Person, _ work: (GrantApplication.ID, Library.ID) async throws -> String
    ) async throws -> WebResponse {
        try await attempt {
            try request.form().end()
            return .redirect(
                to: try await work(request.id(GrantApplication.self), request.id(Library.self, "libraryId")))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }
}

/// The form of the partners: any number of rows.
enum PartnerForm {
    static let rows = FormRows(name: "partners", fields: ["libraryId", "role", "contribution"])

    static func read(_ form: FormReader, sent: [String: [String]]) -> [ApplicationPartner] {
        rows.pass(form, sent)
        _ = form.text(ApplicationForm.moreRows)
        return filled(sent).map { row in
            ApplicationPartner(
                libraryID: form.requiredID(rows.field("libraryId", row), Library.self),
                role: form.requiredChoice(rows.field("role", row), .coApplicant),
                contribution: form.requiredText(rows.field("contribution", row)))
        }
    }

    /// The rows in which a library is chosen or something is said of it: a role is chosen in every row.
    private static func filled(_ sent: [String: [String]]) -> [Int] {
        rows.filled(in: sent).filter { row in
            ["libraryId", "contribution"].contains { field in
                sent[rows.field(field, row)]?.contains { !$0.trimmed.isEmpty } ?? false
            }
        }
    }

    static func values(_ partners: [ApplicationPartner]) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (row, partner) in partners.enumerated() {
            values[rows.field("libraryId", row)] = [partner.libraryID.description]
            values[rows.field("role", row)] = [partner.role.rawValue]
            values[rows.field("contribution", row)] = [partner.contribution]
        }
        return values
    }

    /// Which row shows the faults that an operation finds: it counts only rows in which something stands.
    static func places(_ typed: [String: [String]]) -> [String: String] {
        var places = ["partners": rows.field("libraryId", rows.numbers(in: typed).first ?? 0)]
        for (index, row) in filled(typed).enumerated() {
            for field in rows.fields { places["partners[\(index)].\(field)"] = rows.field(field, row) }
        }
        return places
    }
}
