/// A day of the Gregorian calendar, as days since 1970-01-01.
package struct Day: Hashable, Sendable, Comparable {
    package let daysSince1970: Int

    package init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// The day with these numbers, or nil if the month has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let made = Day(daysSince1970: Self.days(year: year, month: month, day: day))
        guard made.numbers == (year, month, day) else { return nil }
        self = made
    }

    package static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

    package func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    package var weekday: Int { (((daysSince1970 + 3) % 7) + 7) % 7 + 1 }
}

extension Day {
    /// `2027-04-27`.
    package var text: String {
        let (year, month, day) = numbers
        return [
            LocalDateTime.padded(year, to: 4), LocalDateTime.padded(month, to: 2), LocalDateTime.padded(day, to: 2),
        ].joined(separator: "-")
    }

    /// Reads `2027-04-27`; nil if there is no such day.
    package init?(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8)[...])
    }

    init?(bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = LocalDateTime.number(bytes[0...3]), let month = LocalDateTime.number(bytes[5...6]),
            let day = LocalDateTime.number(bytes[8...9])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day {
    /// Year, month and day. The arithmetic is that of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    package var numbers: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
