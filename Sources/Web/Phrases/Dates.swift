package import Domain

/// Dates and times as Swedish authorities write them (webbriktlinjer.se R66): always the year, clock with a point, en
/// dash between two, months and weekdays in lower case, ISO weeks.
extension Phrases {
    /// `27 april 2027`.
    package func day(_ day: Day) -> String {
        let (year, month, number) = day.numbers
        return "\(number) \(monthName(month)) \(year)"
    }

    /// `den 27 april 2027`, for running text.
    package func date(_ day: Day) -> String { say("den \(self.day(day))", en: self.day(day)) }

    /// `tisdag 27 april 2027`.
    package func weekdayAndDay(_ day: Day) -> String { "\(weekdayName(day)) \(self.day(day))" }

    /// `10.00`, on the clock in Stockholm.
    package func clock(_ instant: Instant) -> String {
        let local = Stockholm.local(instant)
        return "\(local.hour).\(local.minute < 10 ? "0" : "")\(local.minute)"
    }

    /// `den 27 april 2027 kl. 10.00`.
    package func moment(_ instant: Instant) -> String {
        let day = date(Stockholm.day(instant))
        return say("\(day) kl. \(clock(instant))", en: "\(day), \(clock(instant))")
    }

    /// `den 27 april 2027 kl. 10.00–12.00`; of several days both dates; of all-day events no clock. `end` is the first
    /// instant after.
    package func span(from start: Instant, to end: Instant, allDay: Bool = false) -> String {
        if allDay { return days(from: Stockholm.day(start), to: Stockholm.day(end.adding(microseconds: -1))) }
        guard Stockholm.day(start) == Stockholm.day(end) else { return "\(moment(start)) – \(moment(end))" }
        return "\(moment(start))–\(clock(end))"
    }

    /// `den 27 april 2027`, or `den 27 april 2027 – den 2 maj 2027`, both included.
    package func days(from first: Day, to last: Day) -> String {
        first == last ? date(first) : "\(date(first)) – \(date(last))"
    }

    /// `v. 17`.
    package func week(_ day: Day) -> String { say("v. \(day.isoWeek.week)", en: "week \(day.isoWeek.week)") }

    package func weekdayName(_ day: Day) -> String {
        switch day.weekday {
        case 1: say("måndag", en: "Monday")
        case 2: say("tisdag", en: "Tuesday")
        case 3: say("onsdag", en: "Wednesday")
        case 4: say("torsdag", en: "Thursday")
        case 5: say("fredag", en: "Friday")
        case 6: say("lördag", en: "Saturday")
        default: say("söndag", en: "Sunday")
        }
    }

    /// The month's name, 1 to 12.
    package func monthName(_ month: Int) -> String {
        switch month {
        case 1: say("januari", en: "January")
        case 2: say("februari", en: "February")
        case 3: say("mars", en: "March")
        case 4: say("april", en: "April")
        case 5: say("maj", en: "May")
        case 6: say("juni", en: "June")
        case 7: say("juli", en: "July")
        case 8: say("augusti", en: "August")
        case 9: say("september", en: "September")
        case 10: say("oktober", en: "October")
        case 11: say("november", en: "November")
        default: say("december", en: "December")
        }
    }
}

extension Day {
    /// The week by ISO 8601: it belongs to the year of its Thursday.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let year = thursday.numbers.year
        guard let first = Day(year: year, month: 1, day: 1) else { return (year, 1) }
        return (year, (thursday.daysSince1970 - first.daysSince1970) / 7 + 1)
    }
}

extension Instant {
    /// For `<time datetime>`: `2027-04-27T08:00:00Z`.
    package var machineText: String { rfc3339 }
}
