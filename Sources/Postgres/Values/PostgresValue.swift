/// One parameter of a query: its type, and its bytes in PostgreSQL's binary format.
package struct PostgresValue: Sendable, Hashable {
    /// What PostgreSQL shall take the bytes for.
    package let type: PostgresType
    /// The value in binary format; nil is NULL.
    package let bytes: [UInt8]?

    /// A parameter of this type.
    package init(type: PostgresType, bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }
}

/// What can be a parameter of a query.
package protocol PostgresEncodable: Sendable {
    /// The type that PostgreSQL is told.
    static var postgresType: PostgresType { get }
    /// The value as a parameter.
    var postgresValue: PostgresValue { get }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresType: PostgresType { Wrapped.postgresType }
    package var postgresValue: PostgresValue {
        self?.postgresValue ?? PostgresValue(type: Wrapped.postgresType, bytes: nil)
    }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    /// The type of the raw value.
    package static var postgresType: PostgresType { RawValue.postgresType }
    /// The raw value.
    package var postgresValue: PostgresValue { rawValue.postgresValue }
}

extension PostgresValue {
    /// A number in network byte order, which is how PostgreSQL sends and wants every number.
    init(type: PostgresType, number: some FixedWidthInteger) {
        self.init(type: type, bytes: [UInt8](bigEndian: number))
    }
}

extension [UInt8] {
    init(bigEndian number: some FixedWidthInteger) {
        self.init()
        append(bigEndian: number)
    }

    mutating func append(bigEndian number: some FixedWidthInteger) {
        reserveCapacity(count + number.bitWidth / 8)
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
