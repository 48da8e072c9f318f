import Postgres
import Testing

/// A table whose rows are acknowledged one by one, and which refuses a negative amount.
enum Accounts {
    static let create = Query(
        name: "Accounts.create",
        text: """
            CREATE TABLE accounts (
                key bigint PRIMARY KEY, amount bigint NOT NULL, CONSTRAINT amount_is_not_negative CHECK (amount >= 0))
            """)

    static func insert(_ key: Int, amount: Int = 0) -> Query {
        Query(
            name: "Accounts.insert", text: "INSERT INTO accounts (key, amount) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            parameters: [key.postgresValue, amount.postgresValue])
    }

    static func add(_ amount: Int, to key: Int) -> Query {
        Query(
            name: "Accounts.add", text: "UPDATE accounts SET amount = amount + $2 WHERE key = $1",
            parameters: [key.postgresValue, amount.postgresValue])
    }

    static func amount(_ key: Int) -> Query {
        Query(
            name: "Accounts.amount", text: "SELECT key, amount FROM accounts WHERE key = $1",
            parameters: [key.postgresValue])
    }

    static func lock(_ key: Int) -> Query {
        Query(
            name: "Accounts.lock", text: "SELECT key FROM accounts WHERE key = $1 FOR UPDATE",
            parameters: [key.postgresValue])
    }

    static let keys = Query(name: "Accounts.keys", text: "SELECT key FROM accounts")

    static func sleep(_ seconds: Double) -> Query {
        Query(name: "Accounts.sleep", text: "SELECT pg_sleep($1)::text", parameters: [seconds.postgresValue])
    }

    static let backend = Query(name: "Accounts.backend", text: "SELECT pg_backend_pid() AS pid")

    /// Every key in the table.
    static func keys(_ database: some Querying) async throws -> Set<Int> {
        Set(try await database.values(keys, column: "key"))
    }
}

/// What many writers were told.
struct Acknowledgements {
    var kept: Set<Int> = []
    var refused: Set<Int> = []
    var unknown: Set<Int> = []
    var failures: [PostgresError] = []

    /// Writes so many keys, `first` and on, from so many tasks at once through the write lane; `amount` of a key may be
    /// one to refuse.
    static func collect(
        _ client: PostgresClient, writers: Int, each: Int, from first: Int = 0,
        amount: @escaping @Sendable (Int) -> Int = { _ in 0 }
    ) async -> Acknowledgements {
        await withTaskGroup(of: Acknowledgements.self) { group in
            for writer in 0..<writers {
                let keys = first + writer * each
                group.addTask { await write(client, keys..<(keys + each), amount) }
            }
            return await group.reduce(into: Acknowledgements()) { $0.formUnion($1) }
        }
    }

    private static func write(
        _ client: PostgresClient, _ keys: Range<Int>, _ amount: @Sendable (Int) -> Int
    ) async -> Acknowledgements {
        var told = Acknowledgements()
        for key in keys {
            do {
                _ = try await client.write(Accounts.insert(key, amount: amount(key)))
                told.kept.insert(key)
            } catch {
                told.note(error, key)
            }
        }
        return told
    }

    private mutating func note(_ error: any Error, _ key: Int) {
        guard let error = error as? PostgresError else {
            Issue.record(error)
            return
        }
        if error.kind == .outcomeUnknown { unknown.insert(key) } else { refused.insert(key) }
        failures.append(error)
    }

    private mutating func formUnion(_ other: Acknowledgements) {
        kept.formUnion(other.kept)
        refused.formUnion(other.refused)
        unknown.formUnion(other.unknown)
        failures += other.failures
    }
}
