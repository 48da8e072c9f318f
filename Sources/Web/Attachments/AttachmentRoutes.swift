import Crypto
import Domain
import Foundation
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of an application's files.
    mutating func addAttachments(_ service: Service) {
        let all = "\(Link.API.applications)/:id/attachments"
        get(all, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await service.application(request, seenBy: person)
            let window = try request.page
            let files = try await service.operations.attachments(of: application, for: person)
            let names = try await service.database.names(of: files.map(\.addedBy))
            let part = Array(files.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: files.count, for: request) { $0.write($1, names) }
        }
        post(all, access: .role(.applicant, .signatory)) { request, person in
            try request.allowParameters("name", "description")
            return try await add(request, person, service)
        }
        get("\(all)/:attachmentId", access: .loggedIn) { request, person in
            let application = try await service.application(request, seenBy: person)
            return try await answer(
                .ok, request.id(Attachment.self, "attachmentId"), of: application, for: person, service)
        }
        delete("\(all)/:attachmentId", access: .role(.applicant, .signatory)) { request, person in
            try await service.operations.removeAttachment(
                request.id(Attachment.self, "attachmentId"), from: request.id(GrantApplication.self), by: person,
                expecting: request.expectedVersion())
            return .noContent
        }
        get("\(all)/:attachmentId/content", access: .loggedIn) { request, person in
            let application = try await service.application(request, seenBy: person)
            return try await .file(
                request.id(Attachment.self, "attachmentId"), of: application, for: person, service)
        }
    }
}

/// The body is the file; its name and what it is stand in the address.
private func add(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let id = try request.id(GrantApplication.self)
    let name = try request.query.words("name", limit: 400) ?? ""
    let description = try request.query.words("description", limit: 300) ?? ""
    let content = request.file?.content ?? FileContent()
    let added = try await service.operations.addAttachment(
        content, named: name, description: description, to: id, by: person, expecting: request.expectedVersion(),
        request: request.repeatable(sending: content, named: name, description, by: person))
    return try await answer(
        .created, added, of: visibleApplication(request, person, service), for: person, service)
}

private func answer(
    _ status: HTTPResponse.Status, _ id: Attachment.ID, of application: GrantApplication, for person: Person,
    _ service: Service
) async throws -> WebResponse {
    let files = try await service.operations.attachments(of: application, for: person)
    guard let file = files.first(where: { $0.id == id }) else { throw Refusal.missing }
    let names = try await service.database.names(of: [file.addedBy])
    let location = status == .created ? Link.API.attachment(id, of: application.id) : nil
    return .json(status, location: location) { $0.write(file, names) }
}

extension Service {
    /// The application in the path as `person` may know it. All that they may not see look missing.
    func application(_ request: WebRequest, seenBy person: Person) async throws -> GrantApplication {
        try await visibleApplication(request, person, self)
    }
}

extension WebRequest {
    /// A request with a file as one that may be repeated, if its sender gave it a key.
    func repeatable(
        sending content: FileContent, named name: String, _ description: String, by person: Person
    ) throws -> RepeatableRequest? {
        let sent = kind == .api ? try idempotencyKey : fields?.values(FormToken.onceField).first
        guard let key = sent, (1...255).contains(key.utf8.count) else { return nil }
        var hash = SHA256()
        hash.update(data: Data("\(name)\0\(description)\0".utf8))
        for piece in content.pieces { hash.update(data: piece) }
        return RepeatableRequest(
            personID: person.id, route: "\(method.rawValue) \(path)", key: key, hash: Array(hash.finalize()))
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ file: Attachment, _ names: [Person.ID: String]) {
        object {
            $0.member("id", file.id)
            $0.member("name", file.name.text)
            $0.member("description", file.description)
            $0.member("mediaType", file.kind.mediaType)
            $0.member("size", file.size)
            $0.member("sha256", file.hexadecimalHash)
            $0.member("scan", file.scan.state)
            $0.member("addedBy", actor: names[file.addedBy])
            $0.member("addedAt", file.addedAt)
            $0.object("links") {
                $0.member("self", Link.API.attachment(file.id, of: file.applicationID))
                $0.member("content", file.isServed ? Link.API.content(of: file.id, in: file.applicationID) : nil)
                $0.member("application", Link.API.application(file.applicationID))
            }
        }
    }
}
