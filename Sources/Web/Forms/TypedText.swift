import Domain
import Foundation

/// What people type, made into values.
package enum TypedText {
    /// A fault as an error, for `Result`.
    struct Wrong: Error {
        let fault: FieldError.Fault
    }

    /// In Unicode's composed form (NFC) and with LF at line ends: two ways to write one letter must not differ.
    static func normalised(_ text: String) -> String {
        var text = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = text.precomposedStringWithCanonicalMapping }
        guard text.utf8.contains(0x0D) else { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// RFC 3339 with an offset, or a date and a time as the clock in Stockholm shows them.
    static func instant(_ text: String) -> Result<Instant, Wrong> {
        if let instant = Instant(rfc3339: text) { return .success(instant) }
        guard let local = LocalDateTime(text) else { return .failure(Wrong(fault: .isNot(.time))) }
        guard let instant = Stockholm.instant(local) else {
            return .failure(Wrong(fault: .isInTheHourThatSpringLeavesOut))
        }
        return .success(instant)
    }

    /// `30 000`, `30000,50`, `30 000 kr`, `30000:-`: as people write amounts.
    static func money(_ text: String) -> Money? {
        var text = text.lowercased().filter { !$0.isWhitespace }
        for ending in ["kronor", "kr", "sek", ":-"] where text.hasSuffix(ending) {
            text = String(text.dropLast(ending.count))
            break
        }
        return Money(decimal: text.replacing(",", with: "."))
    }

    /// `10.00`, `10:00` or `10`, with one digit of the hour or two: as `10:00`.
    static func clock(_ text: String) -> String? {
        let parts = text.replacing(".", with: ":").split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }),
            (1...2).contains(parts[0].count), parts.count == 1 || parts[1].count == 2
        else { return nil }
        return "\(parts[0].count == 1 ? "0" : "")\(parts[0]):\(parts.count == 1 ? "00" : parts[1])"
    }
}
