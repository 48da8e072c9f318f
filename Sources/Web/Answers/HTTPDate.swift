package import Domain

/// Dates of HTTP headers: `Tue, 27 Apr 2027 08:00:00 GMT` (RFC 9110 5.6.7).
package enum HTTPDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    package static func text(_ instant: Instant) -> String {
        let local = LocalDateTime(secondsSince1970: instant.seconds)
        let (year, month, day) = local.day.numbers
        let date = "\(two(day)) \(months[month - 1]) \(year)"
        return
            "\(weekdays[local.day.weekday - 1]), \(date) \(two(local.hour)):\(two(local.minute)):\(two(local.second)) GMT"
    }

    /// Reads the preferred form; the obsolete ones are read as no date, so that the whole answer is sent.
    static func read(_ text: String) -> Instant? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])),
            let day = Int(parts[1]), let year = Int(parts[3]), let date = Day(year: year, month: month + 1, day: day),
            let local = LocalDateTime("\(date.text)T\(parts[4])")
        else { return nil }
        return Instant(microseconds: local.secondsAsUTC * 1_000_000)
    }

    private static func two(_ number: Int) -> String { "\(number < 10 ? "0" : "")\(number)" }
}
