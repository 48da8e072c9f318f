/// Reads a page as strictly as no browser does: every element is closed where it should be, every id stands once, what
/// names an id names one that is there, and nothing is in it that the content security policy refuses.
struct PageCheck {
    private(set) var faults: [String] = []
    private(set) var links: [String] = []
    private var open: [String] = []
    private var ids: Set<String> = []
    private var named: [String] = []
    private var count: [String: Int] = [:]
    private var formHasToken: [Bool] = []
    private let isLoggedIn: Bool

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ page: String, isLoggedIn: Bool) {
        self.isLoggedIn = isLoggedIn
        var rest = page.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else {
                faults.append("a tag does not end")
                break
            }
            read(String(decoding: rest[rest.index(after: start)..<end], as: UTF8.self))
            rest = rest[rest.index(after: end)...]
        }
        conclude()
    }

    private mutating func read(_ tag: String) {
        if tag.hasPrefix("!") { return }
        if tag.hasPrefix("/") { return close(String(tag.dropFirst())) }
        let name = String(tag.prefix { $0 != " " })
        count[name, default: 0] += 1
        let attributes = Self.attributes(of: tag.dropFirst(name.count))
        check(name, attributes)
        if !Self.void.contains(name) { open.append(name) }
    }

    private mutating func close(_ name: String) {
        guard open.last == name else {
            faults.append("</\(name)> closes \(open.last ?? "nothing")")
            return
        }
        open.removeLast()
        if name == "form", formHasToken.popLast() == false, isLoggedIn { faults.append("a form has no token") }
    }

    private mutating func check(_ name: String, _ attributes: [String: String]) {
        if let id = attributes["id"], !ids.insert(id).inserted { faults.append("id \(id) stands twice") }
        for key in ["for", "aria-describedby", "aria-labelledby"] {
            named += (attributes[key] ?? "").split(separator: " ").map(String.init)
        }
        for key in attributes.keys where key == "style" || key.hasPrefix("on") { faults.append("<\(name) \(key)>") }
        // A script is a file of our own; what stands in the page is none.
        let isOurFile = name == "script" && attributes["src"]?.hasPrefix("/assets/") == true
        if name == "style" || name == "script" && !isOurFile { faults.append("<\(name)>") }
        if name == "a", let address = attributes["href"] {
            links.append(address)
            if address.hasPrefix("#") { named.append(String(address.dropFirst())) }
        }
        if name == "form" { formHasToken.append(attributes["method"] == "get") }
        if attributes["name"] == "csrf", !formHasToken.isEmpty { formHasToken[formHasToken.count - 1] = true }
        if name == "img", attributes["alt"] == nil { faults.append("an image says nothing") }
        if name == "html", !["sv", "en"].contains(attributes["lang"]) { faults.append("the page has no language") }
    }

    private mutating func conclude() {
        if !open.isEmpty { faults.append("left open: \(open.joined(separator: " "))") }
        for id in named where !ids.contains(id) { faults.append("nothing has the id \(id)") }
        for name in ["h1", "main", "title"] where count[name] != 1 {
            faults.append("\(count[name] ?? 0) elements \(name)")
        }
        if count["table", default: 0] != count["caption", default: 0] { faults.append("a table has no caption") }
    }

    /// `name="value"` and bare names, as our own writer makes them.
    private static func attributes(of text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text
        while let start = rest.firstIndex(where: { $0 != " " }) {
            let name = rest[start...].prefix { $0 != "=" && $0 != " " }
            rest = rest[name.endIndex...]
            guard rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
                found[String(name)] = ""
                continue
            }
            found[String(name)] = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return found
    }
}
