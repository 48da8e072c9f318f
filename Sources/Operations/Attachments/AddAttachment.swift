import Crypto
package import Domain
import Foundation
import Postgres
package import Store

extension Operations {
    /// Adds a file to a draft. What it is, its bytes say; where a scanner is configured it waits in quarantine.
    package func addAttachment(
        _ content: FileContent, named name: String, description: String = "", to id: GrantApplication.ID,
        by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Attachment.ID {
        let hash = content.count > limits.file ? [] : content.hash
        return try await once(request) { transaction in
            _ = try await transaction.lockDraft(id, writtenBy: person, expecting: version)
            var errors = FieldErrors()
            let found = errors.checkFile(
                named: name, content, description: description, beside: try await transaction.attachments(of: id),
                limits: limits)
            guard let found else { throw Refusal.invalid(errors.all) }
            let attachment = Attachment(
                id: Attachment.ID(), applicationID: id, name: found.name, kind: found.kind, description: description,
                size: content.count, hash: hash, addedBy: person.id, addedAt: try await transaction.now(),
                scan: limits.isScanned ? .quarantined : .unscanned)
            try await transaction.insert(attachment, content)
            try await transaction.touch(id)
            try await transaction.record("edit", in: id, by: person.id)
            return attachment.id
        }
    }
}

extension Transaction {
    /// A draft that `person` may write in, held until the transaction ends.
    func lockDraft(
        _ id: GrantApplication.ID, writtenBy person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        guard let application = try await lockGrantApplication(id), application.maySee(person) else {
            throw Refusal.missing
        }
        guard application.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
        try expect(version, is: application.version)
        guard application.status == .draft else { throw Refusal.conflict(.wrongState) }
        return application
    }
}

extension FileContent {
    /// SHA-256.
    fileprivate var hash: [UInt8] {
        var hash = SHA256()
        for piece in pieces { hash.update(data: piece) }
        return Array(hash.finalize())
    }
}
