package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes back what was booked on a claim by mistake, with the reason: by a counter-entry, since nothing in the ledger
    /// is changed or deleted. Who may book so may also take it back: finance a repayment; what was given up a decision
    /// maker, by the same power and with four eyes. The claim is due again, and a grant that was closed is as before.
    package func reverseEntry(
        _ id: Claim.Entry.ID, of claimID: Claim.ID, in grant: Grant.ID, because reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Claim.ID {
        try checkReasons(reasons)
        let reversed = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(
                grant, seenBy: person, expecting: version, withMoneyOfCall: true)
            let claim = try lock.grant.claim(claimID)
            guard let entry = claim.entries.first(where: { $0.id == id }) else { throw Refusal.missing }
            let isRepaid = entry.kind == .repaid
            let move = try claim.row(isRepaid ? .reverseRepayment : .reverseWriteOff, in: lock, by: person)
            guard claim.standingEntries.contains(entry) else { throw Refusal.conflict(.wrongState) }
            let authority =
                isRepaid ? nil : try await transaction.authority(over: lock, by: person, registering: minutes)
            let counter = entry.counter(because: reasons, by: person.id, at: lock.instant, under: authority)
            // What is closed owes nothing: it is open again before it does.
            let state = try await transaction.reopenClosed(grant)
            try await transaction.insert(counter, on: claimID, leaving: move.to)
            try await transaction.freeMoney(of: grant)
            try await transaction.conclude(
                lock, as: state, logged: isRepaid ? "repayment-reversal" : "write-off-reversal", by: person,
                detail: reasons)
            return claimID
        }
        logger.notice("claim entry reversed", metadata: ["grant": "\(grant)", "claim": "\(reversed)"])
        return reversed
    }
}

extension Claim.Entry {
    /// The entry that takes it back, with all of its amount.
    fileprivate func counter(
        because reasons: String, by person: Person.ID, at instant: Instant, under authority: Decision.Authority?
    ) -> Claim.Entry {
        Claim.Entry(
            id: Claim.Entry.ID(), kind: kind, amount: .zero - amount, note: reasons, day: Stockholm.day(instant),
            recordedBy: person, recordedAt: instant, authority: authority, reversesID: id)
    }
}
