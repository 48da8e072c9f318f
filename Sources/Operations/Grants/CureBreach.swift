import Domain
import Postgres
import Store

extension Transaction {
    /// What the host has mended is cured in the transaction that mends it: every breached condition of a locked event
    /// whose rule holds again, and of whose breach nothing is left, binds again, and its hold on the money ends. The
    /// event's lock excludes every payment meanwhile.
    func cureBreaches(of changed: Event, in lock: LockedEvent) async throws {
        let breached = lock.conditions.filter { $0.state == .breached }
        guard !breached.isEmpty, !changed.isCancelled else { return }
        let region = try await regionFacts()
        // After the change, whose version of the event is the first that the cured condition looks back on.
        let instant = try await now()
        for condition in breached {
            let move = try Condition.moves.row(for: .cure, from: condition.state, isActor: CaseActor.clock.isActor)
            let facts = try await heldFacts(of: condition, event: changed, region: region)
            let findings = FundingRule.evaluateHeld(changed, facts: facts, at: instant).blocking
            guard move.to == .cured, findings.isEmpty, try await isMended(condition, facts: facts, at: instant)
            else { continue }
            let settlement = Condition.Settlement(
                outcome: .cured, reasons: "", settledBy: nil, settledAt: instant)
            try await settle(condition.id, settlement)
            try await record("cured", in: condition.applicationID, by: nil, detail: changed.details.title)
            try await enqueue(
                .breachSettled, forLibraryOf: condition.grantID, payload: "{\"conditionId\":\"\(condition.id)\"}")
        }
    }

    /// What a case officer found of the day itself is no more mended by a change afterwards, nor is a gap that was
    /// (`Mending`).
    private func isMended(
        _ condition: BindingCondition, facts: RuleFacts, at instant: Instant
    ) async throws -> Bool {
        let told = try await grant(condition.grantID).conditions.first { $0.id == condition.id }
        guard let open = told?.openBreaches, open.allSatisfy(\.kind.canBeMended),
            let brokenAt = open.map(\.breachedAt).min()
        else { return false }
        let history = try await pasts(of: [condition.id])[condition.id, default: []]
        return Mending(history, brokenAt: brokenAt, facts: facts, at: instant).isWhole
    }
}
