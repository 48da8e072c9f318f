import Domain
import Postgres
import Store

extension Transaction {
    /// What the host has mended is cured in the transaction that mends it: every breached condition of a locked event
    /// whose rule holds again binds again, and its hold on the money ends. The event's lock excludes every payment
    /// meanwhile.
    func cureBreaches(of changed: Event, in lock: LockedEvent) async throws {
        let breached = lock.conditions.filter { $0.state == .breached }
        guard !breached.isEmpty, !changed.isCancelled else { return }
        let region = try await regionFacts()
        for condition in breached {
            let move = try Condition.moves.row(for: .cure, from: condition.state, isActor: CaseActor.clock.isActor)
            // What a case officer found of the day itself is no more mended by a change afterwards.
            let told = try await grant(condition.grantID).conditions.first { $0.id == condition.id }
            guard told?.openBreaches.allSatisfy(\.kind.canBeMended) == true else { continue }
            let facts = try await heldFacts(of: condition, event: changed, region: region)
            let findings = FundingRule.evaluateHeld(changed, facts: facts, at: lock.instant).blocking
            guard move.to == .cured, findings.isEmpty else { continue }
            let settlement = Condition.Settlement(
                outcome: .cured, reasons: "", settledBy: nil, settledAt: lock.instant)
            try await settle(condition.id, settlement)
            try await record("cured", in: condition.applicationID, by: nil, detail: changed.details.title)
            try await enqueue(
                .breachSettled, forLibraryOf: condition.grantID, payload: "{\"conditionId\":\"\(condition.id)\"}")
        }
    }
}
