/// Writes a ZIP file (APPNOTE 6.3.10) of entries as they are, without compressing them: what is large in a case is
/// compressed already, and so the same entries always make the same bytes. No entry says when it was made, for that
/// would be another file each time.
package struct ZIPWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// More does not fit into the fields of a ZIP file without its extension for large ones.
    package static let mostBytes = Int(UInt32.max) - 1
    package static let mostEntries = Int(UInt16.max) - 1

    /// The entries do not fit into one file.
    package struct TooLarge: Error {}

    package init() {}

    /// Adds a file. The name is a relative path with `/` between its parts.
    package mutating func add(_ content: [UInt8], named name: String) throws(TooLarge) {
        guard bytes.count + content.count + directory.count + 2 * name.utf8.count + 200 < Self.mostBytes,
            count < Self.mostEntries
        else { throw TooLarge() }
        let offset = bytes.count
        let facts = facts(of: content, named: name)
        bytes += Self.signature(3, 4) + facts + Array(name.utf8) + content
        directory += Self.signature(1, 2) + Self.number(Self.madeBy, 2) + facts
        // No comment, the first disk, no attributes of ours; then those of a plain file that its owner may write.
        directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0o100_644 << 16, 4)
        directory += Self.number(offset, 4) + Array(name.utf8)
        count += 1
    }

    /// The whole file, when everything is added.
    package func finished() -> [UInt8] {
        let end =
            Self.signature(5, 6) + Self.number(0, 2) + Self.number(0, 2) + Self.number(count, 2)
            + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(bytes.count, 4)
            + Self.number(0, 2)
        return bytes + directory + end
    }

    /// Version 2.0 of the format, on Unix.
    private static let madeBy = 3 << 8 | 20

    /// What stands both before the content and in the directory.
    private func facts(of content: [UInt8], named name: String) -> [UInt8] {
        let checked = Int(CRC32.of(content))
        // Names are UTF-8 (bit 11); stored; 1 January 1980, the first day that there is.
        return Self.number(20, 2) + Self.number(1 << 11, 2) + Self.number(0, 2) + Self.number(0, 2)
            + Self.number(1 << 5 | 1, 2) + Self.number(checked, 4) + Self.number(content.count, 4)
            + Self.number(content.count, 4) + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    }

    private static func signature(_ third: UInt8, _ fourth: UInt8) -> [UInt8] { [0x50, 0x4B, third, fourth] }

    private static func number(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// The checksum of ZIP (ISO 3309, as APPNOTE 4.4.7 has it).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
}
