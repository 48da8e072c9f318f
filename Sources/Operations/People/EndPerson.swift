import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Somebody leaves: their roles end today, and sessions and tokens at once. What they did in cases stays.
    package func endPerson(withEmail email: String) async throws {
        let id = try await change { transaction in
            let held = try await transaction.lockActivePerson(withEmail: email)
            let today = Stockholm.day(try await transaction.now())
            _ = try await transaction.end(nil, of: held.person.id, on: today)
            guard try await transaction.endPerson(held.person.id) else { throw Refusal.conflict(.wrongState) }
            return held.person.id
        }
        logger.info("person left", metadata: ["person": "\(id)"])
    }
}
