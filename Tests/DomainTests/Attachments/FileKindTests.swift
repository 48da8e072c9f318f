import Testing

@testable import Domain

@Suite struct `What a file is` {
    private func kind(_ bytes: [UInt8]) -> FileKind? { FileKind(FileContent(bytes)) }
    private func kind(_ text: String) -> FileKind? { kind(Array(text.utf8)) }

    @Test func `its bytes say`() {
        #expect(kind("%PDF-1.4\n") == .pdf)
        #expect(kind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(kind("Åtta rader.\r\n\tOch en till.") == .text)
    }

    @Test(arguments: [
        "MZ\u{0}\u{0}", "\u{7F}ELF", "rad\u{0}rad", "\u{1B}[31mrött", " %PDF-1.4\u{1}", "GIF89a\u{1}", "",
    ])
    func `and what is none of ours is none`(_ text: String) {
        #expect(kind(text) == nil)
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func `text is UTF-8 and nothing like it`(_ bytes: [UInt8]) {
        #expect(kind(Array("text ".utf8) + bytes) == nil)
        #expect(String(validating: bytes, as: UTF8.self) == nil)
    }

    @Test func `an archive that is no document is none of ours, nor is one that is cut`() {
        #expect(kind([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 100)) == nil)
        #expect(kind([0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)) == nil)
    }

    @Test func `is read across its pieces`() {
        var content = FileContent()
        let bytes = (0..<(FileContent.pieceSize * 2 + 7)).map { UInt8(truncatingIfNeeded: $0 / 251) }
        for start in stride(from: 0, to: bytes.count, by: 70_001) {
            content.append(bytes[start..<min(start + 70_001, bytes.count)])
        }
        #expect(content.count == bytes.count && content.pieces.count == 3)
        #expect(content == FileContent(bytes))
        let middle = (FileContent.pieceSize - 3)..<(FileContent.pieceSize * 2 + 2)
        #expect(content.bytes(middle) == Array(bytes[middle]))
        #expect(content.bytes((bytes.count - 2)..<(bytes.count + 9)) == Array(bytes.suffix(2)))
    }
}

@Suite struct `What a file is called` {
    @Test func `is its name without the path`() {
        #expect(FileName("C:\\Users\\karin\\Budget 2027.XLSX")?.text == "Budget 2027.XLSX")
        #expect(FileName("../../etc/passwd")?.text == "passwd")
        #expect(FileName("  Åtgärder.pdf ")?.text == "Åtgärder.pdf")
        #expect(FileName("Budget 2027.XLSX")?.ending == "xlsx")
    }

    @Test(arguments: [
        "", "  ", "..", ".htaccess", "a\u{0}.pdf", "rad\nrad.pdf", "faktura\u{202E}fdp.exe", "a\u{200B}b.pdf",
        "mapp/", String(repeating: "a", count: 121),
    ])
    func `and no name that hides what it is`(_ name: String) {
        #expect(FileName(name) == nil)
    }
}

@Suite struct `A file that somebody adds` {
    private func faults(
        _ content: FileContent, _ name: String, beside others: [Domain.Attachment] = [],
        limits: AttachmentLimits = AttachmentLimits(file: 100, total: 150, count: 2)
    ) -> [FieldError.Fault] {
        var errors = FieldErrors()
        let found = errors.checkFile(named: name, content, description: "", beside: others, limits: limits)
        #expect((found == nil) == !errors.all.isEmpty)
        return errors.all.map(\.fault)
    }

    private func other(_ name: String, size: Int) throws -> Domain.Attachment {
        Domain.Attachment(
            id: Domain.Attachment.ID(), applicationID: GrantApplication.ID(), name: try #require(FileName(name)),
            kind: .pdf,
            description: "", size: size, hash: [], addedBy: Person.ID(), addedAt: Instant(microseconds: 0),
            scan: .unscanned)
    }

    private let pdf = FileContent(Array("%PDF-1.4\n".utf8))

    @Test func `is refused beside its field for what is wrong with it`() throws {
        #expect(faults(pdf, "a.pdf") == [])
        #expect(faults(FileContent(), "a.pdf") == [.isMissing])
        #expect(faults(pdf, "a.png") == [.endsOtherwise(than: ["pdf"])])
        #expect(faults(pdf, "a") == [.endsOtherwise(than: ["pdf"])])
        #expect(faults(FileContent([0, 1, 2]), "a.pdf") == [.isNotAFile(of: FileKind.allEndings)])
        #expect(faults(pdf, "a\u{202E}.pdf") == [.isNoFileName])
        #expect(faults(FileContent([UInt8](repeating: 65, count: 101)), "a.txt") == [.isTooLargeAFile(most: 100)])
        #expect(faults(pdf, "A.PDF", beside: [try other("a.pdf", size: 1)]) == [.isTwice])
        #expect(faults(pdf, "c.pdf", beside: [try other("a.pdf", size: 145)]) == [.areTooLargeFiles(most: 150)])
        let two = [try other("a.pdf", size: 1), try other("b.pdf", size: 1)]
        #expect(faults(pdf, "c.pdf", beside: two) == [.areTooManyFiles(most: 2)])
    }
}

@Suite struct `Titles are alike` {
    @Test(arguments: [
        ("Läslust i praktiken", "läslust i praktiken!"), ("Läslust i praktiken 2027", "Läslust i praktiken 2026"),
        ("Digital delaktighet för äldre", "Delaktighet digital för äldre"),
    ])
    func `whatever the case, the order and the year`(_ left: String, _ right: String) {
        #expect(TitleLikeness.of(left, right) >= TitleLikeness.limit)
    }

    @Test(arguments: [
        ("Läslust i praktiken", "Digital delaktighet"), ("Utbildningsdag om AI", "Utbildning i bemötande"), ("", "a"),
    ])
    func `and others are not`(_ left: String, _ right: String) {
        #expect(TitleLikeness.of(left, right) < TitleLikeness.limit)
    }
}
