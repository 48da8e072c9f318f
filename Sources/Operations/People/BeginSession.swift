package import Domain
import Postgres
import Store

extension Operations {
    /// Logs somebody in for at most seven days. The secret is for the cookie, and told once.
    package func beginSession(of person: Person.ID) async throws -> Secret {
        let secret = Secret()
        try await change { transaction in
            try await transaction.beginSession(secret.hash, of: person)
        }
        return secret
    }

    /// Logs out. A secret that is not known any more ends nothing.
    package func endSession(_ secret: Secret) async throws {
        try await database.endSession(secret.hash)
    }
}
