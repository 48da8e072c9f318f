extension FundingRule {
    /// P11: the event has not begun, and lies within the call's project period. No grant is given in retrospect.
    static func time(_ view: EventView) -> Finding {
        guard view.details.startsAt > view.instant else { return view.fails(.time, .eventHasBegun, severity: .call) }
        return projectPeriod(view)
    }

    /// P11 as it goes on holding: the event lies within the project period, from its first day to its last.
    static func projectPeriod(_ view: EventView) -> Finding {
        let first = Stockholm.day(view.details.startsAt)
        let last = Stockholm.day(view.details.endsAt.adding(microseconds: -1))
        let isEarly = view.facts.projectStartsOn.map { first < $0 } ?? false
        let isLate = view.facts.projectEndsOn.map { last > $0 } ?? false
        guard !isEarly, !isLate else { return view.fails(.time, .eventIsOutsideTheProjectPeriod, severity: .call) }
        return view.holds(.time, .call)
    }

    /// P14: the applicant hosts the event, alone or with others; as a co-host only if it has confirmed that.
    static func hostIdentity(_ view: EventView) -> Finding {
        view.hosts.contains(view.facts.region.principal(of: view.facts.applicant, on: view.day))
            ? view.holds(.hostIdentity) : view.fails(.hostIdentity, .applicantIsNotAHost)
    }

    /// P12: there are events, and every krona sought is for one of them, or for a kind of cost that the call allows
    /// without an event. One open event does not cover a closed one: that is seen to by asking every predicate of every
    /// event.
    static func everyEvent(_ facts: RuleFacts) -> [Finding] {
        func finding(_ verdict: Verdict, _ reason: Finding.Reason) -> [Finding] {
            [Finding(.everyEvent, .core, verdict, event: nil, reason: reason)]
        }
        guard !facts.events.isEmpty else { return finding(.fails, .applicationHasNoEvents) }
        let shares = facts.events.map(\.costShare).sum
        // Costs without an event go with the events: where none has a share, there is nothing for them to go with.
        let placed = shares > .zero ? shares + facts.withoutEvent : shares
        guard placed >= facts.requestedAmount else { return finding(.fails, .costsHaveNoEvent) }
        guard shares <= facts.requestedAmount else { return finding(.fails, .sharesAreMoreThanIsSought) }
        return finding(.holds, .holds)
    }
}
