package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes what others have attested out of the service under the next number: the file is the order to pay, so that
    /// it takes two persons. What is in a file comes into no other. The funding rule is asked once more inside the
    /// locks: a payment that a breach holds waits.
    package func exportPayments(
        by person: Person, request: RepeatableRequest? = nil
    ) async throws -> PaymentBatch.ID {
        guard person.has(.finance) else { throw Refusal.notAllowed(.roleIsMissing) }
        let made = try await once(request) { transaction in
            try await transaction.lockBatches()
            let grants = try await transaction.lockGrantsWithAttests()
            let payments = try await transaction.payments(toExportOf: grants, by: person)
            let id = PaymentBatch.ID()
            let instant = try await transaction.now()
            let number = try await transaction.insertBatch(
                id, of: payments.map(\.payment.id), by: person.id, at: instant)
            for (payment, lock) in payments {
                let note = "\(payment.number). #\(number)"
                try await transaction.conclude(lock, logged: "payment-export", by: person, detail: note)
            }
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
                    instant: instant, impartiality: nil, preparers: []))
        }
        return locks
    }

    /// Those that may leave, one at least. What a guard refuses stays attested, and is looked at again next time. If all
    /// that is left waits for somebody else, that is said.
    fileprivate func payments(
        toExportOf locks: [LockedGrant], by person: Person
    ) async throws -> [(payment: Payment, lock: LockedGrant)] {
        var payments: [(payment: Payment, lock: LockedGrant)] = []
        var refusals: [Refusal] = []
        for lock in locks {
            let actor = try await actor(person, in: lock)
            for payment in lock.grant.payments where payment.state == .attested {
                do {
                    try await check(.export, of: payment, in: lock, by: actor)
                    payments.append((payment, lock))
                } catch let refusal as Refusal {
                    refusals.append(refusal)
                }
            }
        }
        guard !payments.isEmpty else {
            let forAnother: [Refusal] = [.notAllowed(.twoPersonsPay), .notAllowed(.conflictOfInterest)]
            throw forAnother.first { refusals.contains($0) } ?? Refusal.conflict(.nothingToExport)
        }
        return payments
    }
}
