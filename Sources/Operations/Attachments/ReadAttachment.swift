package import Domain
import Postgres
import Store

extension Operations {
    /// The files of an application that `person` sees; those who write in it also what waits in their completion.
    package func attachments(of application: GrantApplication, for person: Person) async throws -> [Attachment] {
        let received = try await database.attachments(of: application.id)
        guard application.status == .completionRequested, application.mayBeEdited(by: person),
            let asked = try await database.completionRequests(of: application.id).first(where: \.isOpen)
        else { return received }
        return try await received + database.attachments(waitingIn: asked.id)
    }

    /// The bytes of a file of an application that `person` may see. Refused while it waits for the scanner; what the
    /// scanner found something in is gone for everybody.
    package func readAttachment(
        _ file: Attachment.ID, of application: GrantApplication, by person: Person,
        _ take: (Attachment, [UInt8]) throws -> Void
    ) async throws {
        guard let attachment = try await attachments(of: application, for: person).first(where: { $0.id == file })
        else { throw Refusal.missing }
        switch attachment.scan {
        case .quarantined: throw Refusal.conflict(.fileIsInQuarantine)
        case .infected: throw Refusal.conflict(.fileIsInfected)
        case .clean, .unscanned: break
        }
        try await readPieces(of: file) { try take(attachment, $0) }
    }

    /// The bytes of a file piece by piece, whoever asks.
    func readPieces(of file: Attachment.ID, _ take: ([UInt8]) throws -> Void) async throws {
        var position = 0
        while let piece = try await database.piece(position, of: file) {
            try take(piece)
            position += 1
        }
    }
}
