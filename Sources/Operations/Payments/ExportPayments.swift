package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes everything that is attested out of the service under the next number. Whoever takes it out again gets the
    /// same. The funding rule is asked once more inside the locks: a payment that a breach holds waits.
    package func exportPayments(
        by person: Person, request: RepeatableRequest? = nil
    ) async throws -> PaymentBatch.ID {
        guard person.has(.finance) else { throw Refusal.notAllowed(.roleIsMissing) }
        let made = try await once(request) { transaction in
            try await transaction.lockBatches()
            let grants = try await transaction.lockGrantsWithAttests()
            let payments = try await transaction.payments(toExportOf: grants, by: person)
            guard !payments.isEmpty else { throw Refusal.conflict(.nothingToExport) }
            let id = PaymentBatch.ID()
            try await transaction.insertBatch(id, of: payments, by: person.id, at: try await transaction.now())
            return id
        }
        logger.info("payments exported", metadata: ["batch": "\(made)"])
        return made
    }
}

extension Transaction {
    /// The locks of every grant at once, in the one order: their applications, the grants, all their events.
    fileprivate func lockGrantsWithAttests() async throws -> [LockedGrant] {
        var grants: [Grant] = []
        for id in try await lockGrantsToExport() { grants.append(try await grant(id)) }
        let events = try await lockEvents(Array(Set(grants.flatMap(\.conditions).map(\.eventID))).sorted())
        let instant = try await now()
        var locks: [LockedGrant] = []
        for unlocked in grants {
            // What a deviation has written meanwhile is read after its event is held.
            let grant = try await grant(unlocked.id)
            locks.append(
                LockedGrant(
                    grant: grant, events: events, decisionIsFinal: try await isFinal(grant.id, at: instant),
                    instant: instant))
        }
        return locks
    }

    /// Those that may leave. What a guard refuses stays attested, and is looked at again next time.
    fileprivate func payments(toExportOf locks: [LockedGrant], by person: Person) async throws -> [Payment.ID] {
        var payments: [Payment.ID] = []
        for lock in locks {
            for payment in lock.grant.payments where payment.state == .attested {
                do {
                    try await check(.export, of: payment, in: lock, by: lock.actor(person))
                    payments.append(payment.id)
                } catch is Refusal {
                    continue
                }
            }
        }
        return payments
    }
}
