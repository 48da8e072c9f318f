/// A state that an event has been in, and from when.
package struct PastEvent: Sendable, Equatable {
    package let event: Event
    package let since: Instant

    package init(event: Event, since: Instant) {
        self.event = event
        self.since = since
    }
}

extension FundingRule {
    /// P15: from the decision to the end of the event there is no instant at which P1 to P7 or P10 fails. It is
    /// computed over every state that the event has been in, not at samples: between the changes, and the days on which
    /// libraries come and go, nothing can change. `history` begins with the state in which the decision left the event,
    /// or with that in which a breach was cured.
    package static func continuity(
        of id: Event.ID, history: [PastEvent], facts: RuleFacts, until instant: Instant
    ) -> Finding {
        let isUnbroken = moments(of: history, facts: facts, until: instant).allSatisfy { $0 == .holds }
        return Finding(
            .continuity, .core, isUnbroken ? .holds : .fails, event: id,
            reason: isUnbroken ? .holds : .invitationHadAGap)
    }

    /// What is found at one of the moments at which it could come to be another.
    enum Moment {
        case holds, fails
        /// A change ended the registration that others had.
        case closes
    }

    /// What is found of an event from moment to moment, in their order.
    static func moments(of history: [PastEvent], facts: RuleFacts, until instant: Instant) -> [Moment] {
        let boundaries = facts.region.daysOfChange.map(Stockholm.start(of:)).sorted()
        return history.enumerated().flatMap { index, past -> [Moment] in
            let next = index + 1 < history.count ? history[index + 1] : nil
            let end = min(next?.since ?? instant, past.event.details.endsAt)
            let looked = ([past.since] + boundaries.filter { past.since < $0 && $0 < end }).filter { $0 < end }
            let found = looked.map { moment -> Moment in
                let view = EventView(past.event, facts: facts, at: moment, standing: .actual)
                return continuous(view).contains(where: \.blocks) ? .fails : .holds
            }
            guard let next else { return found }
            let closed = closedByChange(
                from: past.event, to: next.event, at: next.since, noticeDays: facts.rule.noticeDays)
            return found + (closed.isEmpty ? [] : [.closes])
        }
    }
}
