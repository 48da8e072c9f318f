/// One piece of SQL as PostgreSQL reads it.
struct Token: Equatable {
    enum Kind { case space, comment, semicolon, parameter, positional, other }

    let kind: Kind
    let text: String
    let line: Int
}

/// Cuts SQL into tokens, just finely enough to tell a `:name` from a colon that means something else.
/// The rules are those of PostgreSQL's manual, "4.1 Lexical Structure", with standard_conforming_strings on.
struct Lexer {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    static func tokens(of source: SourceFile) throws(Fault) -> [Token] {
        var lexer = Lexer(file: source.path, bytes: Array(source.text.utf8))
        var tokens: [Token] = []
        while lexer.position < lexer.bytes.count { tokens.append(try lexer.token()) }
        return tokens
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    private mutating func token() throws(Fault) -> Token {
        let start = position
        let kind = try scan()
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        defer { line += bytes[start..<position].count { $0 == UInt8(ascii: "\n") } }
        return Token(kind: kind, text: text, line: line)
    }

    private mutating func scan() throws(Fault) -> Token.Kind {
        switch (character(0), character(1)) {
        case ("-", "-"): return skip(.comment) { $0 != "\n" }
        case ("/", "*"): return try skipBlockComment()
        case ("'", _): return try skipQuoted(by: "'", escapes: false)
        case ("\"", _): return try skipQuoted(by: "\"", escapes: false)
        case ("$", let next): return next.isDigit ? skip(.positional, where: \.isInWord) : try skipDollarQuoted()
        case (":", ":"), (":", "="): return take(2, as: .other)
        case (":", let next) where next.startsWord && !followsOperand: return skipParameter()
        case (";", _): return take(1, as: .semicolon)
        case ("E", "'"), ("e", "'"): return try skipEscaped()
        case (let first, _) where first.isInWord && first != "$": return skip(.other, where: \.isInWord)
        case (let first, _) where first.isSpace: return skip(.space, where: \.isSpace)
        default: return take(1, as: .other)
        }
    }

    /// In `a[lo:hi]` the colon divides; where a value has just ended no parameter can begin.
    private var followsOperand: Bool {
        let previous = character(-1)
        return previous.isInWord || previous == ")" || previous == "]" || previous == "\"" || previous == "'"
    }

    private func character(_ offset: Int) -> Unicode.Scalar {
        bytes.indices.contains(position + offset) ? Unicode.Scalar(bytes[position + offset]) : "\0"
    }

    private mutating func take(_ count: Int, as kind: Token.Kind) -> Token.Kind {
        position += count
        return kind
    }

    private mutating func skip(_ kind: Token.Kind, where belongs: (Unicode.Scalar) -> Bool) -> Token.Kind {
        repeat { position += 1 } while position < bytes.count && belongs(character(0))
        return kind
    }

    private mutating func skipParameter() -> Token.Kind {
        position += 1
        return skip(.parameter) { $0.isInWord && $0 != "$" }
    }

    /// Comments nest in PostgreSQL.
    private mutating func skipBlockComment() throws(Fault) -> Token.Kind {
        var depth = 0
        repeat {
            switch (character(0), character(1)) {
            case ("/", "*"): (depth, position) = (depth + 1, position + 2)
            case ("*", "/"): (depth, position) = (depth - 1, position + 2)
            default: position += 1
            }
            guard position < bytes.count || depth == 0 else { throw unfinished("comment") }
        } while depth > 0
        return .comment
    }

    private mutating func skipQuoted(by quote: Unicode.Scalar, escapes: Bool) throws(Fault) -> Token.Kind {
        position += 1
        while position < bytes.count {
            switch character(0) {
            case "\\" where escapes: position += 2
            case quote where character(1) == quote: position += 2
            case quote: return take(1, as: .other)
            default: position += 1
            }
        }
        throw unfinished("quotation")
    }

    /// `E'…'`; a text that goes on after a line end keeps its escapes.
    private mutating func skipEscaped() throws(Fault) -> Token.Kind {
        position += 1
        _ = try skipQuoted(by: "'", escapes: true)
        let rest = bytes[position...].prefix { Unicode.Scalar($0).isSpace }
        if rest.contains(UInt8(ascii: "\n")), rest.endIndex < bytes.count, bytes[rest.endIndex] == UInt8(ascii: "'") {
            position = rest.endIndex - 1
            return try skipEscaped()
        }
        return .other
    }

    private mutating func skipDollarQuoted() throws(Fault) -> Token.Kind {
        let tag = bytes[(position + 1)...].prefix { Unicode.Scalar($0).isInWord && $0 != UInt8(ascii: "$") }
        guard tag.endIndex < bytes.count, bytes[tag.endIndex] == UInt8(ascii: "$") else { return take(1, as: .other) }
        let fence = bytes[position...tag.endIndex]
        position = fence.endIndex
        while position + fence.count <= bytes.count {
            if bytes[position..<(position + fence.count)].elementsEqual(fence) { return take(fence.count, as: .other) }
            position += 1
        }
        throw unfinished("quotation")
    }

    private func unfinished(_ what: String) -> Fault {
        Fault(file: file, line: line, message: "this \(what) has no end")
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { "0"..."9" ~= self }
    fileprivate var isSpace: Bool { self == " " || ("\t"..."\r") ~= self }
    /// Bytes of letters beyond ASCII belong to words, as in PostgreSQL.
    fileprivate var startsWord: Bool {
        "a"..."z" ~= self || "A"..."Z" ~= self || self == "_" || value >= 0x80
    }
    fileprivate var isInWord: Bool { startsWord || isDigit || self == "$" }
}
