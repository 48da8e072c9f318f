import Foundation
import Postgres
import SQL

/// The migrated and seeded databases that those of the tests are copies of. Each is made once for a schema and its
/// seeds, whichever run comes first, and is dropped by the first run that has other ones and finds nobody using it.
actor Templates {
    static let shared = Templates()

    private var made: [TestContent: Task<String, any Error>] = [:]
    private var presence: Task<Void, any Error>?

    /// The name of the template of `content`, which exists from then on.
    func name(of content: TestContent, on server: TestServer) async throws -> String {
        let task = made[content] ?? Task { try await make(content, on: server) }
        made[content] = task
        return try await task.value
    }

    private func make(_ content: TestContent, on server: TestServer) async throws -> String {
        let presence = presence ?? Task { try await Presence.begin(on: server) }
        self.presence = presence
        try await presence.value
        let name = TestRun.current.templateName(content)
        try await Presence.alone(on: server) { transaction in
            let names = try await transaction.databaseNames()
            guard !names.contains(name) else { return }
            try await Self.build(name, of: content, on: server)
        }
        return name
    }

    /// A half-made template never bears the name: it gets it by one statement at the end.
    private static func build(_ name: String, of content: TestContent, on server: TestServer) async throws {
        let databases = Databases(on: server.configuration)
        let unfinished = "\(name)_unfinished"
        try await databases.drop(unfinished)
        let configuration = try await databases.create(unfinished)
        try await Migrator(migrations: SQL.migrations).migrate(configuration)
        try await Migrator(migrations: content.seeds, table: "seeds").migrate(configuration)
        _ = try await databases.create(name, copying: unfinished)
        try await databases.drop(unfinished)
    }
}

/// That this run is alive, for other runs to see.
enum Presence {
    /// Shows it, and clears away what runs that are gone have left.
    static func begin(on server: TestServer) async throws {
        var configuration = server.configuration
        configuration.applicationName = TestRun.current.applicationName
        configuration.readLanes = 1
        configuration.availabilityTimeout = .seconds(10)
        let client = PostgresClient(configuration: configuration, logger: .silent)
        // For as long as the process lives: its end is what other runs look for.
        Task.detached { try await client.run() }
        _ = try await client.rows(Query(name: "Presence.show", text: "SELECT 1"))
        try await alone(on: server) { transaction in
            for name in try await transaction.leftDatabases() {
                try await Databases(on: server.configuration).drop(name)
            }
        }
    }

    /// Does `work` while no other run does the like.
    static func alone(on server: TestServer, _ work: (Transaction) async throws -> Void) async throws {
        var configuration = server.configuration
        configuration.lockTimeout = .seconds(120)
        configuration.statementTimeout = .seconds(120)
        configuration.idleInTransactionTimeout = .seconds(120)
        let client = PostgresClient(configuration: configuration, logger: .silent)
        try await client.transaction { transaction in
            // Any number will do as long as nobody else takes it; the transaction's end frees it.
            _ = try await transaction.rows(
                Query(name: "Presence.alone", text: "SELECT 1 AS held FROM pg_advisory_xact_lock(7318349394477056)"))
            try await work(transaction)
        }
    }
}

extension Querying {
    fileprivate func databaseNames() async throws -> Set<String> {
        Set(try await values(Query(name: "Presence.names", text: "SELECT datname FROM pg_database"), column: "datname"))
    }

    /// Databases of runs that are gone, templates that no run uses, and those that were never finished.
    fileprivate func leftDatabases() async throws -> [String] {
        try await values(
            Query(
                name: "Presence.left",
                text: """
                    SELECT datname FROM pg_database
                     WHERE datname ~ '^samlyft_(test|template)_[0-9a-f]+_'
                       AND (datname LIKE '%unfinished' OR NOT EXISTS (
                            SELECT FROM pg_stat_activity
                             WHERE application_name ~ '^samlyft_test_[0-9a-f]+_[0-9a-f]+$'
                               AND split_part(datname, '_', 3) IN (
                                   split_part(application_name, '_', 3), split_part(application_name, '_', 4))))
                    """), column: "datname")
    }
}
