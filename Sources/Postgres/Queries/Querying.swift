/// What can be asked for rows: the client, through its read lanes, and a transaction.
package protocol Querying: Sendable {
    /// Runs one statement.
    func rows(_ query: Query) async throws -> Rows
}

/// What is made from a row.
package protocol PostgresRowDecodable: Sendable {
    /// Reads the columns by name.
    init(_ row: Row) throws
}

extension Querying {
    /// Every row.
    package func all<Value: PostgresRowDecodable>(_ query: Query) async throws -> [Value] {
        try await rows(query).decoded()
    }

    /// The first row, or nil if there is none.
    package func first<Value: PostgresRowDecodable>(_ query: Query) async throws -> Value? {
        let rows = try await rows(query)
        guard let first = rows.first else { return nil }
        guard let shared = rows.shared else { return try Value(first) }
        return try shared.value { try Value(first) }
    }

    /// Runs the statement for its effect, and tells how many rows it touched.
    @discardableResult
    package func execute(_ query: Query) async throws -> Int {
        try await rows(query).affected
    }

    /// One column of the first row, or nil if there is no row.
    package func value<Value: PostgresDecodable>(_ query: Query, column: StaticString) async throws -> Value? {
        try await rows(query).first.map { row in try row[column] }
    }

    /// One column of every row.
    package func values<Value: PostgresDecodable>(_ query: Query, column: StaticString) async throws -> [Value] {
        try await rows(query).map { row in try row[column] }
    }
}

extension Rows {
    /// Every row as a value.
    package func decoded<Value: PostgresRowDecodable>() throws -> [Value] { try map(Value.init) }
}
