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
    /// libraries come and go, nothing can change. `history` begins with the state in which the decision left the event.
    package static func continuity(
        of id: Event.ID, history: [PastEvent], facts: RuleFacts, until instant: Instant
    ) -> Finding {
        let boundaries = facts.region.daysOfChange.map(Stockholm.start(of:))
        var isUnbroken = true
        for (index, past) in history.enumerated() {
            let next = index + 1 < history.count ? history[index + 1] : nil
            let end = min(next?.since ?? instant, past.event.details.endsAt)
            let moments = [past.since] + boundaries.filter { past.since < $0 && $0 < end }
            for moment in moments where moment < end {
                let view = EventView(past.event, facts: facts, at: moment, standing: .actual)
                if continuous(view).contains(where: \.blocks) { isUnbroken = false }
            }
            guard let next else { continue }
            let closed = closedByChange(
                from: past.event, to: next.event, at: next.since, noticeDays: facts.rule.noticeDays)
            if !closed.isEmpty { isUnbroken = false }
        }
        return Finding(
            .continuity, .core, isUnbroken ? .holds : .fails, event: id,
            reason: isUnbroken ? .holds : .invitationHadAGap)
    }
}
