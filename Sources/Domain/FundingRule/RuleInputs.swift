/// All that an evaluation was made from: the facts, the instant and how they are read. Whoever has them can ask the
/// rule again on any later day and gets the same answer, so they are what is kept (docs/rules.md, moments).
package struct RuleInputs: Sendable, Equatable {
    package let facts: RuleFacts
    package let standing: FundingRule.Standing
    package let instant: Instant
    /// The other cases that count on the events (P13); nil: it was not asked.
    package let claims: [EventClaim]?
    /// The event as it was before a change that a condition has to say something of; nil: nothing was changed.
    package let before: Event?

    package init(
        _ facts: RuleFacts, standing: FundingRule.Standing, at instant: Instant, claims: [EventClaim]? = nil,
        before: Event? = nil
    ) {
        self.facts = facts
        self.standing = standing
        self.instant = instant
        self.claims = claims
        self.before = before
    }

    /// What the rule says of them.
    package var evaluation: Evaluation {
        let found = standingFindings + claimFindings
        let changed = changeFindings
        let rest = found.filter { finding in
            finding.verdict != .holds || !changed.contains { finding.isOfTheSame(as: $0) }
        }
        return Evaluation(
            evaluatedAt: instant, ruleVersion: facts.rule.version,
            findings: rest + changed.filter { !rest.contains($0) })
    }

    /// What is found of the events as they stand.
    package var standingFindings: [Finding] {
        switch standing {
        case .applied, .prospective: FundingRule.evaluate(facts, at: instant, standing: standing).findings
        case .actual:
            facts.events.flatMap { FundingRule.evaluateHeld($0.event, facts: facts, at: instant).findings }
        }
    }

    /// What the change itself ends or raises, which no look at the changed event alone can show.
    package var changeFindings: [Finding] {
        guard let before, let after = facts.events.first?.event else { return [] }
        return FundingRule.closedByChange(
            from: before, to: after, at: instant, noticeDays: facts.rule.noticeDays)
            + FundingRule.dearerByChange(from: before, to: after, rule: facts.rule)
    }

    private var claimFindings: [Finding] {
        claims.map { FundingRule.uniqueness(of: facts.events.map(\.event.id), claims: $0) } ?? []
    }
}

extension Finding {
    fileprivate func isOfTheSame(as other: Finding) -> Bool {
        predicate == other.predicate && eventID == other.eventID
    }
}

/// When the rule was asked in a case, of what is kept (docs/rules.md, moments).
package enum RuleMoment: String, Sendable, CaseIterable {
    case submission, completion, recommendation, decision, change, deviation, sweep

    /// How invitations are read then.
    package var standing: FundingRule.Standing {
        switch self {
        case .submission, .completion: .applied
        case .recommendation, .decision: .prospective
        case .change, .deviation, .sweep: .actual
        }
    }

    /// Whether it is a condition that was asked of, rather than an application.
    package var isOfCondition: Bool {
        switch self {
        case .submission, .completion, .recommendation, .decision: false
        case .change, .deviation, .sweep: true
        }
    }
}
