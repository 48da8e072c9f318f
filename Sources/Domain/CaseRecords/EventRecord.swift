/// What a case keeps of an event: all that the funding rule reads of it, and all that a case officer judges.
package struct EventRecord: Sendable, Equatable {
    package let id: Event.ID
    package let version: Int
    package let title: String
    package let kind: EventKind
    package let summary: String
    package let description: String
    package let time: EventTime
    package let place: EventPlace
    package let audience: [Audience]
    package let seats: Seats
    package let registration: RegistrationWindow
    package let prices: Prices
    package let host: NamedUnit
    package let coHosts: [NamedUnit]
    package let confirmedCoHosts: [NamedUnit]
    package let invitationScope: Invitation.Scope
    /// Everybody whom the invitation reaches: those on its list, or all others that there are.
    package let invitees: [NamedUnit]
    package let invitationState: Invitation.State
    /// When the region sees it, where the host has said so (P4); how late it may go out is asked before a decision alone.
    package let window: Invitation.Window
    /// From when others could read of the event and its invitation: the notice counts from there (P8).
    package let readableSince: Instant?
    /// When another day than it was published with was said, where the region has not agreed to it: then from there.
    package let daySaidAt: Instant?
    package let status: EventStanding

    package init(
        id: Event.ID, version: Int, title: String, kind: EventKind, summary: String, description: String,
        time: EventTime, place: EventPlace, audience: [Audience], seats: Seats, registration: RegistrationWindow,
        prices: Prices, host: NamedUnit, coHosts: [NamedUnit], confirmedCoHosts: [NamedUnit],
        invitationScope: Invitation.Scope, invitees: [NamedUnit], invitationState: Invitation.State,
        window: Invitation.Window = .always, readableSince: Instant?, daySaidAt: Instant? = nil,
        status: EventStanding
    ) {
        self.daySaidAt = daySaidAt
        self.id = id
        self.version = version
        self.title = title
        self.kind = kind
        self.summary = summary
        self.description = description
        self.time = time
        self.place = place
        self.audience = audience
        self.seats = seats
        self.registration = registration
        self.prices = prices
        self.host = host
        self.coHosts = coHosts
        self.confirmedCoHosts = confirmedCoHosts
        self.invitationScope = invitationScope
        self.invitees = invitees
        self.invitationState = invitationState
        self.window = Invitation.Window(visibleFrom: window.visibleFrom, visibleUntil: window.visibleUntil)
        self.readableSince = readableSince
        self.status = status
    }
}

extension EventRecord {
    /// An event as it stands, with the names of today and the region as it is at `instant`.
    package init(_ event: Event, region: RegionFacts, names: UnitNames, at instant: Instant) {
        let details = event.details
        let reached = event.reached(in: region, at: instant)
        self.init(
            id: event.id, version: event.version, title: details.title, kind: details.kind, summary: details.summary,
            description: details.description,
            time: EventTime(startsAt: details.startsAt, endsAt: details.endsAt, allDay: details.allDay),
            place: EventPlace(
                attendance: details.attendance, venue: details.venue, hasLink: details.onlineURL != nil),
            audience: Audience.allCases.filter(details.audience.contains), seats: details.seats,
            registration: details.registration, prices: details.prices, host: names[details.hostLibraryID],
            coHosts: names.units(details.coHostLibraryIDs), confirmedCoHosts: names.units(event.confirmedCoHosts),
            invitationScope: event.invitation.scope, invitees: names.units(reached, event.invitation.branches),
            invitationState: event.invitation.state, window: event.invitation.window,
            readableSince: event.readableSince, daySaidAt: event.daySaidAt,
            status: EventStanding(event.status))
    }

    /// Fact by fact, in the order in which they are read.
    package var facts: [CaseFact] {
        [
            CaseFact(.eventTitle, .text(title)), CaseFact(.kind, .kind(kind)), CaseFact(.status, .status(status)),
            CaseFact(.time, .time(time)), CaseFact(.place, .place(place)), CaseFact(.host, .units([host])),
            CaseFact(.coHosts, .units(coHosts)), CaseFact(.confirmedCoHosts, .units(confirmedCoHosts)),
            CaseFact(.audience, .audience(audience)), CaseFact(.seats, .seats(seats)),
            CaseFact(.registration, .registration(registration)), CaseFact(.prices, .prices(prices)),
            CaseFact(.invitationScope, .scope(invitationScope)), CaseFact(.invitees, .units(invitees)),
            CaseFact(.invitationState, .invitationState(invitationState)),
            CaseFact(.invitationWindow, .window(window)),
            CaseFact(.readableSince, .instant(readableSince)), CaseFact(.daySaidAt, .instant(daySaidAt)),
            CaseFact(.summary, .text(summary)),
            CaseFact(.description, .text(description)),
        ]
    }
}

extension Event {
    /// The libraries that the invitation reaches; of a list those that it names, be they of the region or not.
    fileprivate func reached(in region: RegionFacts, at instant: Instant) -> Set<Library.ID> {
        switch invitation.scope {
        case .all, .public: region.members(of: self, at: instant).subtracting(hosts)
        case .list: Set(invitation.libraries)
        case .own: []
        }
    }

    /// Nobody reads an invitation to an event that is not published.
    fileprivate var readableSince: Instant? {
        guard let invited = invitation.publishedAt, let shown = publishedAt else { return nil }
        return max(invited, shown)
    }
}
