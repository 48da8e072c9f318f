/// A day of the calendar.
package struct LocalDate: Sendable, Hashable {
    /// 1 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
        // A day too many comes back as one of the next month.
        guard LocalDate(daysSince1970: daysSince1970) == self else { return nil }
    }

    /// The day so many days after 1970-01-01 in the Gregorian calendar
    /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }

    /// The way back (days_from_civil).
    package var daysSince1970: Int {
        let year = month <= 2 ? self.year - 1 : self.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// What the clock on a Swedish wall shows.
package struct LocalDateTime: Sendable, Hashable {
    /// The day.
    package let date: LocalDate
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59.
    package let second: Int

    /// Nil where no clock shows that.
    package init?(_ date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    var wallSeconds: Int { date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second }
}

/// A point in time.
package struct UTCInstant: Sendable, Hashable {
    /// Seconds after 1970-01-01T00:00:00Z, leap seconds not counted.
    package let secondsSince1970: Int

    /// So many seconds after 1970-01-01T00:00:00Z.
    package init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// What the clock on a Swedish wall shows then: summer time runs from the last Sunday of March to that of October,
    /// each at 01:00 UTC (directive 2000/84/EC).
    var wallSeconds: Int {
        let year = LocalDate(daysSince1970: secondsSince1970.dividedDown(by: 86_400)).year
        let isSummer = (changeover(year, month: 3)..<changeover(year, month: 10)).contains(secondsSince1970)
        return secondsSince1970 + (isSummer ? 7_200 : 3_600)
    }
}

private func changeover(_ year: Int, month: Int) -> Int {
    guard let last = LocalDate(year: year, month: month, day: 31)?.daysSince1970 else { return 0 }
    // 1970-01-01 was a Thursday, so that day 3 was a Sunday.
    return (last - (last - 3).remainder(in: 7)) * 86_400 + 3_600
}

extension Int {
    func dividedDown(by divisor: Int) -> Int { (self - remainder(in: divisor)) / divisor }
    func remainder(in divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
