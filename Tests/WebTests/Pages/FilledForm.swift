import Foundation
import Testing

/// What a browser would send if a reader pressed the button of a page's form without touching anything.
struct FilledForm {
    private(set) var fields: [(String, String)] = []
    private var listName: String?
    private var firstOption: String?
    private var chosenOption: String?
    private var areaName: String?

    /// Reads the first form that is sent to an address beginning with `path`.
    init(_ page: Shown, to path: String) throws {
        let start = try #require(page.text.range(of: "<form action=\"\(path)"))
        let end = try #require(page.text[start.upperBound...].range(of: "</form>"))
        var rest = page.text[start.upperBound..<end.lowerBound]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            read(tag, upTo: rest)
        }
    }

    private mutating func read(_ tag: Substring, upTo rest: Substring) {
        let name = Self.value("name", tag) ?? ""
        switch tag.prefix(while: { $0 != " " }) {
        case "input": readInput(tag, name)
        case "select": (listName, firstOption, chosenOption) = (name, nil, nil)
        case "option":
            let value = Self.value("value", tag) ?? ""
            firstOption = firstOption ?? value
            if tag.hasSuffix(" selected") { chosenOption = value }
        case "/select":
            if let listName { fields.append((listName, chosenOption ?? firstOption ?? "")) }
        case "textarea":
            // The line end after the tag is not the writer's.
            fields.append((name, Self.unescaped(rest.dropFirst().prefix { $0 != "<" })))
        default: break
        }
    }

    private mutating func readInput(_ tag: Substring, _ name: String) {
        let type = Self.value("type", tag)
        if name.isEmpty || name == "csrf" { return }
        if type == "checkbox" || type == "radio", !tag.contains(" checked") { return }
        fields.append((name, Self.value("value", tag) ?? ""))
    }

    private static func value(_ attribute: String, _ tag: Substring) -> String? {
        guard let start = tag.range(of: " \(attribute)=\"") else { return nil }
        return unescaped(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension FilledForm {
    /// The fields, with other words in some of them.
    func changed(_ changes: [String: String]) -> [(String, String)] {
        let kept = fields.filter { changes[$0.0] == nil }
        return kept + changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
