import Postgres
import Testing

@Suite(.serialized) struct `Listening` {
    @Test func `a channel is heard, and no other`() async throws {
        try await ScratchDatabase.use { database in
            var events = database.client.listen("Händelser \"a\"").makeAsyncIterator()
            var others = database.client.listen("others").makeAsyncIterator()
            #expect(await events.next() == .reconnected)
            #expect(await others.next() == .reconnected)
            for payload in ["one", "två"] {
                _ = try await database.client.write(Self.notify("Händelser \"a\"", payload))
            }
            _ = try await database.client.write(Self.notify("others", "three"))
            #expect(await events.next() == .message(payload: "one"))
            #expect(await events.next() == .message(payload: "två"))
            #expect(await others.next() == .message(payload: "three"))
        }
    }

    @Test func `a reader is told when the connection was lost and stands again`() async throws {
        try await ScratchDatabase.use { database in
            var events = database.client.listen("events").makeAsyncIterator()
            #expect(await events.next() == .reconnected)
            let terminate = Query(
                name: "terminate listener",
                text: """
                    SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
                     WHERE datname = current_database() AND query LIKE 'LISTEN%'
                    """)
            #expect(try await database.client.value(terminate, column: "ended") == Bool?.some(true))
            #expect(await events.next() == .reconnected)
            _ = try await database.client.write(Self.notify("events", "after"))
            #expect(await events.next() == .message(payload: "after"))
        }
    }

    @Test func `the readers' channels end with the client`() async throws {
        try await ScratchDatabase.use { database in
            let ended = try await withClient(database.configuration) { client in
                let events = client.listen("events")
                return Task { for await _ in events {} }
            }
            await ended.value
        }
    }

    private static func notify(_ channel: String, _ payload: String) -> Query {
        Query(
            name: "notify", text: "SELECT pg_notify($1, $2)::text",
            parameters: [channel.postgresValue, payload.postgresValue])
    }
}
