import Domain
import Foundation
import Letters
import Store

/// The files of an archive, in the order in which they stand in it.
struct CaseBundle {
    let content: ArchivedCase
    private var files: [BundledFile] = []

    /// Begins with the records as JSON, the letters as they were issued and the application as it came in.
    init(_ content: ArchivedCase) throws {
        self.content = content
        add("arende.json", Array(content.json.utf8), kind: "records")
        add("arendelogg.json", Array(content.json(of: ["log"]).utf8), kind: "log")
        for letter in content.letters {
            let document = letter.document
            let name = "beslut/\(document.number.plainName)"
            let about = (document.kind.rawValue, document.number, document.issuedAt)
            add("\(name).html", Array(letter.content.utf8), kind: about.0, number: about.1, at: about.2)
            add("\(name).pdf", letter.pdf, kind: about.0, number: about.1, at: about.2)
        }
        for paper in content.received {
            let name = "handlingar/\(CasePaper.Kind.version.rawValue)-version-\(paper.version)"
            add("\(name).html", Array(paper.content.utf8), kind: "paper", at: paper.receivedAt)
            add("\(name).pdf", paper.pdf, kind: "paper", at: paper.receivedAt)
        }
    }

    /// Adds a readable paper with its print.
    mutating func add(_ paper: CasePaper, record: String, pdf: [UInt8]) {
        let version = paper.parts.first?.records.first?["version"].flatMap { version -> String? in
            guard paper.kind == .version, case .whole(let number) = version else { return nil }
            return "-version-\(number)"
        }
        let name = "handlingar/\(paper.kind.rawValue)\(version ?? "")"
        add("\(name).html", Array(record.utf8), kind: "paper")
        add("\(name).pdf", pdf, kind: "paper")
    }

    /// Adds an attachment under a name that every file system takes; its own name stands in the manifest.
    mutating func add(_ attachment: Attachment, _ bytes: [UInt8]) {
        let number = (content.attachments.firstIndex { $0.id == attachment.id } ?? 0) + 1
        let name = "bilagor/\(number < 10 ? "0" : "")\(number)-\(attachment.name.text.plainName)"
        add(name, bytes, kind: "attachment", number: attachment.name.text, at: attachment.addedAt)
    }

    private mutating func add(
        _ path: String, _ bytes: [UInt8], kind: String, number: String? = nil, at instant: Instant? = nil
    ) {
        files.append(BundledFile(path: path, bytes: bytes, kind: kind, number: number, date: instant))
    }

    /// The ZIP file, with the manifest last: it says what all the others are.
    var file: [UInt8] {
        get throws {
            var zip = ZIPWriter()
            for file in files { try zip.add(file.bytes, named: file.path) }
            try zip.add(Array(try manifest.utf8), named: "manifest.json")
            return zip.finished()
        }
    }

    private var manifest: String {
        get throws {
            let left = content.attachments.filter { !$0.isServed }
            let manifest = Manifest(
                form: 1, region: content.region, registryNumber: content.receipt.registryNumber,
                title: content.application.request.title, call: content.call, sender: content.library,
                submittedBy: content.submittedBy, receivedAt: content.receipt.submittedAt.rfc3339,
                status: content.application.status.rawValue, files: files.map(Manifest.Entry.init),
                leftOut: left.map { .init(name: $0.name.text, because: $0.scan.state.rawValue) })
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(manifest), as: UTF8.self)
        }
    }
}

/// One file of an archive.
private struct BundledFile {
    let path: String
    let bytes: [UInt8]
    let kind: String
    let number: String?
    let date: Instant?
}

/// What an archive holds.
private struct Manifest: Encodable {
    let form: Int
    let region: String
    let registryNumber: String
    let title: String
    let call: String
    let sender: String
    let submittedBy: String
    let receivedAt: String
    let status: String
    let files: [Entry]
    let leftOut: [LeftOut]

    struct Entry: Encodable {
        let path: String
        let kind: String
        let number: String?
        let date: String?
        let bytes: Int
        let sha256: String

        init(_ file: BundledFile) {
            path = file.path
            kind = file.kind
            number = file.number
            date = file.date?.rfc3339
            bytes = file.bytes.count
            sha256 = Hexadecimal.text(file.bytes.sha256)
        }
    }

    struct LeftOut: Encodable {
        let name: String
        let because: String
    }
}

extension String {
    /// With nothing in it that a file system minds.
    fileprivate var plainName: String {
        String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    }
}
