import ICalendar
import Testing

private func read(_ event: VEvent) throws -> [StrictReader.Property] {
    try #require(StrictReader(feed([event]).bytes()).events.first)
}

@Suite struct `Events` {
    @Test(arguments: [
        ("2019-10-26T23:00", "2019-10-27T02:30", "20191026T230000", "20191027T023000"),
        ("2019-09-06T19:00", "2019-09-07T00:00", "20190906T190000", "20190907T000000"),
        ("2019-09-06T22:00", "2019-09-07T02:00", "20190906T220000", "20190907T020000"),
        ("2020-02-29T10:00", "2020-02-29T12:00", "20200229T100000", "20200229T120000"),
        ("2040-03-25T01:30", "2040-03-25T04:00", "20400325T013000", "20400325T040000"),
    ])
    func `stand by the clock on the wall`(_ start: String, _ end: String, _ dtstart: String, _ dtend: String) throws {
        let span = try #require(timeSpan(start, end))
        let properties = try read(sample { $0.span = span })
        #expect(properties.contains(.init(name: "DTSTART", parameters: ["TZID": "Europe/Stockholm"], value: dtstart)))
        #expect(properties.contains(.init(name: "DTEND", parameters: ["TZID": "Europe/Stockholm"], value: dtend)))
        #expect(try properties.value("TRANSP") == "OPAQUE")
    }

    @Test(arguments: [
        ("2019-03-31", "2019-03-31", "20190331", "20190401"), ("2019-10-27", "2019-10-27", "20191027", "20191028"),
        ("2019-05-15", "2019-05-17", "20190515", "20190518"), ("2020-02-28", "2020-02-28", "20200228", "20200229"),
        ("2019-12-31", "2019-12-31", "20191231", "20200101"),
    ])
    func `of whole days end the day after and leave the time free`(
        _ first: String, _ last: String, _ dtstart: String, _ dtend: String
    ) throws {
        let span = try #require(days(first, last))
        let properties = try read(sample { $0.span = span })
        #expect(properties.contains(.init(name: "DTSTART", parameters: ["VALUE": "DATE"], value: dtstart)))
        #expect(properties.contains(.init(name: "DTEND", parameters: ["VALUE": "DATE"], value: dtend)))
        #expect(try properties.value("TRANSP") == "TRANSPARENT")
    }

    @Test func `in the hour that autumn has twice stand in UTC`() throws {
        let start = UTCInstant(secondsSince1970: 1_572_136_200)
        let span = try #require(VEvent.Span(from: start, to: UTCInstant(secondsSince1970: 1_572_143_400)))
        let properties = try read(sample { $0.span = span })
        #expect(try properties.value("DTSTART") == "20191027T003000Z")
        #expect(try properties.value("DTEND") == "20191027T023000Z")
    }

    @Test func `without a length are none`() {
        #expect(timeSpan("2019-09-06T12:00", "2019-09-06T10:00") == nil)
        #expect(timeSpan("2019-09-06T10:00", "2019-09-06T10:00") == nil)
        #expect(days("2019-09-06", "2019-09-05") == nil)
        #expect(
            local("2019-02-29T10:00") == nil && local("1900-02-29T10:00") == nil && local("2019-13-01T10:00") == nil)
        #expect(local("2019-09-06T24:00") == nil && local("2000-02-29T23:59") != nil)
    }

    @Test func `when cancelled keep their UID and free the time`() throws {
        let properties = try read(sample { ($0.status, $0.sequence) = (.cancelled, 3) })
        #expect(try properties.value("STATUS") == "CANCELLED")
        #expect(try properties.value("SEQUENCE") == "3")
        #expect(try properties.value("TRANSP") == "TRANSPARENT")
        #expect(try properties.text("UID") == sample().uid)
    }

    @Test func `tell when they last changed and nothing of now`() throws {
        let properties = try read(sample())
        #expect(try properties.value("DTSTAMP") == "20190828T134640Z")
        #expect(try properties.value("LAST-MODIFIED") == "20190828T134640Z")
        #expect(try properties.value("CREATED") == "20190817T000000Z")
    }

    @Test func `end their description with the addresses`() throws {
        let event = try sample { $0.conference = "https://video.example/r" }
        let text = "Välkommen\n\nhttps://samlyft.example/events/1\n\nhttps://video.example/r"
        #expect(try read(event).text("DESCRIPTION") == text)
        #expect(
            try read(sample { $0.description = "Se https://samlyft.example/events/1" }).text("DESCRIPTION").count == 35)
    }

    @Test(arguments: [
        (55.703802, -13.000001, "55.703802;-13.000001"), (-0.0000001, 0, "0.000000;0.000000"),
        (-0.5, 180, "-0.500000;180.000000"),
    ])
    func `stand on earth`(_ latitude: Double, _ longitude: Double, _ geo: String) throws {
        let position = try #require(VEvent.Position(latitude: latitude, longitude: longitude))
        #expect(try read(sample { $0.position = position }).value("GEO") == geo)
        #expect(
            VEvent.Position(latitude: .nan, longitude: 0) == nil && VEvent.Position(latitude: 91, longitude: 0) == nil)
    }

    @Test func `days are counted as the Gregorian calendar counts them`() {
        for days in stride(from: -700_000, through: 2_900_000, by: 1) {
            let date = LocalDate(daysSince1970: days)
            if date.daysSince1970 != days || !(1...31).contains(date.day) { Issue.record("day \(days)") }
        }
        #expect(LocalDate(daysSince1970: 0) == LocalDate(year: 1970, month: 1, day: 1))
        #expect(LocalDate(daysSince1970: 18_321) == LocalDate(year: 2020, month: 2, day: 29))
    }
}
