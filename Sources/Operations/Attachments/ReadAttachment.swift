package import Domain
import Postgres
import Store

extension Operations {
    /// The bytes of a file of an application that the reader may see. Refused while it waits for the scanner; what the
    /// scanner found something in is gone for everybody.
    package func readAttachment(
        _ file: Attachment.ID, of id: GrantApplication.ID, _ take: (Attachment, [UInt8]) throws -> Void
    ) async throws {
        guard let attachment = try await database.attachments(of: id).first(where: { $0.id == file }) else {
            throw Refusal.missing
        }
        switch attachment.scan {
        case .quarantined: throw Refusal.conflict(.fileIsInQuarantine)
        case .infected: throw Refusal.conflict(.fileIsInfected)
        case .clean, .unscanned: break
        }
        var position = 0
        while let piece = try await database.piece(position, of: file) {
            try take(attachment, piece)
            position += 1
        }
    }
}
