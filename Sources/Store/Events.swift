package import Domain
package import Postgres
import SQL

extension Querying {
    /// One event, whatever its status.
    package func event(_ id: Event.ID) async throws -> Event? {
        try await first(SQL.Events.get(id: id))
    }

    /// The events with these ids, in the order of their ids.
    package func events(_ ids: [Event.ID]) async throws -> [Event] {
        guard !ids.isEmpty else { return [] }
        return try await all(SQL.Events.some(ids: ids))
    }

    /// A page of the calendar, and how many events there are in all.
    package func calendar(_ filter: EventFilter, limit: Int, offset: Int) async throws -> (events: [Event], total: Int)
    {
        async let total: Int? = value(
            SQL.Events.count(
                from: filter.from, until: filter.until, kind: filter.kind?.rawValue, theme: filter.theme,
                host: filter.host, municipality: filter.municipalityCode, online: filter.isOnline,
                words: filter.words), column: "total")
        let events: [Event] = try await all(
            SQL.Events.list(
                from: filter.from, until: filter.until, kind: filter.kind?.rawValue, theme: filter.theme,
                host: filter.host, municipality: filter.municipalityCode, online: filter.isOnline,
                words: filter.words, limit: limit, offset: offset))
        return (events, try await total ?? 0)
    }

    /// Everything that these libraries host, drafts too, the latest first.
    package func events(
        hostedBy hosts: [Library.ID], limit: Int, offset: Int
    ) async throws -> (events: [Event], total: Int) {
        async let total: Int? = value(SQL.Events.countOfHosts(hosts: hosts), column: "total")
        let events: [Event] = try await all(SQL.Events.ofHosts(hosts: hosts, limit: limit, offset: offset))
        return (events, try await total ?? 0)
    }

    /// What the public feed shows: events that end after `since`, cancelled ones that would have after
    /// `cancelledSince`.
    package func feed(since: Instant, cancelledSince: Instant) async throws -> [Event] {
        try await all(SQL.Events.feed(since: since, cancelledSince: cancelledSince))
    }
}

/// What a reader of the calendar asks for. Nothing means everything.
package struct EventFilter: Sendable, Equatable {
    package var from: Instant?
    package var until: Instant?
    package var kind: EventKind?
    package var theme: String?
    package var host: Library.ID?
    package var municipalityCode: String?
    package var isOnline: Bool?
    package var words: String?

    package init() {}
}

extension Transaction {
    /// The events, held until the transaction ends, in the order of their ids.
    package func lockEvents(_ ids: [Event.ID]) async throws -> [Event] {
        guard !ids.isEmpty else { return [] }
        return try await all(SQL.Events.lock(ids: ids))
    }

    /// Writes a new event and answers with it as the database has it.
    package func insert(_ event: Event, by person: Person.ID) async throws -> Event {
        let row = EventRow(event)
        return try await stored(event, SQL.Events.insert(row, id: event.id, createdBy: person))
    }

    /// Writes a locked event, moves its version, and answers with it as the database has it.
    package func update(_ event: Event) async throws -> Event {
        try await stored(event, SQL.Events.update(EventRow(event), id: event.id))
    }

    private func stored(_ event: Event, _ query: Query) async throws -> Event {
        guard let row = try await rows(query).first else { throw RowIsGone(table: "events") }
        return try event.stored(
            version: row["version"], invitesRegion: row["invites_region"], daySaidAt: row["day_said_at"])
    }
}

/// A row that was locked in this transaction was not there to be written. This cannot happen while the locks hold.
struct RowIsGone: Error {
    let table: String
}

extension Event {
    fileprivate func stored(version: Int, invitesRegion: Bool, daySaidAt: Instant?) -> Event {
        Event(
            id: id, calendarUID: calendarUID, details: details, status: status, invitation: invitation,
            invitesRegion: invitesRegion, sequence: sequence, version: version, createdAt: createdAt,
            changedAt: changedAt, confirmedCoHosts: confirmedCoHosts, daySaidAt: daySaidAt)
    }
}
