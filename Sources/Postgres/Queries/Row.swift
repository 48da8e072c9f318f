/// One row of a result, read by column name when it is asked for.
package struct Row: Sendable {
    let result: PostgresResult
    let index: Int

    /// The value of a column that is not NULL.
    package subscript<Value: PostgresDecodable>(_ column: StaticString) -> Value {
        get throws {
            guard let value: Value = try self[column] else {
                throw fault(column, Value.self, found: nil, reason: "it is NULL")
            }
            return value
        }
    }

    /// The value of a column that may be NULL.
    package subscript<Value: PostgresDecodable>(_ column: StaticString) -> Value? {
        get throws {
            guard let position = result.position(of: column) else {
                throw fault(column, Value.self, found: nil, reason: "there is no such column")
            }
            guard !result.isNull(row: index, column: position) else { return nil }
            return try decode(PostgresCell(result: result, row: index, column: position), column)
        }
    }

    private func decode<Value: PostgresDecodable>(_ cell: PostgresCell, _ column: StaticString) throws -> Value {
        guard Value.canRead(cell.type) else {
            throw fault(column, Value.self, found: cell.type, reason: "it has another type")
        }
        do {
            return try Value(postgres: cell)
        } catch let reason as PostgresCellFault {
            throw fault(column, Value.self, found: cell.type, reason: "\(reason)")
        }
    }

    private func fault<Value: PostgresDecodable>(
        _ column: StaticString, _ type: Value.Type, found: PostgresType?, reason: String
    ) -> PostgresDecodingError {
        PostgresDecodingError(
            query: "\(result.query)", column: "\(column)", expected: "\(type)", expectedTypes: Value.postgresTypes,
            found: found, reason: reason)
    }
}

/// A column could not be read as what the program wanted.
package struct PostgresDecodingError: Error, CustomStringConvertible {
    /// The name of the query.
    package let query: String
    /// The name of the column.
    package let column: String
    /// The Swift type that was wanted.
    package let expected: String
    /// The PostgreSQL types that it can be read from.
    package let expectedTypes: [PostgresType]
    /// The type that the column has, where there is one.
    package let found: PostgresType?
    /// Why it failed; never the value.
    package let reason: String

    /// All of it in a sentence.
    package var description: String {
        let found = found.map { " and is \($0)" } ?? ""
        return "\(query): column \(column) is wanted as \(expected) (from \(expectedTypes))\(found): \(reason)"
    }
}
