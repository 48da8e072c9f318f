import Domain
import Postgres
import Store

extension Operations {
    /// A bearer token of 90 days for machines that speak for a person; nil if nobody has that address. It is told once.
    package func issueToken(named name: String, toPersonWith email: String) async throws -> Secret? {
        guard let person = try await database.person(withEmail: email) else { return nil }
        let secret = Secret()
        try await change { transaction in
            try await transaction.insertToken(secret.hash, named: name, of: person.id)
        }
        return secret
    }
}
