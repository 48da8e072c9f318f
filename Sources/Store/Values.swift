package import Domain
package import Postgres

/// How the domain's small values stand in PostgreSQL.
extension Identifier: PostgresEncodable, PostgresDecodable {
    package static var postgresTypes: [PostgresType] { [.uuid] }
}

extension Identifier: PostgresListElement {
    package static var postgresArrayType: PostgresType { .uuidArray }
    package static var postgresArrayTypes: [PostgresType] { [.uuidArray] }

    package init(element bytes: RawSpan, in range: Range<Int>) throws {
        self.init(rawValue: try RawValue(element: bytes, in: range))
    }
}

extension Instant: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .timestamptz }
    package static var postgresTypes: [PostgresType] { [.timestamptz] }
    package var postgresValue: PostgresValue { PostgresTimestamp(microseconds: Int64(microseconds)).postgresValue }

    package init(postgres: PostgresCell) throws {
        self.init(microseconds: Int(try PostgresTimestamp(postgres: postgres).microseconds))
    }
}

extension Day: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .date }
    package static var postgresTypes: [PostgresType] { [.date] }
    package var postgresValue: PostgresValue { PostgresDate(days: Int32(clamping: daysSince1970)).postgresValue }

    package init(postgres: PostgresCell) throws {
        self.init(daysSince1970: Int(try PostgresDate(postgres: postgres).days))
    }
}

/// Whole öre in a `bigint`.
extension Money: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }
    package static var postgresTypes: [PostgresType] { Int.postgresTypes }
    package var postgresValue: PostgresValue { ore.postgresValue }

    package init(postgres: PostgresCell) throws {
        self.init(ore: try Int(postgres: postgres))
    }
}

/// A word that SQL keeps as text and the domain as an enum.
func word<Value: RawRepresentable<String>>(_ text: String, _ column: StaticString) throws -> Value {
    guard let value = Value(rawValue: text) else { throw UnknownWord(column: "\(column)", word: text) }
    return value
}

/// The database holds a word that this program does not know: the two are of different versions.
struct UnknownWord: Error, CustomStringConvertible {
    let column: String
    let word: String

    var description: String { "column \(column) holds a word that this program does not know" }
}
