import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The page of an application's files.
    mutating func addAttachmentPages(_ service: Service) {
        let pages = AttachmentPages(service: service)
        get("/applications/:id/attachments", access: .loggedIn) { request, person in
            try await pages.show(request, person)
        }
        post("/applications/:id/attachments", access: .loggedIn) { request, person in
            try await pages.add(request, person)
        }
        get("/applications/:id/attachments/:attachmentId/content", access: .loggedIn) { request, person in
            let application = try await service.application(request, seenBy: person)
            return try await .file(
                request.id(Attachment.self, "attachmentId"), of: application, for: person, service)
        }
        post("/applications/:id/attachments/:attachmentId/removal", access: .loggedIn) { request, person in
            try await pages.remove(request, person)
        }
        get("/applications/:id/attachments/:attachmentId/removal", access: .loggedIn) { request, _ in
            .redirect(to: Link.attachments(try request.id(GrantApplication.self)))
        }
    }
}

private struct AttachmentPages: Sendable {
    let service: Service

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let application = try await service.application(request, seenBy: person)
        let phrases = request.phrases
        guard let call = try await service.database.call(of: application) else { throw Refusal.missing }
        let page = AttachmentPage(
            request: request, person: person, application: application, call: call,
            received: try await service.database.attachments(of: application.id),
            files: try await service.operations.attachments(of: application, for: person),
            asked: try await service.openCompletion(of: application, writtenBy: person),
            limits: service.operations.limits, refusal: refusal,
            typed: TypedForm(
                request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases, label: phrases.attachmentField))
        return .page(phrases.attachments, for: request, after: refusal) { page.html }
    }

    func add(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let description = form.text("description") ?? ""
            // A browser that sends the form without its file names it as a field.
            _ = form.text("file")
            try form.end()
            let content = request.file?.content ?? FileContent()
            let name = request.file?.name ?? ""
            _ = try await service.operations.addAttachment(
                content, named: name, description: description, to: id, by: person,
                request: request.repeatable(sending: content, named: name, description, by: person))
            return .redirect(to: Link.after(.fileAdded, at: Link.attachments(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func remove(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            try request.form().end()
            try await service.operations.removeAttachment(
                request.id(Attachment.self, "attachmentId"), from: id, by: person)
            return .redirect(to: Link.after(.fileRemoved, at: Link.attachments(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }
}
