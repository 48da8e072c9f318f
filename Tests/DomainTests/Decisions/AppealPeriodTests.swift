import Domain
import Testing

@Suite struct `A deadline of the law` {
    @Test(arguments: [
        (2019, "2019-04-21"), (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
        (2038, "2038-04-25"), (2285, "2285-03-22"),
    ])
    func `knows Easter`(_ year: Int, _ easter: String) {
        #expect(SwedishCalendar.easter(year)?.text == easter)
    }

    @Test(arguments: [
        "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16",
        "2027-06-06", "2027-06-26", "2027-11-06", "2027-12-25", "2027-12-26",
    ])
    func `knows the public holidays of a year`(_ day: String) throws {
        #expect(SwedishCalendar.isHoliday(try #require(Day(day))))
    }

    @Test func `knows no other holiday on a day from Monday to Friday`() throws {
        let first = try #require(Day("2027-01-01"))
        let free = (0..<365).map { first.adding(days: $0) }.filter {
            $0.weekday < 6 && SwedishCalendar.isNoWorkingDay($0)
        }
        #expect(
            free.map(\.text) == [
                "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25", "2027-12-24",
                "2027-12-31",
            ])
    }

    @Test(arguments: [
        ("2027-04-06", "2027-04-27", "an ordinary Tuesday"),
        ("2027-04-10", "2027-05-03", "1 May, a Saturday, and then a Sunday"),
        ("2027-03-05", "2027-03-30", "Good Friday to Easter Monday"),
        ("2027-06-04", "2027-06-28", "Midsummer Eve"),
        ("2026-12-03", "2026-12-28", "Christmas Eve to the Sunday after Boxing Day"),
        ("2027-04-15", "2027-05-07", "Ascension Day"),
        ("2027-12-10", "2028-01-03", "New Year's Eve to Sunday"),
        ("2026-05-16", "2026-06-08", "the National Day, a Saturday"),
    ])
    func `ends three weeks on, and never on a day of rest`(_ posted: String, _ last: String, _ why: String) throws {
        let period = AppealPeriod(postedOn: try #require(Day(posted)))
        #expect(period.endsOn.text == last, "\(why)")
        #expect(period.finalOn == period.endsOn.adding(days: 1))
    }
}
