import Domain
import Postgres
import SQL
import Store
import TestDatabase
import Testing

@Suite struct `The calendar of 5,000 events` {
    @Test func `is read by its index, not by sorting the table`() async throws {
        try await withScene { scene in
            let model = try await scene.publishedEvent()
            try await scene.database.run(
                // It writes the same row once an event, which is slow within one transaction.
                "ALTER TABLE events DISABLE TRIGGER calendar_shows_new_events")
            for first in stride(from: 1, to: 5000, by: 500) {
                try await scene.database.run(Self.copies(of: model, from: first, to: min(first + 499, 4999)))
            }
            try await scene.database.run(
                "ALTER TABLE events ENABLE TRIGGER calendar_shows_new_events", "ANALYZE events")
            let plan = try await scene.client.transaction { try await $0.lines("EXPLAIN \(Self.firstPage)") }
                .joined(separator: "\n")
            #expect(plan.contains("events_by_start"), "\(plan)")
            #expect(!plan.contains("Seq Scan on events"), "\(plan)")
            let page = try await scene.database.calendar(EventFilter(), limit: 20, offset: 0)
            #expect(page.total == 5000)
            #expect(page.events.count == 20)
            #expect(page.events.map(\.details.startsAt) == page.events.map(\.details.startsAt).sorted())
        }
    }

    /// The text of `Events.list` with what the first page of the calendar gives it.
    private static var firstPage: String {
        let query = SQL.queries.first { "\($0.name)" == "Events.list" }
        let values = ["from": "now()", "limit": "20", "offset": "0", "host": "NULL::uuid"]
        return (query?.parameterNames ?? []).enumerated().reversed().reduce("\(query?.text ?? "")") { text, parameter in
            text.replacing("$\(parameter.offset + 1)", with: values[parameter.element, default: "NULL"])
        }
    }

    /// In parts: no statement runs for long, however busy the machine is.
    private static func copies(of model: Event.ID, from first: Int, to last: Int) -> String {
        """
        INSERT INTO events (id, calendar_uid, host_library_id, title, kind, starts_at, ends_at, attendance, venue_name,
                            venue_municipality_code, status, published_at, invitation_scope, invitation_state,
                            invitation_published_at)
        SELECT gen_random_uuid(), 'copy ' || number, host_library_id, title, kind, starts_at + number * interval '1 hour',
               ends_at + number * interval '1 hour', attendance, venue_name, venue_municipality_code, status,
               published_at, invitation_scope, invitation_state, invitation_published_at
          FROM events, generate_series(\(first), \(last)) AS number
         WHERE id = '\(model)'
        """
    }
}
