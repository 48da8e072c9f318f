import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Reading one's application, mending, submitting and withdrawing it.
    mutating func addApplicationCommands(_ service: Service) {
        let pages = ApplicationPages(service: service)
        get("/applications/:id", access: .loggedIn) { request, person in try await pages.show(request, person) }
        post("/applications/:id/submission", access: .loggedIn) { request, person in
            try await pages.submit(request, person)
        }
        post("/applications/:id/withdrawal", access: .loggedIn) { request, person in
            try await pages.withdraw(request, person)
        }
        post("/applications/:id/repair", access: .loggedIn) { request, person in
            try await pages.repair(request, person)
        }
        post("/applications/:id/completion", access: .loggedIn) { request, person in
            try await pages.complete(request, person)
        }
        post("/applications/:id/messages", access: .loggedIn) { request, person in
            try await pages.write(request, person)
        }
        for path in ["submission", "withdrawal", "repair", "completion", "messages"] {
            // Whoever changes the language, or loads again, after a refusal comes back to the application.
            get("/applications/:id/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.application(try request.id(GrantApplication.self)))
            }
        }
    }
}

/// An application as its library sees it.
private struct ApplicationPages: Sendable {
    let service: Service

    private func application(_ request: WebRequest, _ person: Person) async throws -> GrantApplication {
        guard
            let application = try await service.database.grantApplication(try request.id(GrantApplication.self)),
            application.maySee(person)
        else { throw Refusal.missing }
        return application.told(to: person)
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let application = try await application(request, person)
        if person.isOfRegionalDesk { return .redirect(to: Link.deskCase(application.id)) }
        guard let call = try await service.database.call(of: application) else { throw Refusal.missing }
        let phrases = request.phrases
        let decision = application.status.isDecided ? try await service.database.decision(on: application.id) : nil
        let events = try await service.database.events(application.request.events.map(\.eventID))
        let handling = try await CaseHandling(application, events: events, for: person, service: service)
        let written = try await written(application, handling, person)
        let grants = try await service.database.grants(
            for: .libraries([application.libraryID]), application: application.id, limit: 1)
        let page = ApplicationPage(
            request: request, person: person, application: application, call: call.told(to: person),
            events: events, libraries: try await service.database.libraryNames(),
            evaluation: application.status.isFinal
                ? nil : try await service.operations.evaluateApplication(application, for: person),
            parts: try await service.parts(of: application, for: person),
            decision: decision, pack: try await service.pack(of: application, decision, readBy: person),
            grant: grants.grants.first,
            handling: handling, wanted: written?.over(application.request) ?? application.request,
            changed: (written?.changed ?? [])
                + (try await hasNewFiles(handling, person, application) ? [.attachments] : []),
            refusal: refusal,
            typed: TypedForm(
                request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
                label: phrases.applicationField(in: call.questions)),
            now: try await service.database.now())
        return .page(
            application.request.title, for: request, after: refusal, keeping: Link.application(application.id)
        ) { page.html }
    }

    /// What its own side has written in answer to an open request for completion.
    private func written(
        _ application: GrantApplication, _ handling: CaseHandling, _ person: Person
    ) async throws -> CompletionDraft? {
        guard let asked = handling.openCompletion, application.mayBeEdited(by: person) else { return nil }
        return try await service.database.completionDraft(of: asked.id)
    }

    private func hasNewFiles(
        _ handling: CaseHandling, _ person: Person, _ application: GrantApplication
    ) async throws -> Bool {
        guard let asked = handling.openCompletion, application.mayBeEdited(by: person) else { return false }
        return try await !service.database.attachments(waitingIn: asked.id).isEmpty
    }

    func complete(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let attested = form.truth("attested")
            try form.end()
            _ = try await service.operations.completeApplication(id, attested: attested, by: person, expecting: version)
            return .redirect(to: Link.after(.completed, at: Link.application(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func write(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let text = form.requiredText("text")
            try form.end()
            _ = try await service.operations.writeMessage(
                text, to: .parties, in: id, by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.said, at: Link.application(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func submit(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let attested = form.truth("attested")
            try form.end()
            _ = try await service.operations.submitApplication(id, attested: attested, by: person, expecting: version)
            return .redirect(to: Link.receipt(id))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func withdraw(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let reason = form.text("reason") ?? ""
            try form.end()
            _ = try await service.operations.withdrawApplication(id, because: reason, by: person, expecting: version)
            return .redirect(to: Link.after(.withdrawn, at: Link.application(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func repair(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let application = try await application(request, person)
        return try await attempt {
            let form = try request.form()
            let repair = form.requiredText(RepairButton.name)
            try form.end()
            try await Repairs(service: service).perform(repair, in: application, by: person)
            return .redirect(to: Link.after(.repaired, at: Link.application(application.id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }
}
