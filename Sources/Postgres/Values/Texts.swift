package import FoundationEssentials

extension String: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }
    package static var postgresTypes: [PostgresType] { [.text, .varchar, .bpchar, .name, .unknown] }
    package static func canRead(_ type: PostgresType) -> Bool { type == .text || postgresTypes.contains(type) }
    package var postgresValue: PostgresValue { PostgresValue(type: .text, bytes: [UInt8](utf8)) }
    package init(postgres: PostgresCell) throws {
        self = try postgres.withBytes { bytes in try bytes.text(0..<bytes.byteCount) }
    }
}

/// A JSON document as its text, in a `jsonb` or `json` column.
package struct JSONText: Hashable, Sendable, PostgresEncodable, PostgresDecodable {
    /// The document.
    package let text: String

    /// A document that is already written as JSON.
    package init(_ text: String) { self.text = text }

    package static var postgresType: PostgresType { .jsonb }
    package static var postgresTypes: [PostgresType] { [.jsonb, .json] }
    /// In the binary format the text of a `jsonb` follows a version byte, which is 1 (`jsonb_recv`).
    package var postgresValue: PostgresValue { PostgresValue(type: .jsonb, bytes: [1] + text.utf8) }

    package init(postgres: PostgresCell) throws {
        text = try postgres.withBytes { bytes in
            guard postgres.type == .jsonb else { return try bytes.text(0..<bytes.byteCount) }
            guard try bytes.number(at: 0, as: UInt8.self) == 1 else { throw PostgresCellFault.unexpectedFormat }
            return try bytes.text(1..<bytes.byteCount)
        }
    }
}

extension UUID: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .uuid }
    package static var postgresTypes: [PostgresType] { [.uuid] }
    package static func canRead(_ type: PostgresType) -> Bool { type == .uuid }
    package var postgresValue: PostgresValue { PostgresValue(type: .uuid, bytes: binary) }
    package init(postgres: PostgresCell) throws { self = try postgres.withBytes { try UUID(binary: $0, at: 0) } }

    var binary: [UInt8] {
        let b = uuid
        return [b.0, b.1, b.2, b.3, b.4, b.5, b.6, b.7, b.8, b.9, b.10, b.11, b.12, b.13, b.14, b.15]
    }

    init(binary bytes: RawSpan, at offset: Int) throws {
        let high: UInt64 = try bytes.number(at: offset)
        let low: UInt64 = try bytes.number(at: offset + 8)
        func byte(_ half: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: half >> (56 - 8 * index)) }
        self.init(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3),
                byte(high, 4), byte(high, 5), byte(high, 6), byte(high, 7),
                byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
                byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
            ))
    }
}
