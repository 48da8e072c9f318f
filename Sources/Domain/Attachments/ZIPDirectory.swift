/// The directory at the end of a ZIP file (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Nothing is unpacked: the names and the
/// sizes that stand there say what the file is, and whether it is a bomb.
struct ZIPDirectory {
    struct Entry {
        let name: String
        let unpacked: Int
        let offset: Int
        /// Whether its bytes stand there as they are.
        let isStored: Bool
    }

    private let entries: [Entry]
    private let content: FileContent

    static let start: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let header: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    private static let mostEntries = 5000
    private static let mostBytes = 500 * 1024 * 1024

    /// The directory, if the file is one archive from its first byte to its last, with nothing before it or after it.
    init?(_ content: FileContent) {
        guard content.count >= 22 else { return nil }
        let tail = content.bytes((content.count - 22)..<content.count)
        guard tail.starts(with: Self.end), tail.number(at: 20, 2) == 0, tail.number(at: 4, 2) == 0 else { return nil }
        let (count, size, offset) = (tail.number(at: 10, 2), tail.number(at: 12, 4), tail.number(at: 16, 4))
        guard count > 0, count <= Self.mostEntries, offset + size == content.count - 22 else { return nil }
        var rest = content.bytes(offset..<(offset + size))[...]
        var entries: [Entry] = []
        while !rest.isEmpty {
            guard let (entry, length) = Self.entry(Array(rest.prefix(46 + 0xFFFF))) else { return nil }
            entries.append(entry)
            rest = rest.dropFirst(length)
        }
        guard entries.count == count, entries.map(\.unpacked).reduce(0, +) <= Self.mostBytes else { return nil }
        self.entries = entries
        self.content = content
    }

    /// The entry that these bytes begin with, and how many of them it takes.
    private static func entry(_ bytes: [UInt8]) -> (entry: Entry, length: Int)? {
        guard bytes.count >= 46, bytes.starts(with: header) else { return nil }
        let name = bytes.number(at: 28, 2)
        let length = 46 + name + bytes.number(at: 30, 2) + bytes.number(at: 32, 2)
        // The lowest bit says that the entry is encrypted, so that no scanner could look into it.
        guard bytes.count >= 46 + name, bytes.number(at: 8, 2) & 1 == 0,
            let text = String(validating: bytes[46..<(46 + name)], as: UTF8.self)
        else { return nil }
        return (
            Entry(
                name: text, unpacked: bytes.number(at: 24, 4), offset: bytes.number(at: 42, 4),
                isStored: bytes.number(at: 10, 2) == 0), length
        )
    }

    /// Which document the archive is; nil: none of ours, or one that carries macros.
    var documentKind: FileKind? {
        let names = Set(entries.map(\.name))
        guard !names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) else { return nil }
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") { return .docx }
            if names.contains("xl/workbook.xml") { return .xlsx }
            return nil
        }
        guard !names.contains(where: { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }) else { return nil }
        return openDocumentKind
    }

    /// OpenDocument 1.3 part 2, 3.3: the first entry is called `mimetype`, and its bytes stand there as they are.
    private var openDocumentKind: FileKind? {
        guard let first = entries.min(by: { $0.offset < $1.offset }), first.name == "mimetype", first.isStored,
            first.offset == 0, first.unpacked < 100
        else { return nil }
        let head = content.bytes(0..<30)
        let begin = 30 + head.number(at: 26, 2) + head.number(at: 28, 2)
        let type = content.bytes(begin..<(begin + first.unpacked))
        return [FileKind.odt, .ods].first { Array($0.mediaType.utf8) == type }
    }
}

extension [UInt8] {
    /// The number that stands there with its lowest byte first; nothing where there are no bytes.
    fileprivate func number(at offset: Int, _ length: Int) -> Int {
        guard offset + length <= count else { return 0 }
        return self[offset..<(offset + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
