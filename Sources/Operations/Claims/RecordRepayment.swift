package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Finance records a part of a claim, or all of it, that has come back (G12).
    package func recordRepayment(
        of amount: Money, on day: Day, reference: String, to id: Claim.ID, of grant: Grant.ID, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Claim.ID {
        var errors = FieldErrors()
        errors.require(amount > .zero, "amount", .isTooSmall(least: 1))
        errors.text(reference, "reference", limit: 100, required: true)
        try errors.check()
        let recorded = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(
                grant, seenBy: person, expecting: version, withMoneyOfCall: true)
            let claim = try lock.grant.claim(id)
            let move = try claim.row(.recordRepayment, in: lock, by: person)
            guard amount <= claim.left else { throw Refusal.invalid("amount", .isMoreThan(claim.left)) }
            let today = Stockholm.day(lock.instant)
            guard day <= today else { throw Refusal.invalid("paidOn", .isTooLate(than: today.text)) }
            guard day >= Stockholm.day(claim.demandedAt) else {
                throw Refusal.invalid("paidOn", .isTooEarly(than: "demandedAt"))
            }
            guard !claim.hasBooked(reference, on: day) else { throw Refusal.invalid("reference", .isBooked) }
            let entry = Claim.Entry(
                id: Claim.Entry.ID(), kind: .repaid, amount: amount, note: reference, day: day,
                recordedBy: person.id, recordedAt: lock.instant)
            try await transaction.insert(entry, on: id, leaving: amount == claim.left ? move.to : .due)
            try await transaction.freeMoney(of: grant)
            try await transaction.conclude(lock, logged: "repayment", by: person, detail: reference)
            return id
        }
        logger.info("repayment recorded", metadata: ["grant": "\(grant)", "claim": "\(recorded)"])
        return recorded
    }
}

extension Claim {
    /// Its row of the table for `command`, if `person` may make it now.
    func row(_ command: Command, in lock: LockedGrant, by person: Person) throws(Refusal) -> Move {
        let actor = lock.actor(person)
        let row = try Claim.moves.row(for: command, from: state, isActor: actor.isActor)
        try lock.standing.require(row.guards, of: actor)
        return row
    }
}
