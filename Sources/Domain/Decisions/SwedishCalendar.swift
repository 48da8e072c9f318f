/// The days on which a deadline of the law does not end.
package enum SwedishCalendar {
    /// Lag (1930:173) 2 §: a deadline that falls on a Sunday, another public holiday, a Saturday, Midsummer Eve,
    /// Christmas Eve or New Year's Eve moves to the next weekday that is none of these.
    package static func movedDeadline(_ day: Day) -> Day {
        var day = day
        while isNoWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// Whether a deadline may not end on the day.
    package static func isNoWorkingDay(_ day: Day) -> Bool {
        day.weekday >= 6 || isHoliday(day) || isEve(day)
    }

    /// The public holidays that are no Sundays by their nature (lag 1989:253, 1 and 2 §§).
    package static func isHoliday(_ day: Day) -> Bool {
        let (year, month, number) = day.numbers
        let fixed = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26)]
        if fixed.contains(where: { $0 == (month, number) }) { return true }
        if day.weekday == 6 {
            // Midsummer Day is the Saturday of 20–26 June, All Saints' Day that of 31 October–6 November.
            if month == 6, (20...26).contains(number) { return true }
            if month == 10 && number == 31 || month == 11 && number <= 6 { return true }
        }
        guard let easter = easter(year) else { return false }
        // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
        return [-2, 0, 1, 39, 49].contains(day.daysSince1970 - easter.daysSince1970)
    }

    /// Midsummer Eve, Christmas Eve and New Year's Eve, which are no holidays but stand beside them in lag (1930:173).
    private static func isEve(_ day: Day) -> Bool {
        let (_, month, number) = day.numbers
        if month == 12, number == 24 || number == 31 { return true }
        return month == 6 && (19...25).contains(number) && day.weekday == 5
    }

    /// Easter Sunday of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher (J. Meeus, "Astronomical
    /// Algorithms", chapter 8).
    package static func easter(_ year: Int) -> Day? {
        let (golden, century, ofCentury) = (year % 19, year / 100, year % 100)
        let moved = (century + 8) / 25
        let epact = (19 * golden + century - century / 4 - (century - moved + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
