import Domain
import NIOCore

/// Reads `multipart/form-data` (RFC 7578) while it comes, so that a file is held once and a form without end is refused
/// early. It takes what browsers send and nothing else: one file, no preamble, no epilogue, no transfer encodings.
struct MultipartReader {
    /// The body is not of that form, or has more than a form of ours can have.
    struct Malformed: Error {}

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var file: UploadedFile?
    private let delimiter: [UInt8]
    /// Bytes of a file that are kept; those beyond are read and dropped, so that the page can still say so.
    private let fileLimit: Int
    private var pending: [UInt8] = Array("\r\n".utf8)
    private var state = State.start
    private var part = Part()
    private var fieldBytes = 0

    private enum State {
        case start, afterDelimiter, head, content, end
    }

    /// What is known of the part that is being read.
    private struct Part {
        var name = ""
        var fileName: String?
        var value: [UInt8] = []
        var content = FileContent()
    }

    /// Bytes of the head of a part.
    private static let headLimit = 4096
    /// Bytes of all fields that are no file.
    private static let fieldsLimit = 256 * 1024

    init(boundary: String, fileLimit: Int) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.fileLimit = fileLimit
    }

    /// Takes what has come next.
    mutating func take(_ bytes: ByteBuffer) throws(Malformed) {
        pending.append(contentsOf: bytes.readableBytesView)
        while try step() {}
    }

    /// All has come: throws if it was not whole.
    func finish() throws(Malformed) {
        guard state == .end else { throw Malformed() }
    }

    /// Reads one piece of what has come; false where more is needed.
    private mutating func step() throws(Malformed) -> Bool {
        switch state {
        case .start: return try begin()
        case .afterDelimiter: return try afterDelimiter()
        case .head: return try head()
        case .content: return try content()
        case .end:
            guard Array("\r\n".utf8).starts(with: pending) else { throw Malformed() }
            return false
        }
    }

    private mutating func begin() throws(Malformed) -> Bool {
        guard pending.count >= delimiter.count else { return false }
        guard pending.starts(with: delimiter) else { throw Malformed() }
        pending.removeFirst(delimiter.count)
        state = .afterDelimiter
        return true
    }

    private mutating func afterDelimiter() throws(Malformed) -> Bool {
        guard pending.count >= 2 else { return false }
        switch (pending[0], pending[1]) {
        case (0x0D, 0x0A): state = .head
        case (0x2D, 0x2D): state = .end
        default: throw Malformed()
        }
        pending.removeFirst(2)
        return true
    }

    private mutating func head() throws(Malformed) -> Bool {
        guard let end = Self.position(of: Array("\r\n\r\n".utf8), in: pending) else {
            guard pending.count <= Self.headLimit else { throw Malformed() }
            return false
        }
        guard end <= Self.headLimit, let text = String(validating: pending[..<end], as: UTF8.self),
            let head = PartHead(text), fields.count < FormFields.most
        else { throw Malformed() }
        part = Part(name: head.name, fileName: head.fileName)
        pending.removeFirst(end + 4)
        state = .content
        return true
    }

    private mutating func content() throws(Malformed) -> Bool {
        if let end = Self.position(of: delimiter, in: pending) {
            try keep(pending[..<end])
            pending.removeFirst(end + delimiter.count)
            try endPart()
            state = .afterDelimiter
            return true
        }
        // The last bytes may be the beginning of a delimiter.
        let safe = max(0, pending.count - delimiter.count + 1)
        try keep(pending[..<safe])
        pending.removeFirst(safe)
        return false
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        guard part.fileName == nil else {
            if part.content.count <= fileLimit { part.content.append(bytes) }
            return
        }
        fieldBytes += bytes.count
        guard fieldBytes <= Self.fieldsLimit else { throw Malformed() }
        part.value += bytes
    }

    private mutating func endPart() throws(Malformed) {
        if let fileName = part.fileName {
            guard file == nil else { throw Malformed() }
            file = UploadedFile(field: part.name, name: fileName, content: part.content)
        } else {
            guard let value = String(validating: part.value, as: UTF8.self) else { throw Malformed() }
            fields.append((part.name, value))
        }
        part = Part()
    }

    /// Where `sought`, which begins with a carriage return, first stands.
    private static func position(of sought: [UInt8], in bytes: [UInt8]) -> Int? {
        var start = 0
        while let found = bytes[start...].firstIndex(of: 0x0D) {
            guard found + sought.count <= bytes.count else { return nil }
            if bytes[found..<(found + sought.count)].elementsEqual(sought) { return found }
            start = found + 1
        }
        return nil
    }
}

/// A file that came with a request.
package struct UploadedFile: Sendable {
    let field: String
    let name: String
    let content: FileContent
}

/// The head of one part: `Content-Disposition: form-data; name="…"; filename="…"`.
private struct PartHead {
    let name: String
    let fileName: String?

    init?(_ text: String) {
        var disposition: Substring?
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...]
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { return nil }
                disposition = value
            // What the browser takes the file for: its bytes say it better.
            case "content-type": break
            default: return nil
            }
        }
        guard let disposition, let words = Self.parameters(disposition), let name = words["name"] else { return nil }
        self.name = name
        fileName = words["filename"]
    }

    /// The parameters after `form-data`, each in quotes, in which browsers write `%22`, `%0D` and `%0A` for what cannot
    /// stand there (HTML Standard 4.10.21.8). `filename*` is none of them (RFC 7578 4.2).
    private static func parameters(_ value: Substring) -> [String: String]? {
        var rest = value.drop { $0 == " " }
        guard rest.hasPrefix("form-data") else { return nil }
        rest = rest.dropFirst("form-data".count)
        var found: [String: String] = [:]
        while !rest.isEmpty {
            guard rest.hasPrefix(";") else { return nil }
            rest = rest.dropFirst().drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "="), rest[equals...].hasPrefix("=\"") else { return nil }
            let name = rest[..<equals].lowercased()
            rest = rest[equals...].dropFirst(2)
            guard let quote = rest.firstIndex(of: "\""), ["name", "filename"].contains(name), found[name] == nil
            else { return nil }
            found[name] = String(rest[..<quote]).replacing("%22", with: "\"").replacing("%0D", with: "\r")
                .replacing("%0A", with: "\n")
            rest = rest[quote...].dropFirst()
        }
        return found
    }
}
