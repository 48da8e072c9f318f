import Domain
import Postgres
import Store

extension Waiver {
    /// That of a condition which is waived and binds on; `since` is what its event was then. nil of any other.
    init?(of condition: BindingCondition, since past: PastEvent?) {
        guard let waived = condition.waived, let past else { return nil }
        self.init(of: waived, leaving: past.event)
    }
}

extension Querying {
    /// What of `found` is not forgiven of a condition that binds.
    func unforgiven(
        _ found: [Finding], of condition: BindingCondition, event: Event, facts: RuleFacts, at instant: Instant
    ) async throws -> [Finding] {
        guard condition.waived != nil, !found.isEmpty else { return found }
        let past = try await pasts(of: [condition.id])[condition.id]?.first
        return Waiver(of: condition, since: past)?.unforgiven(found, of: event, facts: facts, at: instant) ?? found
    }
}

extension Transaction {
    /// What a waiver forgives, where the condition binds on by it: not where the event is cancelled or has ended, nor
    /// where nothing of its share is given.
    func forgiven(
        by settlement: Condition.Settlement, of condition: Condition, in lock: LockedGrant
    ) async throws -> [Finding.Reason]? {
        guard settlement.outcome == .waived, settlement.withheld < condition.given,
            let event = lock.events.first(where: { $0.id == condition.eventID }), !event.isCancelled,
            event.details.endsAt > lock.instant,
            let bound = try await conditions(ofGrant: lock.grant.id).first(where: { $0.id == condition.id })
        else { return nil }
        let facts = try await heldFacts(of: bound, event: event, region: try await regionFacts())
        return FundingRule.evaluateHeld(event, facts: facts, at: lock.instant).blocking.map(\.reason)
    }
}
