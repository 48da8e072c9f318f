/// A training event that a library hosts, with its invitation.
package struct Event: Sendable, Equatable {
    package typealias ID = Identifier<Event>

    package let id: ID
    /// The UID that every calendar knows the event by. It is made once and never changes (RFC 5545 3.8.4.7).
    package let calendarUID: String
    package var details: EventDetails
    package var status: Status
    package var invitation: Invitation
    /// The co-hosts who have said yes. Whoever is only named hosts nothing yet.
    package var confirmedCoHosts: [Library.ID]
    /// Whether the event invites the region now, as the database says.
    package let invitesRegion: Bool
    /// The revision that calendars compare (RFC 5545 3.8.7.4): moved by changes of time, place and status.
    package var sequence: Int
    package let version: Int
    package let createdAt: Instant
    /// The last change that a reader can see.
    package var changedAt: Instant
    /// When its day was said, where that is another than it was published with, and the region has not agreed to it.
    package var daySaidAt: Instant?

    /// Where the event stands. Data that exists only in a state stands with it.
    package enum Status: Sendable, Equatable {
        case draft
        case published(at: Instant)
        case cancelled(at: Instant, reason: String, publishedAt: Instant?)
    }

    package init(
        id: ID, calendarUID: String, details: EventDetails, status: Status, invitation: Invitation,
        invitesRegion: Bool, sequence: Int, version: Int, createdAt: Instant, changedAt: Instant,
        confirmedCoHosts: [Library.ID] = [], daySaidAt: Instant? = nil
    ) {
        self.daySaidAt = daySaidAt
        self.id = id
        self.calendarUID = calendarUID
        self.details = details
        self.status = status
        self.invitation = invitation
        self.invitesRegion = invitesRegion
        self.sequence = sequence
        self.version = version
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.confirmedCoHosts = confirmedCoHosts
    }
}

extension Event {
    /// A new draft by its host, inviting nobody yet.
    package static func drafted(_ details: EventDetails, calendarHost: CalendarHost, at instant: Instant) -> Event {
        let id = ID()
        return Event(
            id: id, calendarUID: calendarHost.uid(of: id), details: details, status: .draft, invitation: .none,
            invitesRegion: false, sequence: 0, version: 1, createdAt: instant, changedAt: instant)
    }

    package var isPublished: Bool {
        if case .published = status { true } else { false }
    }

    package var isCancelled: Bool {
        if case .cancelled = status { true } else { false }
    }

    package var publishedAt: Instant? {
        switch status {
        case .draft: nil
        case .published(let instant): instant
        case .cancelled(_, _, let instant): instant
        }
    }

    /// G of docs/rules.md: the host, and those of the co-hosts who have confirmed it.
    package var hosts: [Library.ID] { [details.hostLibraryID] + confirmedCoHosts }

    /// Whether `person` may change the event: they are an editor of one of its hosts.
    package func mayBeEdited(by person: Person) -> Bool {
        hosts.contains { person.has(.host, at: $0) }
    }

    /// What was published is seen by everybody, and stays so; the rest by the people of the host and of the co-hosts,
    /// who must see what they are asked to confirm.
    package func maySee(_ person: Person?) -> Bool {
        publishedAt != nil || person?.belongs(to: details.hosts) ?? false
    }

    /// Whether the region sees it at an instant, rather than its own people and the region's desk alone: it has been
    /// published, and the window of its invitation is open.
    package func isShown(at instant: Instant) -> Bool { publishedAt != nil && invitation.window.isOpen(at: instant) }
}
