import ClamAV
import Domain
import Foundation
import Logging
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Files of an application` {
    @Test func `are kept byte for byte, each kind by its content`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let files: [(String, FileContent)] = [
                ("Program.pdf", FileSamples.pdf), ("bild.png", FileSamples.png), ("not.txt", FileSamples.text),
                ("plan.docx", FileSamples.docx), ("budget.xlsx", FileSamples.xlsx), ("brev.odt", FileSamples.odt),
            ]
            for (name, content) in files {
                let id = try await scene.operations.addAttachment(
                    content, named: name, to: made.application, by: scene.karin)
                #expect(try await scene.bytes(of: id, in: made.application) == content.bytes(0..<content.count))
            }
            let kept = try await scene.database.attachments(of: made.application)
            #expect(kept.map(\.kind) == [.pdf, .png, .text, .docx, .xlsx, .odt])
            #expect(kept.allSatisfy { $0.scan == .unscanned && $0.hash.count == 32 })
        }
    }

    @Test func `of many pieces come back whole, under the hash of their bytes`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let bytes = Array("%PDF-1.4\n".utf8) + (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) }
            let id = try await scene.operations.addAttachment(
                FileContent(bytes), named: "stor.pdf", to: made.application, by: scene.karin)
            #expect(try await scene.bytes(of: id, in: made.application) == bytes)
        }
    }

    @Test func `that are bombs, carry macros or are locked are refused`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let parts = [("[Content_Types].xml", ""), ("word/document.xml", "")]
            let bad = [
                FileSamples.zip(parts, unpacked: 400 * 1024 * 1024), FileSamples.zip(parts, flags: 1),
                FileSamples.zip(parts + [("word/vbaProject.bin", "")]),
                FileSamples.zip([("program.exe", "MZ")]),
            ]
            for content in bad {
                await #expect(throws: Refusal.invalid("file", .isNotAFile(of: FileKind.allEndings))) {
                    try await scene.operations.addAttachment(
                        content, named: "a.docx", to: made.application, by: scene.karin)
                }
            }
            #expect(try await scene.database.attachments(of: made.application).isEmpty)
        }
    }

    @Test func `are the writer's while it is a draft, and move its version`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let before = try await scene.application(made.application).version
            await #expect(throws: Refusal.missing) {
                try await scene.operations.addAttachment(
                    FileSamples.pdf, named: "a.pdf", to: made.application, by: scene.lena)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.addAttachment(
                    FileSamples.pdf, named: "a.pdf", to: made.application, by: scene.amira)
            }
            let id = try await scene.operations.addAttachment(
                FileSamples.pdf, named: "a.pdf", to: made.application, by: scene.karin)
            await #expect(throws: Refusal.invalid("file", .isTwice)) {
                try await scene.operations.addAttachment(
                    FileSamples.pdf, named: "A.pdf", to: made.application, by: scene.karin)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.removeAttachment(
                    id, from: made.application, by: scene.karin, expecting: before)
            }
            try await scene.operations.removeAttachment(id, from: made.application, by: scene.karin)
            #expect(try await scene.database.attachments(of: made.application).isEmpty)
            #expect(try await scene.application(made.application).version == before + 2)
        }
    }

    @Test func `are received with the application, named in its snapshot, and stay`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let id = try await scene.operations.addAttachment(
                FileSamples.pdf, named: "Program.pdf", to: made.application, by: scene.karin)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            let file = try #require(try await scene.database.attachments(of: made.application).first)
            let snapshot = try #require(try await scene.database.snapshots(of: made.application).last)
            let received = try #require(try snapshot.received)
            #expect(received.record.attachments == [KeptAttachment(file)])
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.removeAttachment(id, from: made.application, by: scene.karin)
            }
            for statement in [
                "DELETE FROM attachment_pieces", "UPDATE attachment_pieces SET bytes = ''",
                "UPDATE application_attachments SET name = 'b.pdf'", "TRUNCATE attachment_pieces",
            ] {
                let error = await #expect(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(error?.constraint == "received_application_is_kept")
            }
            let comparison = try await scene.operations.compareApplication(
                scene.application(made.application), for: scene.amira)
            #expect(comparison?.content?.comparison.isUnchanged == true)
        }
    }

    @Test func `and a draft's bytes can be changed past the service, so that the guard is what keeps them`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            _ = try await scene.operations.addAttachment(
                FileSamples.pdf, named: "Program.pdf", to: made.application, by: scene.karin)
            try await scene.database.run("UPDATE application_attachments SET name = 'b.pdf'")
            #expect(try await scene.database.attachments(of: made.application).map(\.name.text) == ["b.pdf"])
        }
    }
}

