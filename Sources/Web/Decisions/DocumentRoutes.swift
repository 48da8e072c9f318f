import Domain
import Foundation
import HTTPTypes
import Letters
import NIOCore
import Operations
import Store

extension Routes {
    /// The papers of a case, for whoever may see the case and learn its outcome.
    mutating func addDocuments(_ service: Service) {
        file(LetterStyle.path, access: .everyone) { _, _ in
            .bytes(
                ByteBuffer(string: LetterStyle.text), contentType: "text/css; charset=utf-8",
                cacheControl: "public, max-age=3600")
        }
        get("\(Link.API.applications)/:id/documents", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let all = try await service.documents(try request.id(GrantApplication.self), readBy: person)
            let part = Array(all.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: all.count, for: request) { json, document in json.write(document) }
        }
        addPapers(service)
    }

    /// One paper, as it was issued and as it is printed.
    private mutating func addPapers(_ service: Service) {
        get("/applications/:id/documents/:documentId", access: .loggedIn) { request, person in
            let kept = try await service.document(request, readBy: person)
            let isTranslated = request.language != .swedish
            guard
                let content = try await service.database.content(
                    of: kept.document.id, translated: isTranslated)
            else { throw Refusal.missing }
            var response = WebResponse.bytes(
                ByteBuffer(string: content), contentType: "text/html; charset=utf-8", cacheControl: "private, no-cache")
            if !isTranslated { response.tell(hash: kept.hash) }
            return response
        }
        get("/applications/:id/documents/:documentId/pdf", access: .loggedIn) { request, person in
            let kept = try await service.document(request, readBy: person)
            guard let print = kept.print, let pdf = try await service.database.pdf(of: kept.document.id) else {
                throw Refusal.missing
            }
            var response = WebResponse.bytes(
                ByteBuffer(bytes: pdf), contentType: "application/pdf", tag: print.hash.hexadecimal,
                cacheControl: "private, no-cache")
            response.headers[.contentDisposition] = "inline; filename=\"\(kept.document.fileName)\""
            response.tell(hash: print.hash)
            return response
        }
    }
}

extension Service {
    /// The papers of a case; none as long as its outcome is kept back from the reader.
    func documents(_ id: GrantApplication.ID, readBy person: Person) async throws -> [KeptDocument] {
        guard let application = try await database.grantApplication(id), application.maySee(person) else {
            throw Refusal.missing
        }
        return try await documents(of: application, readBy: person)
    }

    /// The same of an application that the reader may see.
    func documents(of application: GrantApplication, readBy person: Person) async throws -> [KeptDocument] {
        guard application.untold == nil || person.learnsOutcomesAtOnce else { return [] }
        return try await database.documents(of: application.id)
    }

    fileprivate func document(_ request: WebRequest, readBy person: Person) async throws -> KeptDocument {
        let id = try request.id(DecisionDocument.self, "documentId")
        let all = try await documents(try request.id(GrantApplication.self), readBy: person)
        guard let found = all.first(where: { $0.document.id == id }) else { throw Refusal.missing }
        return found
    }
}

extension WebResponse {
    /// The hash of the very bytes (RFC 9530), so that anybody can ask whether they are those.
    mutating func tell(hash: [UInt8]) {
        guard let name = HTTPField.Name("Repr-Digest") else { return }
        headers[name] = "sha-256=:\(Data(hash).base64EncodedString()):"
    }
}

extension DecisionDocument {
    /// The number with nothing in it that a file system minds.
    var fileName: String {
        "\(number.map { $0.isLetter || $0.isNumber ? $0 : "-" }.map(String.init).joined()).pdf"
    }
}

extension [UInt8] {
    /// As `sha256sum` writes it.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
