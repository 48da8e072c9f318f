package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes everything that is attested, and in no batch yet, out of the service under the next number. Whoever takes it
    /// out again gets the same. A payment that a breach holds waits.
    package func exportPayments(
        by person: Person, request: RepeatableRequest? = nil
    ) async throws -> PaymentBatch.ID {
        guard person.has(.finance) else { throw Refusal.notAllowed(.roleIsMissing) }
        let made = try await once(request) { transaction in
            try await transaction.lockBatches()
            let id = PaymentBatch.ID()
            let payments = try await transaction.insertBatch(id, by: person.id, at: try await transaction.now())
            guard payments > 0 else { throw Refusal.conflict(.nothingToExport) }
            return id
        }
        logger.info("payments exported", metadata: ["batch": "\(made)"])
        return made
    }
}
