/// An address that a page may lead to: a path of our own, or http, https, mailto or webcal.
/// What else there is (`javascript:`, `data:`, `//elsewhere`) is none.
struct Address {
    let text: String

    init?(_ text: String) {
        // Browsers drop tabs and line ends inside an address and read `\` as `/` (URL Standard 4.4),
        // so that `java\nscript:` runs and `/\host` leaves the site.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }), !text.hasPrefix("//")
        else {
            return nil
        }
        let beginning = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let colon = beginning.firstIndex(of: ":") else {
            self.text = text
            return
        }
        switch beginning[..<colon].lowercased() {
        case "http", "https", "webcal": guard text[colon...].hasPrefix("://") else { return nil }
        case "mailto": break
        default: return nil
        }
        self.text = text
    }

    /// A path of our own, for what a page loads and where it sends forms.
    init?(ownPath text: String) {
        guard let address = Address(text), !text.contains(":"), text.hasPrefix("/") || text.hasPrefix("?") else {
            return nil
        }
        self = address
    }
}
