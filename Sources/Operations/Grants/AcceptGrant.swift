package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory accepts a grant on `terms`, the words that they have read (G1). They are kept with their SHA-256.
    /// Of a fixed sum the payment is planned in the same transaction.
    package func acceptGrant(
        _ id: Grant.ID, on terms: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        let accepted = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version)
            let move = try lock.row(.accept, by: lock.actor(person))
            let acceptance = Grant.Acceptance(
                acceptedBy: person.id, acceptedAt: lock.instant, terms: terms,
                hash: Array(terms.utf8).sha256)
            try await transaction.insert(acceptance, of: id)
            try await transaction.conclude(lock, as: move.to, logged: "accept", by: person)
            try await transaction.enqueue(.grantAccepted, about: id, payload: "{}")
            try await transaction.planPayment(of: lock)
            return id
        }
        logger.info("grant accepted", metadata: ["grant": "\(id)"])
        return accepted
    }

    /// The clock puts a grant into force whose call wants no acceptance.
    package func activateGrant(_ id: Grant.ID) async throws {
        try await change { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: nil)
            let move = try lock.row(.activate, by: .clock)
            try await transaction.conclude(lock, as: move.to, logged: "activate", by: nil)
            try await transaction.planPayment(of: lock)
        }
        logger.info("grant activated", metadata: ["grant": "\(id)"])
    }
}

extension Transaction {
    /// The whole of a fixed sum is planned when the grant comes into force, and requested at once where nothing stands
    /// in the way; else the clock requests it later.
    fileprivate func planPayment(of lock: LockedGrant) async throws {
        // A breach may have been settled before anybody accepted: what was withheld for it is not planned.
        guard lock.grant.isToBePlanned else { return }
        let payment = Payment(
            id: Payment.ID(), number: 1, amount: lock.grant.payable, state: .planned, plannedAt: lock.instant)
        try await insert(payment, of: lock.grant.id)
        let inForce = try await lockGrant(lock.grant.id, seenBy: nil)
        do {
            try await release(payment, of: inForce)
        } catch Refusal.conflict(.decisionIsNotFinal), Refusal.conflict(.breachStands),
            Refusal.conflict(.recipientHasEnded), Refusal.conflict(.reportIsOverdue),
            Refusal.conflict(.decisionIsAnnulled)
        {
            // It waits for the clock.
        }
    }
}
