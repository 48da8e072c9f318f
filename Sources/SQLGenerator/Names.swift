/// How names look on the SQL side and on the Swift side.
extension StringProtocol {
    var isTypeName: Bool { first.map { $0.isASCII && $0.isUppercase } == true && allSatisfy(\.isASCIIAlphanumeric) }
    var isMemberName: Bool { first.map { $0.isASCII && $0.isLowercase } == true && allSatisfy(\.isASCIIAlphanumeric) }

    var isSnakeCased: Bool {
        first?.isLowercase == true && allSatisfy { $0 == "_" || ($0.isASCIIAlphanumeric && !$0.isUppercase) }
    }

    /// `call_id` is `callID`, as Swift's API guidelines and the rest of our code write it.
    var camelCased: String {
        let words = String(self).split(separator: "_").map(String.init)
        let rest = words.dropFirst().map { Self.initialisms[$0] ?? $0.prefix(1).uppercased() + $0.dropFirst() }
        return (words.prefix(1) + rest).joined()
    }

    /// In backticks where Swift has given the word a meaning of its own.
    var asIdentifier: String { Self.reserved.contains(String(self)) ? "`\(self)`" : String(self) }

    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static var initialisms: [String: String] {
        ["id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs", "uid": "UID", "ip": "IP"]
    }

    private static var reserved: Set<String> {
        [
            "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
            "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
            "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
            "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
            "throw", "throws", "true", "try", "typealias", "var", "where", "while",
        ]
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
