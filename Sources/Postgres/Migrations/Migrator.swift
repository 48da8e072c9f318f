import CLibPQ
import Dispatch

/// Brings a database forward, one transaction a step, and writes down what it did.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    private let table: String

    /// Steps in order, recorded in this table.
    package init(migrations: [Migration], table: String = "schema_migrations") {
        self.migrations = migrations
        self.table = table
    }

    /// Applies what is not applied yet, and answers with it. Several at once wait for each other.
    @discardableResult
    package func migrate(_ configuration: PostgresConfiguration) async throws -> [Migration] {
        try await withConnection(configuration) { connection in
            try connection.run(script: "SELECT pg_advisory_lock(\(Self.lock))")
            let pending = try pending(connection)
            for migration in pending { try apply(migration, connection) }
            return pending
        }
    }

    /// What would be applied. Changes nothing.
    package func pending(_ configuration: PostgresConfiguration) async throws -> [Migration] {
        try await withConnection(configuration) { connection in try pending(connection) }
    }

    /// Any number will do as long as nobody else takes it; the session's end frees it.
    private static let lock = 0x53_61_6D_6C_79_66_74

    private func pending(_ connection: Connection) throws -> [Migration] {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw MigrationRefusal.gap(at: migration.number)
        }
        let applied = try applied(connection)
        for (index, record) in applied.enumerated() {
            guard index < migrations.count, record.number == index + 1, record.name == migrations[index].name else {
                throw MigrationRefusal.unknown(number: record.number, name: record.name)
            }
            guard record.checksum == migrations[index].checksum else {
                throw MigrationRefusal.changed(number: record.number, name: record.name)
            }
        }
        return Array(migrations[applied.count...])
    }

    private struct Record: PostgresRowDecodable {
        let number: Int
        let name: String
        let checksum: String

        init(_ row: Row) throws {
            number = try row["number"]
            name = try row["name"]
            checksum = try row["checksum"]
        }
    }

    private func applied(_ connection: Connection) throws -> [Record] {
        let exists = try connection.run(Self.tableExists(table))
        guard try exists.first?["exists"] == true else { return [] }
        return try connection.run(statement: "SELECT number, name, checksum FROM \(quoted(table)) ORDER BY number")
            .decoded()
    }

    private static func tableExists(_ table: String) -> Query {
        Query(
            name: "Migrator.tableExists", text: "SELECT to_regclass(quote_ident($1)) IS NOT NULL AS exists",
            parameters: [table.postgresValue])
    }

    private func apply(_ migration: Migration, _ connection: Connection) throws {
        do {
            try connection.run(script: "BEGIN")
            try connection.run(script: migration.sql)
            guard connection.isInTransaction else {
                throw MigrationRefusal.endedItsTransaction(number: migration.number, name: migration.name)
            }
            try connection.run(script: createTable)
            try connection.run(script: record(migration))
            try connection.run(script: "COMMIT")
        } catch let error as PostgresError {
            // The connection is closed by the caller, and the transaction with it.
            throw MigrationRefusal.failed(number: migration.number, name: migration.name, error)
        }
    }

    private var createTable: String {
        """
        CREATE TABLE IF NOT EXISTS \(quoted(table)) (
            number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp())
        """
    }

    private func record(_ migration: Migration) -> String {
        """
        INSERT INTO \(quoted(table)) (number, name, checksum)
        VALUES (\(migration.number), \(literal(migration.name)), '\(migration.checksum)')
        """
    }

    private func withConnection<Value: Sendable>(
        _ configuration: PostgresConfiguration, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await DispatchQueue(label: "postgres migrator").result {
            try body(Connection(configuration, SessionSettings()))
        }
    }
}

/// A text as SQL writes it down, whatever `standard_conforming_strings` says.
func literal(_ text: String) -> String {
    let escaped = text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "E'\(escaped)'"
}

extension Connection {
    /// Whether a transaction is open and has not failed.
    var isInTransaction: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_INTRANS }
}
