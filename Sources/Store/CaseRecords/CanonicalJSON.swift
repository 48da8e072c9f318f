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
        switch self {
        case .object(let members):
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            return "{\(sorted.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ","))}"
        case .array(let items): return "[\(items.map(\.text).joined(separator: ","))]"
        case .text(let text): return Self.quoted(text)
        case .number(let number): return String(number)
        case .truth(let truth): return truth ? "true" : "false"
        }
    }

    /// Only what must be escaped is (RFC 8785 3.2.2.2).
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{08}": quoted += "\\b"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\u{0C}": quoted += "\\f"
            case "\r": quoted += "\\r"
            case "\0"..<" ":
                quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
