/// The kinds of files that an application may carry. What a file is, its bytes say; its name must agree.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf, png, jpeg, docx, xlsx, odt, ods, text

    /// The kind of these bytes; nil: none of ours.
    package init?(_ content: FileContent) {
        if content.begins(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if content.isPNG {
            self = .png
        } else if content.begins(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if content.begins(with: ZIPDirectory.start) {
            guard let kind = ZIPDirectory(content)?.documentKind else { return nil }
            self = kind
        } else if PlainText.holds(content) {
            self = .text
        } else {
            return nil
        }
    }

    /// How the names of such files end.
    package var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .docx: ["docx"]
        case .xlsx: ["xlsx"]
        case .odt: ["odt"]
        case .ods: ["ods"]
        case .text: ["txt"]
        }
    }

    /// Every ending that is taken.
    package static let allEndings = allCases.flatMap(\.endings)

    /// The media type that such files are sent with.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .text: "text/plain; charset=utf-8"
        }
    }
}

extension FileContent {
    /// The signature and the chunk that must come first (PNG, third edition, 5.2 and 5.6).
    fileprivate var isPNG: Bool {
        begins(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && bytes(12..<16) == Array("IHDR".utf8)
    }
}

/// Text in UTF-8 (RFC 3629) without control characters but those of lines and columns.
enum PlainText {
    static func holds(_ content: FileContent) -> Bool {
        guard !content.isEmpty else { return false }
        var state = UTF8State()
        for piece in content.pieces {
            for byte in piece where !state.take(byte) { return false }
        }
        return state.isWhole
    }

    /// Where in a character of several bytes the reading stands: the next byte must lie in `next`.
    private struct UTF8State {
        private var missing = 0
        private var next: ClosedRange<UInt8> = 0x80...0xBF

        var isWhole: Bool { missing == 0 }

        mutating func take(_ byte: UInt8) -> Bool {
            guard missing == 0 else {
                guard next.contains(byte) else { return false }
                (missing, next) = (missing - 1, 0x80...0xBF)
                return true
            }
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: return true
            case 0xC2...0xDF: (missing, next) = (1, 0x80...0xBF)
            case 0xE0: (missing, next) = (2, 0xA0...0xBF)
            case 0xED: (missing, next) = (2, 0x80...0x9F)
            case 0xE1...0xEF: (missing, next) = (2, 0x80...0xBF)
            case 0xF0: (missing, next) = (3, 0x90...0xBF)
            case 0xF4: (missing, next) = (3, 0x80...0x8F)
            case 0xF1...0xF3: (missing, next) = (3, 0x80...0xBF)
            default: return false
            }
            return true
        }
    }
}
