package import Domain
import HTTPTypes

/// The strong entity tag of a version of an editable thing is its number in quotes (RFC 9110 8.8.3).
package enum EntityTag {
    package static func version(_ version: Int) -> String { "\"\(version)\"" }

    /// The tags of a list such as `"12", W/"13"`; nil where it is no such list.
    static func list(_ text: String) -> [Substring]? {
        var tags: [Substring] = []
        var rest = text[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            if rest.isEmpty { return tags.isEmpty ? nil : tags }
            let start = rest.startIndex
            if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
            rest = rest[rest.index(after: end)...]
            tags.append(text[start..<rest.startIndex])
        }
    }

    /// Whether `field` of If-None-Match names `tag`; weak comparison (RFC 9110 13.1.2).
    static func isNamed(_ tag: String, in field: String) -> Bool {
        if field == "*" { return true }
        let opaque = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        return list(field)?.contains { ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == opaque } ?? false
    }
}

extension WebRequest {
    /// The version that the request means to change, to be compared inside the locks: nil where it names none or `*`.
    package func expectedVersion() throws(Refusal) -> Int? {
        guard let field = headers[.ifMatch], field != "*" else { return nil }
        guard let tags = EntityTag.list(field), tags.count == 1, let tag = tags.first,
            let version = Int(tag.dropFirst().dropLast())
        else { throw .stale }
        return version
    }

    /// The same, and refuses a request that names no version at all. `*` gives nil: whatever stands there now.
    package func requiredVersion() throws(Refusal) -> Int? {
        guard headers[.ifMatch] != nil else { throw .versionNeeded }
        return try expectedVersion()
    }
}
