import ICalendar
import Testing

@Suite struct `Calendars` {
    @Test func `to subscribe to are written like this, octet for octet`() throws {
        let span = try #require(days("2019-05-15", "2019-05-17"))
        let series = try sample { event in
            event.summary = "Tre dagar, 🇸🇪; \\"
            event.span = span
            event.status = .tentative
            event.categories = ["AI", "Barn, unga"]
            event.position = .init(latitude: 55.7, longitude: 13.19)
            event.organizer = .init(name: "Lund: \"Stadsbiblioteket\"", address: "bibliotek@samlyft.example")
            event.siblings = ["2@samlyft.example"]
        }
        #expect(String(decoding: feed([series]).bytes(), as: UTF8.self) == golden.replacing("\n", with: "\r\n"))
    }

    @Test func `without events still have a component`() throws {
        let reader = try StrictReader(feed([]).bytes())
        #expect(reader.events.isEmpty && reader.properties.contains { $0.value == "VTIMEZONE" })
    }

    @Test func `give the same bytes for the same events in any order`() throws {
        let later = try #require(timeSpan("2019-09-07T10:00", "2019-09-07T12:00"))
        let events = try [
            sample(), sample { $0.uid = "0@samlyft.example" }, sample { ($0.uid, $0.span) = ("00@x", later) },
        ]
        let bytes = feed(events).bytes()
        #expect(bytes == feed(events.reversed()).bytes())
        #expect(
            try StrictReader(bytes).events.map { try $0.text("UID") } == ["0@samlyft.example", sample().uid, "00@x"])
    }

    @Test func `of one event have a METHOD and an organizer and no name`() throws {
        let organizer = VEvent.Organizer(name: "Biblioteket", address: "bibliotek@samlyft.example")
        let reader = try StrictReader(
            CalendarFile(productID: "-//A//B 1.0//SV", event: sample(), organizer: organizer).bytes())
        #expect(reader.calendar.map(\.name) == ["VERSION", "PRODID", "CALSCALE", "METHOD"])
        #expect(try reader.calendar.value("METHOD") == "PUBLISH")
        let event = try #require(reader.events.first)
        #expect(reader.events.count == 1)
        #expect(try event.value("ORGANIZER") == "mailto:bibliotek@samlyft.example")
    }

    @Test(arguments: [(60, "PT1H"), (90, "PT90M"), (1440, "PT24H")])
    func `say how often to come back`(_ minutes: Int, _ duration: String) throws {
        var feed = feed([])
        feed.refreshMinutes = minutes
        let calendar = try StrictReader(feed.bytes()).calendar
        #expect(try calendar.value("REFRESH-INTERVAL") == duration)
        #expect(try calendar.value("X-PUBLISHED-TTL") == duration)
    }
}

@Suite struct `Calendars that grow too large` {
    private let events: [VEvent]

    init() throws {
        let today = try #require(LocalDate(year: 2019, month: 9, day: 6)).daysSince1970
        events = try (-50..<50).map { day in
            let date = LocalDate(daysSince1970: today + day)
            let span = try #require(VEvent.Span(days: date, through: date))
            return try sample { event in
                event.uid = "\(day)@x"
                event.span = span
                event.description = String(repeating: "Åäö. ", count: 400)
            }
        }
    }

    @Test func `lose the ends of descriptions first, and never their addresses`() throws {
        let bytes = feed(events).bytes(limit: 100_000, today: LocalDate(year: 2019, month: 9, day: 6))
        let read = try StrictReader(bytes).events
        #expect(bytes.count <= 100_000 && read.count == 100)
        #expect(try read.allSatisfy { try $0.text("DESCRIPTION").hasSuffix("…\n\nhttps://samlyft.example/events/1") })
    }

    @Test func `lose the oldest of the past then, and never what is to come`() throws {
        let today = LocalDate(year: 2019, month: 9, day: 6)
        let some = feed(events).bytes(limit: 35_000, today: today)
        let left = try StrictReader(some).events.map { try $0.text("UID") }
        #expect(some.count <= 35_000 && some.count > 34_000 && left.last == "49@x" && left.contains("-1@x"))
        #expect(try StrictReader(feed(events).bytes(limit: 1_000, today: today)).events.count == 50)
        #expect(try StrictReader(feed(events).bytes(limit: 1_000)).events.count == 100)
    }
}

private let golden = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Region Skåne//Samlyft 1.0//SV
    CALSCALE:GREGORIAN
    NAME:Samlyft: alla
    X-WR-CALNAME:Samlyft: alla
    DESCRIPTION:Allt\\, i hela Skåne
    X-WR-CALDESC:Allt\\, i hela Skåne
    COLOR:teal
    REFRESH-INTERVAL;VALUE=DURATION:PT1H
    X-PUBLISHED-TTL:PT1H
    SOURCE;VALUE=URI:https://samlyft.example/feeds/all.ics
    URL:https://samlyft.example/events
    LAST-MODIFIED:20190828T134640Z
    X-WR-TIMEZONE:Europe/Stockholm
    BEGIN:VTIMEZONE
    TZID:Europe/Stockholm
    BEGIN:DAYLIGHT
    TZNAME:CEST
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    DTSTART:19810329T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    BEGIN:STANDARD
    TZNAME:CET
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    DTSTART:19961027T030000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:5e0c2a6e-5a0e-4f0e-8a5c-0d3b6f0c9b1a@samlyft.example
    DTSTAMP:20190828T134640Z
    CREATED:20190817T000000Z
    LAST-MODIFIED:20190828T134640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20190515
    DTEND;VALUE=DATE:20190518
    SUMMARY:Tre dagar\\, 🇸🇪\\; \\\\
    STATUS:TENTATIVE
    CLASS:PUBLIC
    TRANSP:TRANSPARENT
    LOCATION:Stadsbiblioteket\\, Lund
    GEO:55.700000;13.190000
    URL:https://samlyft.example/events/1
    CATEGORIES:AI,Barn\\, unga
    ORGANIZER;CN="Lund: ^'Stadsbiblioteket^'":mailto:bibliotek@samlyft.example
    RELATED-TO;RELTYPE=SIBLING:2@samlyft.example
    DESCRIPTION:Välkommen\\n\\nhttps://samlyft.example/events/1
    END:VEVENT
    END:VCALENDAR

    """
