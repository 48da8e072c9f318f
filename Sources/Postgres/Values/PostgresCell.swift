/// One value of a result that is not NULL, as PostgreSQL sent it.
package struct PostgresCell: Sendable {
    let result: PostgresResult
    let row: Int
    let column: Int

    /// The type that PostgreSQL says the value has.
    package var type: PostgresType { result.columns[column].type }

    /// The bytes of the value, which are valid inside `body` only.
    package func withBytes<Value>(_ body: (RawSpan) throws -> Value) rethrows -> Value {
        try result.withBytes(row: row, column: column, body)
    }

    /// The value as a number of exactly this width.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type = Number.self) throws -> Number {
        try withBytes { bytes in
            guard bytes.byteCount == Number.bitWidth / 8 else { throw PostgresCellFault.wrongLength(bytes.byteCount) }
            return try bytes.number(at: 0)
        }
    }
}

/// What can be read from a column.
package protocol PostgresDecodable: Sendable {
    /// The PostgreSQL types that this can be read from.
    static var postgresTypes: [PostgresType] { get }
    /// Whether `type` is one of them; asked for every value, and so without a list where a type is read often.
    static func canRead(_ type: PostgresType) -> Bool
    /// Reads a value; the cell has one of `postgresTypes`.
    init(postgres: PostgresCell) throws
}

extension PostgresDecodable {
    package static func canRead(_ type: PostgresType) -> Bool { postgresTypes.contains(type) }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    /// The types of the raw value.
    package static var postgresTypes: [PostgresType] { RawValue.postgresTypes }
    package static func canRead(_ type: PostgresType) -> Bool { RawValue.canRead(type) }

    /// Reads the raw value, and refuses one that has no case.
    package init(postgres: PostgresCell) throws {
        guard let value = Self(rawValue: try RawValue(postgres: postgres)) else { throw PostgresCellFault.noSuchCase }
        self = value
    }
}

/// Why the bytes of a cell are not the value that was asked for.
enum PostgresCellFault: Error {
    case wrongLength(Int), noSuchCase, outOfRange, notText, unexpectedFormat, nullInArray, severalDimensions
}

extension RawSpan {
    /// The number in network byte order that stands at this offset.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Number.Type = Number.self
    ) throws -> Number {
        guard offset >= 0, offset + Number.bitWidth / 8 <= byteCount else {
            throw PostgresCellFault.wrongLength(byteCount)
        }
        // In bounds by the guard; every bit pattern is an integer.
        return Number(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// A copy of the bytes in this range.
    func copy(_ range: Range<Int>) -> [UInt8] {
        // `extracting` traps out of bounds, and the buffer does not leave the closure.
        unsafe extracting(range).withUnsafeBytes { unsafe [UInt8]($0) }
    }

    /// The text in this range.
    func text(_ range: Range<Int>) throws -> String {
        // As in `copy`.
        let text = unsafe extracting(range).withUnsafeBytes { unsafe String(validating: $0, as: UTF8.self) }
        guard let text else { throw PostgresCellFault.notText }
        return text
    }
}
