package import Domain
import Postgres
import Store

extension Operations {
    /// Takes a file out of a draft, or out of a completion that it was added to. A file of what was received stays.
    package func removeAttachment(
        _ file: Attachment.ID, from id: GrantApplication.ID, by person: Person, expecting version: Int? = nil
    ) async throws {
        try await change { transaction in
            let room = try await transaction.lockRoom(of: .attachments, in: id, writtenBy: person, expecting: version)
            guard let found = try await transaction.files(in: room).first(where: { $0.id == file }) else {
                throw Refusal.missing
            }
            if let completion = room.completion {
                guard try await transaction.attachments(waitingIn: completion.id).contains(found) else {
                    throw Refusal.invalid("attachments", .isLocked)
                }
            }
            try await transaction.delete(file)
            try await transaction.noteWriting(in: room, by: person)
        }
    }
}
