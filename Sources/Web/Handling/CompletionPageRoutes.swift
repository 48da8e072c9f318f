import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Where a library writes and sends its completion.
    mutating func addCompletionPages(_ service: Service) {
        let pages = CompletionPages(service: service)
        get("/applications/:id/completion/edit", access: .loggedIn) { request, person in
            try await pages.edit(request, person)
        }
        post("/applications/:id/completion/edit", access: .loggedIn) { request, person in
            try await pages.save(request, person)
        }
    }
}

private struct CompletionPages: Sendable {
    let service: Service

    /// What is asked for and what has been written, for those who may write.
    private struct Open {
        let application: GrantApplication
        let asked: CompletionRequest
        let wanted: GrantRequest
        let call: Call
    }

    func edit(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let open = try await open(request, person)
        return try await page(
            request, person, open,
            typed: ApplicationForm.values(open.wanted, open.call.questions, parts: open.asked.parts))
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let open = try await open(request, person)
        if let typed = request.typedWithMoreRows { return try await page(request, person, open, typed: typed) }
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let parts = open.asked.parts
            let typed = ApplicationForm.read(
                form, sent: request.typed, parts: parts, over: open.wanted, open.call.questions)
            try form.end()
            _ = try await service.operations.editApplication(
                open.application.id, by: person, expecting: version
            ) { kept in typed.over(kept, open.call.questions) }
            return .redirect(to: Link.after(.completionSaved, at: Link.application(open.application.id)))
        } orShow: { refusal in
            try await page(request, person, open, typed: request.typed, refusal: refusal)
        }
    }

    private func open(_ request: WebRequest, _ person: Person) async throws -> Open {
        let application = try await visibleApplication(request, person, service)
        guard application.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
        guard let asked = try await service.openCompletion(of: application, writtenBy: person) else {
            throw Refusal.conflict(.wrongState)
        }
        let draft = try await service.database.completionDraft(of: asked.id) ?? CompletionDraft()
        guard let call = try await service.database.call(of: application) else { throw Refusal.missing }
        return Open(application: application, asked: asked, wanted: draft.over(application.request), call: call)
    }

    private func page(
        _ request: WebRequest, _ person: Person, _ open: Open, typed: [String: [String]], refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let phrases = request.phrases
        let chosen = Set(open.wanted.events.map(\.eventID) + ApplicationForm.chosen(in: typed))
        let page = CompletionFormPage(
            request: request,
            typed: TypedForm(
                typed, errors: refusal?.fieldErrors ?? [], places: ApplicationForm.places(typed), phrases: phrases,
                label: phrases.applicationField(in: open.call.questions)),
            application: open.application, asked: open.asked, wanted: open.wanted,
            events: try await DraftPages(service: service).choosable(
                [open.application.libraryID], chosen: chosen, by: person), call: open.call, refusal: refusal)
        return .page(phrases.writeCompletion, for: request, after: refusal) { page.html }
    }
}

extension Service {
    /// The request for completion that `person` may answer now.
    func openCompletion(
        of application: GrantApplication, writtenBy person: Person
    ) async throws -> CompletionRequest? {
        guard application.status == .completionRequested, application.mayBeEdited(by: person) else { return nil }
        return try await database.completionRequests(of: application.id).first(where: \.isOpen)
    }
}
