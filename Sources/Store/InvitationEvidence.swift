package import Domain
package import Postgres
import SQL

extension Querying {
    /// What shows that each library was invited to an event, by name.
    package func invitationEvidence(of event: Event.ID) async throws -> [InvitationEvidence] {
        try await all(SQL.InvitationEvidence.ofEvent(eventID: event))
    }

    /// To which libraries the invitation of these events has been delivered, and by which channel.
    package func delivered(to events: [Event.ID]) async throws -> Deliveries {
        guard !events.isEmpty else { return Deliveries(rows: []) }
        return Deliveries(
            rows: try await rows(SQL.InvitationEvidence.delivered(events: events)).map { row in
                try (event: row["event_id"], library: row["library_id"], byCalendarAlone: row["by_calendar_alone"])
            })
    }

    /// Whether somebody of a library has opened an event before.
    package func isRead(_ event: Event.ID, by library: Library.ID) async throws -> Bool {
        try await value(SQL.InvitationEvidence.isRead(eventID: event, libraryID: library), column: "is_read") ?? false
    }
}

extension Transaction {
    /// Notes that somebody of a library has opened an event; of the first time only.
    package func noteReading(of event: Event.ID, by library: Library.ID) async throws {
        try await execute(SQL.InvitationEvidence.read(eventID: event, libraryID: library))
    }
}

/// Whom the invitations of some events have reached.
package struct Deliveries: Sendable {
    fileprivate let rows: [(event: Event.ID, library: Library.ID, byCalendarAlone: Bool)]

    /// As a call's rule counts them (P9): what the calendar alone has delivered counts where it accepts the calendar.
    package func counted(by rule: CallRule) -> [Event.ID: Set<Library.ID>] {
        let counted = rows.filter { !$0.byCalendarAlone || rule.calendarIsChannel }
        return Dictionary(grouping: counted, by: \.event).mapValues { Set($0.map(\.library)) }
    }
}

/// What shows that one library was invited to an event.
package struct InvitationEvidence: Sendable, PostgresRowDecodable {
    package let libraryID: Library.ID
    package let libraryName: String
    /// From when the invitation of the library stood in the region's calendar.
    package let publishedFrom: Instant
    /// Until when: the end of the event, if it still stands.
    package let publishedUntil: Instant
    /// How often it did not stand there in between.
    package let gaps: Int
    /// When somebody of the library, logged in, first opened the event.
    package let firstReadAt: Instant?
    package let queuedAt: Instant?
    package let acceptedAt: Instant?
    package let bouncedAt: Instant?
    /// By which channels something was sent.
    package let channels: [String]
    /// nil as long as nobody registers through the service.
    package let registered: Int?
    package let refused: Int?

    package init(_ row: Row) throws {
        libraryID = try row["library_id"]
        libraryName = try row["library_name"]
        publishedFrom = try row["published_from"]
        publishedUntil = try row["published_until"]
        gaps = try row["gaps"]
        firstReadAt = try row["first_read_at"]
        queuedAt = try row["queued_at"]
        acceptedAt = try row["accepted_at"]
        bouncedAt = try row["bounced_at"]
        channels = try row["channels"]
        registered = try row["registered"]
        refused = try row["refused"]
    }
}
