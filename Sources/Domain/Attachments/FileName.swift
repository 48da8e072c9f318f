/// What a file is called: plain text without a path, which looks the same wherever it is shown.
package struct FileName: Sendable, Hashable {
    package let text: String

    /// The longest name, in characters.
    package static let limit = 120

    /// The name without the path that some programs send before it; nil where nothing of a name is left, where it is
    /// too long, or where it has characters that hide what it is: controls, and those that turn the direction of
    /// writing (`gpj.exe` backwards).
    package init?(_ sent: String) {
        let last = sent.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""
        let name = last.trimmedOfSpace
        guard !name.isEmpty, name.count <= Self.limit, name.first != ".", name != "..",
            name.unicodeScalars.allSatisfy(Self.isPlain)
        else { return nil }
        text = name
    }

    /// The part after the last dot, in lower case.
    package var ending: String {
        guard let dot = text.lastIndex(of: ".") else { return "" }
        return text[text.index(after: dot)...].lowercased()
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

extension Substring {
    fileprivate var trimmedOfSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
