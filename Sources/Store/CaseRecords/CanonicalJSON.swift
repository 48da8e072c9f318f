/// JSON that has one spelling only, so that the same contents always have the same hash: RFC 8785, of which only whole
/// numbers are needed here.
enum CanonicalJSON: Equatable {
    case object([String: CanonicalJSON])
    case array([CanonicalJSON])
    case text(String)
    case number(Int)
    case truth(Bool)

    /// An object without the members that are nil.
    static func members(_ members: [String: CanonicalJSON?]) -> CanonicalJSON {
        .object(members.compactMapValues { $0 })
    }

    /// The text, without white space and with members in the order of their UTF-16 code units.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .object(let members):
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            Self.list(sorted, "{", "}", to: &text) { member, text in
                Self.quote(member.key, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
        case .array(let items): Self.list(items, "[", "]", to: &text) { $0.write(to: &$1) }
        case .text(let words): Self.quote(words, to: &text)
        case .number(let number): text += String(number)
        case .truth(let truth): text += truth ? "true" : "false"
        }
    }

    private static func list<Item>(
        _ items: [Item], _ begin: String, _ end: String, to text: inout String, _ write: (Item, inout String) -> Void
    ) {
        text += begin
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            write(item, &text)
        }
        text += end
    }

    /// Only what must be escaped is (RFC 8785 3.2.2.2).
    private static func quote(_ words: String, to text: inout String) {
        text += "\""
        if words.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += words
        } else {
            for scalar in words.unicodeScalars { escape(scalar, to: &text) }
        }
        text += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\u{08}": text += "\\b"
        case "\t": text += "\\t"
        case "\n": text += "\\n"
        case "\u{0C}": text += "\\f"
        case "\r": text += "\\r"
        case "\0"..<" ":
            text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: text.unicodeScalars.append(scalar)
        }
    }
}
