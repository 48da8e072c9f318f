import Domain
import Testing

/// Faults of one field after one change to a lecture that has none.
private func found(_ change: (inout EventDetails) -> Void) -> [FieldError] { faults { lecture(change).validate(&$0) } }

private func fault(_ field: String, _ fault: FieldError.Fault) -> [FieldError] {
    [FieldError(field: field, fault: fault)]
}

@Suite struct `Event details` {
    @Test func `without a fault have none`() {
        #expect(found { _ in }.isEmpty)
        #expect(found { $0.seats = .unlimited }.isEmpty)
        #expect(found { ($0.attendance, $0.venue, $0.onlineURL) = (.online, nil, "https://link.example/rum") }.isEmpty)
    }

    @Test(arguments: [
        ("2019-10-26T23:00", "2019-10-27T02:30"), ("2019-09-06T19:00", "2019-09-07T00:00"),
        ("2019-09-06T22:00", "2019-09-07T02:00"), ("2020-02-29T10:00", "2020-02-29T12:00"),
        ("2040-03-25T01:30", "2040-03-25T04:00"), ("2019-03-31T00:00", "2019-04-01T00:00"),
        ("2019-05-15T00:00", "2019-05-18T00:00"),
    ])
    func `take every time that exists`(_ start: String, _ end: String) {
        #expect(found { ($0.startsAt, $0.endsAt) = (clock(start), clock(end)) }.isEmpty)
    }

    @Test func `last as long as the clock ran, on the nights when it is moved`() {
        let autumn = lecture { ($0.startsAt, $0.endsAt) = (clock("2019-10-26T23:00"), clock("2019-10-27T02:30")) }
        let spring = lecture { ($0.startsAt, $0.endsAt) = (clock("2040-03-25T01:30"), clock("2040-03-25T04:00")) }
        #expect(autumn.endsAt == autumn.startsAt.adding(seconds: 12_600))
        #expect(spring.endsAt == spring.startsAt.adding(seconds: 5_400))
    }

    @Test(arguments: [("2019-09-06T12:00", "2019-09-06T10:00"), ("2019-09-06T10:00", "2019-09-06T10:00")])
    func `end after they start`(_ start: String, _ end: String) {
        #expect(
            found { ($0.startsAt, $0.endsAt) = (clock(start), clock(end)) } == fault("endsAt", .isNotAfter("startsAt")))
    }

    @Test func `last at most four hundred days`() {
        #expect(found { $0.endsAt = $0.startsAt.adding(days: 400) }.isEmpty)
        #expect(
            found { $0.endsAt = $0.startsAt.adding(days: 400, microseconds: 1) }
                == fault("endsAt", .isTooLarge(most: 400)))
    }

    @Test(arguments: ["", "   ", "\u{A0}\u{2003}"])
    func `have a title that is more than white space`(_ title: String) {
        #expect(found { $0.title = title } == fault("title", .isMissing))
    }

    @Test(arguments: [
        "Styr\u{7}tecken", "Flykt\u{1B}", "Titel med radbrytning\r\nX-EVIL:1", "Tabb\t", "C1 \u{85}", "\u{7F}",
    ])
    func `have no control characters in the title`(_ title: String) {
        #expect(found { $0.title = title } == fault("title", .hasControlCharacters))
    }

    @Test(arguments: [
        "Familjedag 👩‍👩‍👧‍👦 och flaggor 🇸🇪🇫🇮", "عربية och svenska", "<script>alert(1)</script> & <b>fet</b>", "Hja\u{308}rup",
        #"=HYPERLINK("https://x.example";"klicka")"#, #"Komma, semikolon; bakåtstreck \ och "citat""#,
        String(repeating: "Ö", count: 200),
    ])
    func `take every other title as it is`(_ title: String) {
        #expect(found { $0.title = title }.isEmpty)
    }

    @Test func `keep to the lengths that are set`() {
        func long(_ count: Int) -> String { String(repeating: "å", count: count) }
        #expect(found { $0.title = long(201) } == fault("title", .isTooLong(limit: 200)))
        #expect(found { $0.summary = long(500) }.isEmpty)
        #expect(found { $0.summary = long(501) } == fault("summary", .isTooLong(limit: 500)))
        #expect(found { $0.description = long(20_001) } == fault("description", .isTooLong(limit: 20_000)))
        #expect(found { $0.venue?.name = long(201) } == fault("venue.name", .isTooLong(limit: 200)))
    }

    /// PostgreSQL counts code points (`event_has_a_title`), and one character may have any number of them.
    @Test(arguments: [String(repeating: "👩‍👩‍👧‍👦", count: 100), "a" + String(repeating: "\u{301}", count: 300)])
    func `are as long as the database finds them`(_ title: String) {
        #expect(found { $0.title = title } == fault("title", .isTooLong(limit: 200)))
    }

    @Test func `may have lines in the summary and the description, and no other control characters`() {
        #expect(found { $0.description = "Rad 1\r\nRad 2\n\tindragen" }.isEmpty)
        #expect(found { $0.summary = "Rad 1\nRad 2" }.isEmpty)
        #expect(found { $0.description = "bell\u{7}" } == fault("description", .hasControlCharacters))
        #expect(found { $0.title = "Kurs \u{202E}tärt" } == fault("title", .hasControlCharacters))
    }

    @Test func `tell all faults at once`() {
        let fields = found {
            $0.title = " "
            $0.endsAt = $0.startsAt
            $0.venue = nil
            $0.seats = Seats(forAnybody: 0)
            $0.audience = []
        }.map(\.field)
        #expect(fields == ["title", "endsAt", "venue", "capacity", "audience"])
    }
}

