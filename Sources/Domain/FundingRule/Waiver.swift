/// What the region has waived of a condition that binds on. A waiver forgives what was broken, and not the rule.
package struct Waiver: Sendable {
    /// The kinds of faults that are forgiven.
    private let reasons: Set<String>
    /// The event as it stood then.
    private let event: Event

    package init(of reasons: [String], leaving event: Event) {
        self.reasons = Set(reasons)
        self.event = event
    }

    /// Those of `found` that it does not forgive: of another kind than was waived, or worse than it was then. Whoever
    /// is invited anew, or again, on the same day, has the notice from then on, as after a breach.
    package func unforgiven(
        _ found: [Finding], of now: Event, facts: RuleFacts, at instant: Instant
    ) -> [Finding] {
        let waived = FundingRule.evaluateHeld(event, facts: facts, at: instant).findings
            .filter { reasons.contains($0.reason.rawValue) }
        let isAsEarly = now.details.startsAt >= event.details.startsAt && now.daySaidAt == event.daySaidAt
        return FundingRule.worsened(from: (event, waived), to: (now, found)).filter {
            $0.predicate != .notice || !isAsEarly
        }
    }
}
