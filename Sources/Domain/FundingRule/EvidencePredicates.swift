extension FundingRule {
    /// P9: the invitation has reached every library that it invites: by mail that was taken and has not come back, or
    /// by the log of the region's calendar where the call accepts that. Before the decision the calendar is as sure as
    /// the decision, which publishes the invitation; mail that nobody has sent yet is not.
    static func evidence(_ view: EventView) -> [Finding] {
        let missed = view.missed
        switch (view.standing, view.facts.isLogged) {
        case (.actual, nil): return []
        case _ where missed.isEmpty: return [view.holds(.evidence, .call)]
        case (.applied, _), (.prospective, _):
            return view.facts.rule.calendarIsChannel
                ? [view.holds(.evidence, .call)]
                : [view.unknown(.evidence, .noChannelIsAccepted, severity: .call, libraries: missed)]
        case (.actual, let isLogged?) where view.facts.rule.calendarIsChannel:
            guard !isLogged else { return [view.holds(.evidence, .call)] }
            return [view.fails(.evidence, .publicationIsNotLogged, severity: .call, libraries: missed)]
        case (.actual, _):
            let latest = view.firstRead?.adding(days: FundingRule.daysToDeliver)
            guard latest.map({ $0 <= view.instant }) ?? true else { return [view.holds(.evidence, .call)] }
            return [view.fails(.evidence, .invitationIsNotDelivered, severity: .call, libraries: missed)]
        }
    }

    /// For so long after others could first read of it an invitation that mail has not delivered is at risk, and no
    /// more.
    package static let daysToDeliver = 3
}

/// Another case that counts on an event of an application.
package struct EventClaim: Sendable, Equatable {
    package let eventID: Event.ID
    /// Whether money has been granted in it, rather than only applied for.
    package let isGranted: Bool
    /// The number of the other case, where the reader may see it.
    package let registryNumber: String?

    package init(eventID: Event.ID, isGranted: Bool, registryNumber: String?) {
        self.eventID = eventID
        self.isGranted = isGranted
        self.registryNumber = registryNumber
    }
}

extension FundingRule {
    /// P13: the same event is in one live grant or active application at most. `claims` are those of other cases.
    package static func uniqueness(of events: [Event.ID], claims: [EventClaim]) -> [Finding] {
        events.map { event in
            let claims = claims.filter { $0.eventID == event }
            guard !claims.isEmpty else {
                return Finding(.uniqueness, .call, .holds, event: event, reason: .holds)
            }
            return Finding(
                .uniqueness, .call, .fails, event: event,
                reason: claims.contains(where: \.isGranted) ? .eventHasAnotherGrant : .eventIsInAnotherApplication,
                cases: claims.compactMap(\.registryNumber).sorted())
        }
    }
}