@Suite struct `Infected files are never served` {
    @Test func `what waits is handed to nobody, what is clean is, and what is infected never`() async throws {
        try await withScene { scene in
            let clamd = try await FakeClamd.listening()
            let scanner = ClamAV(address: .tcp(host: "127.0.0.1", port: clamd.port))
            let made = try await scene.case(.drafted)
            let (good, bad) = try await scene.addTwo(to: made.application)
            await #expect(throws: Refusal.conflict(.fileIsInQuarantine)) {
                _ = try await scene.bytes(of: good, in: made.application)
            }
            #expect(try await scene.operations.scanAttachments(with: scanner) == 2)
            #expect(try await !scene.bytes(of: good, in: made.application).isEmpty)
            await #expect(throws: Refusal.conflict(.fileIsInfected)) {
                _ = try await scene.bytes(of: bad, in: made.application)
            }
            await #expect(throws: Refusal.invalid("attachments", .isInfected)) {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            }
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    "UPDATE application_attachments SET scan_state = 'clean', scan_finding = NULL WHERE id = '\(bad)'")
            }
            #expect(error?.constraint == "infected_attachment_stays_infected")
            try await scene.operations.removeAttachment(bad, from: made.application, by: scene.karin)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            #expect(try await scene.operations.scanAttachments(with: scanner) == 0)
            try await clamd.stop()
        }
    }

    @Test func `as long as the scanner is away they wait, and hold no submission back`() async throws {
        try await withScene { scene in
            let path = "/tmp/samlyft-clamd-\(UUID().uuidString.prefix(8)).sock"
            let scanner = ClamAV(address: .unix(path: path), patience: .seconds(20))
            let made = try await scene.case(.drafted)
            let good = try await scene.scanning.addAttachment(
                FileSamples.text, named: "a.txt", to: made.application, by: scene.karin)
            await #expect(throws: (any Error).self) { try await scene.operations.scanAttachments(with: scanner) }
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            let clamd = try await FakeClamd.listening(at: path)
            // Whoever tried last holds the file until the lease ends.
            #expect(try await scene.operations.scanAttachments(with: scanner) == 0)
            #expect(try await scene.operations.scanAttachments(with: scanner, lease: .zero) == 1)
            #expect(try await !scene.bytes(of: good, in: made.application).isEmpty)
            try await clamd.stop()
        }
    }
}

extension Scene {
    /// The same operations with a scanner configured.
    fileprivate var scanning: Operations {
        Operations(database: client, logger: Logger(label: "test"), limits: AttachmentLimits(isScanned: true))
    }

    fileprivate func addTwo(to application: GrantApplication.ID) async throws -> (
        Domain.Attachment.ID, Domain.Attachment.ID
    ) {
        let bad = FileContent(Array("Detta är EICAR på prov.".utf8))
        return (
            try await scanning.addAttachment(FileSamples.text, named: "bra.txt", to: application, by: karin),
            try await scanning.addAttachment(bad, named: "illa.txt", to: application, by: karin)
        )
    }

    fileprivate func bytes(of file: Domain.Attachment.ID, in application: GrantApplication.ID) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await operations.readAttachment(file, of: self.application(application), by: karin) { bytes += $1 }
        return bytes
    }
}
