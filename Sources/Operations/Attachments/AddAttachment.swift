import Crypto
package import Domain
import Foundation
import Postgres
package import Store

extension Operations {
    /// Adds a file to a draft, or to a completion that asks for files. What it is, its bytes say; where a scanner is
    /// configured it waits in quarantine.
    package func addAttachment(
        _ content: FileContent, named name: String, description: String = "", to id: GrantApplication.ID,
        by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Attachment.ID {
        let hash = content.count > limits.file ? [] : content.hash
        return try await once(request) { transaction in
            let room = try await transaction.lockRoom(of: .attachments, in: id, writtenBy: person, expecting: version)
            var errors = FieldErrors()
            let found = errors.checkFile(
                named: name, content, description: description, beside: try await transaction.files(in: room),
                limits: limits)
            guard let found else { throw Refusal.invalid(errors.all) }
            let attachment = Attachment(
                id: Attachment.ID(), applicationID: id, name: found.name, kind: found.kind, description: description,
                size: content.count, hash: hash, addedBy: person.id, addedAt: try await transaction.now(),
                scan: limits.isScanned ? .quarantined : .unscanned)
            try await transaction.insert(attachment, content, for: room.completion?.id)
            try await transaction.noteWriting(in: room, by: person)
            return attachment.id
        }
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
