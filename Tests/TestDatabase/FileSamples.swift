package import Domain

/// Small files as programs write them.
package enum FileSamples {
    package static let pdf = FileContent(Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8))
    package static let png = FileContent(
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
    package static let text = FileContent(Array("Kostnader för förtäring: 5 000 kr\n".utf8))
    package static let docx = zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")])
    package static let xlsx = zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")])
    package static let odt = zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")])

    /// An archive whose entries are not compressed. `unpacked` is what the directory says of the size of each.
    package static func zip(
        _ entries: [(name: String, text: String)], unpacked: Int? = nil, flags: Int = 0
    ) -> FileContent {
        var files: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let (name, bytes) = (Array(entry.name.utf8), Array(entry.text.utf8))
            let size = little(unpacked ?? bytes.count, 4)
            let rest = [UInt8](repeating: 0, count: 8) + little(bytes.count, 4) + size + little(name.count, 2)
            directory +=
                [0x50, 0x4B, 0x01, 0x02] + little(20, 2) + little(20, 2) + little(flags, 2) + little(0, 2) + rest
                + [UInt8](repeating: 0, count: 12) + little(files.count, 4) + name
            files += [0x50, 0x4B, 0x03, 0x04] + little(20, 2) + little(flags, 2) + little(0, 2) + rest + little(0, 2)
            files += name + bytes
        }
        let count = little(entries.count, 2)
        let end: [UInt8] =
            [0x50, 0x4B, 0x05, 0x06] + little(0, 4) + count + count + little(directory.count, 4)
            + little(files.count, 4) + little(0, 2)
        return FileContent(files + directory + end)
    }

    private static func little(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
