import Postgres
import Testing

@Suite(.serialized) struct `Migrations` {
    private static let first = Migration(number: 1, name: "events", sql: "CREATE TABLE events (id int8); SELECT 1;")
    private static let second = Migration(number: 2, name: "titles", sql: "ALTER TABLE events ADD COLUMN title text")

    @Test func `a migration is applied once, and remembered`() async throws {
        try await ScratchDatabase.use { database in
            let one = Migrator(migrations: [Self.first])
            let both = Migrator(migrations: [Self.first, Self.second])
            try await expect([Self.first]) { try await one.migrate(database.configuration) }
            try await expect([Self.second]) { try await both.pending(database.configuration) }
            try await expect([Self.second]) { try await both.migrate(database.configuration) }
            try await expect([]) { try await both.migrate(database.configuration) }
            #expect(try await database.client.rows(Query(name: "titles", text: "SELECT title FROM events")).isEmpty)
        }
    }

    @Test func `several at once apply each migration once`() async throws {
        try await ScratchDatabase.use { database in
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await Migrator(migrations: [Self.first, Self.second]).migrate(database.configuration)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied == [Self.first, Self.second])
        }
    }

    @Test func `a changed, unknown or missing migration is refused`() async throws {
        let changed = Migration(number: 1, name: "events", sql: "SELECT 2")
        let other = Migration(number: 1, name: "other", sql: "SELECT 1")
        try await ScratchDatabase.use { database in
            try await Migrator(migrations: [Self.first, Self.second]).migrate(database.configuration)
            for (migrations, refusal) in [
                ([changed, Self.second], MigrationRefusal.changed(number: 1, name: "events")),
                ([Self.first], .unknown(number: 2, name: "titles")),
                ([other, Self.second], .unknown(number: 1, name: "events")),
                ([Self.second], .gap(at: 2)),
                ([Self.first, Self.first], .gap(at: 1)),
            ] {
                await #expect(throws: refusal) {
                    try await Migrator(migrations: migrations).migrate(database.configuration)
                }
            }
        }
    }

    @Test func `a migration that fails leaves nothing behind`() async throws {
        let broken = Migration(number: 2, name: "broken", sql: "CREATE TABLE half (id int8); SELECT missing")
        let commits = Migration(number: 2, name: "commits", sql: "COMMIT")
        try await ScratchDatabase.use { database in
            let refusal = try await #require(throws: MigrationRefusal.self) {
                try await Migrator(migrations: [Self.first, broken]).migrate(database.configuration)
            }
            guard case .failed(2, "broken", let error) = refusal else { throw refusal }
            #expect(error.sqlState == "42703")
            await #expect(throws: MigrationRefusal.endedItsTransaction(number: 2, name: "commits")) {
                try await Migrator(migrations: [Self.first, commits]).migrate(database.configuration)
            }
            try await expect([]) { try await Migrator(migrations: [Self.first]).migrate(database.configuration) }
            let half = try await PostgresError.thrown {
                try await database.client.rows(Query(name: "half", text: "SELECT id FROM half"))
            }
            #expect(half.sqlState == "42P01")
        }
    }

    @Test func `seeds are migrations with a table of their own`() async throws {
        let seed = Migration(number: 1, name: "one event", sql: "INSERT INTO events VALUES (1)")
        try await ScratchDatabase.use { database in
            try await Migrator(migrations: [Self.first]).migrate(database.configuration)
            let seeds = Migrator(migrations: [seed], table: "seeds")
            try await expect([seed]) { try await seeds.migrate(database.configuration) }
            try await expect([]) { try await seeds.migrate(database.configuration) }
        }
    }
}

private func expect(_ migrations: [Migration], from body: () async throws -> [Migration]) async throws {
    let applied = try await body()
    #expect(applied == migrations)
}
