package import FoundationEssentials

/// What a Swift array of can be one PostgreSQL value.
package protocol PostgresArrayElement: Sendable {
    /// The type that an array of these is sent as.
    static var postgresArrayType: PostgresType { get }
    /// The types that an array of these can be read from.
    static var postgresArrayTypes: [PostgresType] { get }
    /// The elements in binary format.
    static func bytes(of elements: [Self]) -> [UInt8]
    /// The elements of a value.
    static func elements(of cell: PostgresCell) throws -> [Self]
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    package static var postgresType: PostgresType { Element.postgresArrayType }
    package var postgresValue: PostgresValue {
        PostgresValue(type: Element.postgresArrayType, bytes: Element.bytes(of: self))
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    package static var postgresTypes: [PostgresType] { Element.postgresArrayTypes }
    package init(postgres: PostgresCell) throws { self = try Element.elements(of: postgres) }
}

/// Bytes are a `bytea`, which is one value to PostgreSQL.
extension UInt8: PostgresArrayElement {
    package static var postgresArrayType: PostgresType { .bytea }
    package static var postgresArrayTypes: [PostgresType] { [.bytea] }
    package static func bytes(of elements: [UInt8]) -> [UInt8] { elements }
    package static func elements(of cell: PostgresCell) throws -> [UInt8] {
        cell.withBytes { bytes in bytes.copy(0..<bytes.byteCount) }
    }
}

/// An element of a true PostgreSQL array.
package protocol PostgresListElement: PostgresArrayElement, PostgresEncodable {
    /// Reads the element that stands in this range of the array's bytes.
    init(element bytes: RawSpan, in range: Range<Int>) throws
}

extension PostgresListElement {
    /// One dimension from index 1, without NULL (the format of `array_recv`).
    package static func bytes(of elements: [Self]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(0))
        bytes.append(bigEndian: postgresType.rawValue)
        guard !elements.isEmpty else { return bytes }
        bytes.append(bigEndian: Int32(elements.count))
        bytes.append(bigEndian: Int32(1))
        for element in elements {
            let value = element.postgresValue.bytes ?? []
            bytes.append(bigEndian: Int32(value.count))
            bytes.append(contentsOf: value)
        }
        return bytes
    }

    /// The elements of an array of one dimension; NULL among them is refused.
    package static func elements(of cell: PostgresCell) throws -> [Self] {
        try cell.withBytes { bytes in
            let dimensions: Int32 = try bytes.number(at: 0)
            guard dimensions > 0 else { return [] }
            guard dimensions == 1 else { throw PostgresCellFault.severalDimensions }
            return try elements(bytes, count: Int(try bytes.number(at: 12, as: Int32.self)))
        }
    }

    private static func elements(_ bytes: RawSpan, count: Int) throws -> [Self] {
        var elements: [Self] = []
        var offset = 20
        for _ in 0..<count {
            let length = Int(try bytes.number(at: offset, as: Int32.self))
            guard length >= 0 else { throw PostgresCellFault.nullInArray }
            guard offset + 4 + length <= bytes.byteCount else { throw PostgresCellFault.wrongLength(bytes.byteCount) }
            elements.append(try Self(element: bytes, in: (offset + 4)..<(offset + 4 + length)))
            offset += 4 + length
        }
        return elements
    }
}

extension String: PostgresListElement {
    package static var postgresArrayType: PostgresType { .textArray }
    package static var postgresArrayTypes: [PostgresType] { [.textArray, .varcharArray, .nameArray] }
    package init(element bytes: RawSpan, in range: Range<Int>) throws { self = try bytes.text(range) }
}

extension UUID: PostgresListElement {
    package static var postgresArrayType: PostgresType { .uuidArray }
    package static var postgresArrayTypes: [PostgresType] { [.uuidArray] }
    package init(element bytes: RawSpan, in range: Range<Int>) throws {
        guard range.count == 16 else { throw PostgresCellFault.wrongLength(range.count) }
        try self.init(binary: bytes, at: range.lowerBound)
    }
}

extension Int: PostgresListElement {
    package static var postgresArrayType: PostgresType { .int8Array }
    package static var postgresArrayTypes: [PostgresType] { [.int8Array, .int4Array, .int2Array] }
    package init(element bytes: RawSpan, in range: Range<Int>) throws {
        self =
            switch range.count {
            case 2: Int(try bytes.number(at: range.lowerBound, as: Int16.self))
            case 4: Int(try bytes.number(at: range.lowerBound, as: Int32.self))
            case 8: Int(try bytes.number(at: range.lowerBound, as: Int64.self))
            default: throw PostgresCellFault.wrongLength(range.count)
            }
    }
}
