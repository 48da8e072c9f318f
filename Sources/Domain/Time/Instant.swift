/// A point in time, in whole microseconds since 1970-01-01T00:00:00Z: what PostgreSQL's `timestamptz` holds.
package struct Instant: Hashable, Sendable, Comparable {
    package let microseconds: Int

    package init(microseconds: Int) {
        self.microseconds = microseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    package func adding(days: Int = 0, hours: Int = 0, seconds: Int = 0, microseconds rest: Int = 0) -> Instant {
        Instant(microseconds: microseconds + ((days * 24 + hours) * 3600 + seconds) * 1_000_000 + rest)
    }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int { (microseconds - (microseconds % 1_000_000 + 1_000_000) % 1_000_000) / 1_000_000 }
}

extension Instant {
    /// RFC 3339 in UTC, with a fraction only where there is one: `2027-04-27T08:00:00Z`.
    package var rfc3339: String {
        let fraction = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000
        let local = LocalDateTime(secondsSince1970: seconds)
        let digits = fraction == 0 ? "" : "." + LocalDateTime.padded(fraction, to: 6)
        return "\(local.text)\(digits)Z"
    }

    /// Reads an RFC 3339 date-time with `Z` or an offset; nil if there is no such date, time or offset.
    package init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let local = LocalDateTime(bytes.prefix(19)) else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: { (0x30...0x39).contains($0) })
            guard (1...9).contains(digits.count) else { return nil }
            fraction = digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
            for _ in digits.count..<max(6, digits.count) { fraction *= 10 }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Self.offset(Array(rest)) else { return nil }
        let seconds = local.secondsAsUTC - offset
        guard (1...9999).contains(LocalDateTime(secondsSince1970: seconds).day.numbers.year) else { return nil }
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }

    private static func offset(_ bytes: [UInt8]) -> Int? {
        if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            let hours = LocalDateTime.number(bytes[1...2]), let minutes = LocalDateTime.number(bytes[4...5]),
            hours <= 23, minutes <= 59
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }
}