@Suite struct `Where and for whom an event is` {
    @Test func `a place is named unless one takes part online`() {
        for attendance in [Attendance.onsite, .hybrid] {
            #expect(found { ($0.attendance, $0.venue) = (attendance, nil) } == fault("venue", .isMissing))
        }
        #expect(found { $0.venue?.name = " " } == fault("venue.name", .isMissing))
        #expect(found { $0.attendance = .online } == fault("onlineUrl", .isMissing))
    }

    @Test(arguments: [
        "javascript:alert(1)", "ftp://a.example", "https://", "https:///väg", "http://a b.example",
        "https://a.example/\"",
        "//a.example", "https://a.example/\n", "HTTPS://a.example\\", "https://?", "data:text/html,x",
    ])
    func `a link is an address of the web`(_ address: String) {
        #expect(found { $0.onlineURL = address } == fault("onlineUrl", .isNot(.webAddress)))
    }

    @Test(arguments: ["https://link.example/rum?id=1#a", "http://link.example", "https://räksmörgås.example/å"])
    func `an address of the web is a link`(_ address: String) {
        #expect(found { $0.onlineURL = address }.isEmpty)
    }

    @Test func `seats are one or more, up to a hundred thousand, and all in some pool`() {
        #expect(found { $0.seats = Seats(forAnybody: 1) }.isEmpty)
        #expect(found { $0.seats = Seats(forAnybody: 100_000) }.isEmpty)
        #expect(found { $0.seats = Seats(forAnybody: 0) } == fault("capacity", .isTooSmall(least: 1)))
        #expect(found { $0.seats = Seats(forAnybody: -1) }.first == fault("capacity", .isTooSmall(least: 1)).first)
        #expect(
            found { $0.seats = Seats(forAnybody: 100_001) }.first == fault("capacity", .isTooLarge(most: 100_000)).first
        )
        #expect(found { $0.seats = Seats(capacity: 30, own: 10, others: 10, any: 10) }.isEmpty)
        for pools in [(10, 10, 9), (31, 0, 0), (31, 0, -1), (Int.max, Int.max, 32)] {
            let seats = Seats(capacity: 30, own: pools.0, others: pools.1, any: pools.2)
            #expect(found { $0.seats = seats }.contains { $0.field == "seatPools" }, "\(pools)")
        }
    }

    /// PostgreSQL says the same as `seat_pools_fill_the_capacity`.
    @Test func `seats without limit are in no pool`() {
        let seats = Seats(capacity: nil, own: 5, others: 0, any: 0)
        #expect(found { $0.seats = seats }.map(\.field) == ["seatPools"])
    }

    @Test func `registration closes after it opens, and not after the event`() {
        let end = clock("2027-04-27T16:00")
        func faults(_ opens: Instant?, _ closes: Instant?) -> [FieldError] {
            found { $0.registration = RegistrationWindow(opensAt: opens, closesAt: closes) }
        }
        #expect(faults(nil, end).isEmpty)
        #expect(faults(end.adding(microseconds: -1), end).isEmpty)
        #expect(faults(nil, end.adding(microseconds: 1)) == fault("registration.closesAt", .isTooLate(than: "endsAt")))
        #expect(faults(end, nil) == fault("registration.opensAt", .isTooLate(than: "endsAt")))
        let opens = end.adding(days: -7)
        #expect(faults(opens, opens) == fault("registration.closesAt", .isNotAfter("registration.opensAt")))
    }

    @Test func `hosts are named once`() {
        #expect(found { $0.coHostLibraryIDs = [Skane.malmo, Skane.eslov] }.isEmpty)
        #expect(found { $0.coHostLibraryIDs = [Skane.malmo, Skane.malmo] } == fault("coHostLibraryIds", .isTwice))
        #expect(found { $0.coHostLibraryIDs = [Skane.lund] } == fault("coHostLibraryIds", .isTwice))
    }

    @Test func `somebody is meant, and prices can be paid`() {
        #expect(found { $0.audience = [] } == fault("audience", .isMissing))
        #expect(found { $0.prices = Prices(own: .zero, others: .largest) }.isEmpty)
        #expect(
            found { $0.prices = Prices(own: .zero, others: Money(ore: Money.largest.ore + 1)) }
                == fault("prices", .isMoreThan(.largest)))
    }
}

@Suite struct `Times that are typed` {
    @Test func `in the hour that spring leaves out are no times, and are never moved in silence`() throws {
        #expect(Stockholm.instant(try #require(LocalDateTime("2019-03-31T02:30"))) == nil)
    }

    @Test func `in the hour that autumn has twice are the first of the two`() throws {
        let local = try #require(LocalDateTime("2019-10-27T02:30"))
        #expect(Stockholm.instant(local)?.rfc3339 == "2019-10-27T00:30:00Z")
    }

    @Test func `on the leap day of a year without one are no times`() {
        #expect(LocalDateTime("2019-02-29T10:00") == nil)
    }
}
