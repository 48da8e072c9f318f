package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// The writer of a draft asks the library's signatories to sign it: they are told, and it stands on their
    /// workbench. Where nobody may sign, there is nobody to ask.
    package func askToSign(
        _ id: GrantApplication.ID, by person: Person, expecting version: Int? = nil
    ) async throws -> GrantApplication.ID {
        try await change { transaction in
            let application = try await transaction.lockDraft(id, writtenBy: person, expecting: version)
            let signatories = try await transaction.signatories(of: application.libraryID).map(\.id)
            guard !signatories.isEmpty else { throw Refusal.conflict(.nobodyMaySign) }
            try await transaction.askToSign(id, by: person.id)
            try await transaction.record("ask-to-sign", in: id, by: person.id)
            try await transaction.enqueueSignatureRequest(of: application, by: person, signatories: signatories)
            return id
        }
    }
}
