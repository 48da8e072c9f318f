extension FundingRule {
    /// P9: the invitation has reached the libraries, by a channel that the call accepts. The log of the region's calendar
    /// is the only one there is yet. Before the decision it is as sure as the decision, which publishes the invitation.
    static func evidence(_ view: EventView) -> [Finding] {
        guard view.facts.rule.calendarIsChannel else {
            return [view.unknown(.evidence, .noChannelIsAccepted, severity: .call)]
        }
        switch (view.standing, view.facts.isLogged) {
        case (.actual, false): return [view.fails(.evidence, .publicationIsNotLogged, severity: .call)]
        case (.actual, nil): return []
        case (.prospective, _), (.actual, true): return [view.holds(.evidence, .call)]
        }
    }
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
