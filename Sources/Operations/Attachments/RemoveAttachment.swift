package import Domain
import Postgres
import Store

extension Operations {
    /// Takes a file out of a draft. A file of what was received stays.
    package func removeAttachment(
        _ file: Attachment.ID, from id: GrantApplication.ID, by person: Person, expecting version: Int? = nil
    ) async throws {
        try await change { transaction in
            _ = try await transaction.lockDraft(id, writtenBy: person, expecting: version)
            guard try await transaction.attachments(of: id).contains(where: { $0.id == file }) else {
                throw Refusal.missing
            }
            try await transaction.delete(file)
            try await transaction.touch(id)
            try await transaction.record("edit", in: id, by: person.id)
        }
    }
}
