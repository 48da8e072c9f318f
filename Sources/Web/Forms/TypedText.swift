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
        guard let local = LocalDateTime(text) else {
            return .failure(Wrong(fault: SensibleTime.fault(ofText: text, else: .time)))
        }
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

    /// `10.00`, `10:00`, `10` or `10.00.30`, with one digit of the hour or two: as `10:00`, or `10:00:30`.
    static func clock(_ text: String) -> String? {
        let parts = text.replacing(".", with: ":").split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }),
            (1...2).contains(parts[0].count), parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        let hour = parts[0].count == 1 ? "0\(parts[0])" : String(parts[0])
        return ([hour] + (parts.count == 1 ? ["00"] : parts.dropFirst().map(String.init))).joined(separator: ":")
    }

    /// What stands if a field that shows `kept` comes back as `typed`: fields lose white space at the ends, and a
    /// reader who did not touch one has not asked for that.
    static func text(_ typed: String, over kept: String) -> String {
        typed == normalised(kept).trimmed ? kept : typed
    }

    /// Whether an amount is one of ours but for its sign.
    static func isNegativeMoney(_ text: String) -> Bool {
        guard let first = text.first, first == "-" || first == "\u{2212}" else { return false }
        return money(String(text.dropFirst())) != nil
    }

    /// Whether an amount is well written and too large to keep.
    static func isTooMuchMoney(_ text: String) -> Bool {
        let digits = text.filter { !$0.isWhitespace }
        let kronor = digits.prefix { ("0"..."9").contains($0) }
        guard kronor.count > 10, money(text) == nil else { return false }
        return money("1" + digits.dropFirst(kronor.count)) != nil
    }
}
