import Domain
import Testing

@testable import Web

@Suite struct `An object is read field by field` {
    func reader(_ text: String) throws -> ObjectReader {
        guard case .object(let members)? = JSONValue(Array(text.utf8)) else { throw NoObject() }
        return ObjectReader(members)
    }

    struct NoObject: Error {}

    func faults(_ reader: ObjectReader) -> [String: String] {
        do throws(Refusal) {
            try reader.end()
            return [:]
        } catch {
            guard case .invalid(let errors) = error else { return ["": "\(error)"] }
            return Dictionary(uniqueKeysWithValues: errors.map { ($0.field, $0.fault.code) })
        }
    }

    @Test func `values of every kind`() throws {
        let id = Event.ID()
        let json = try reader(
            """
            {"title": "e\u{301}\\r\\nx", "capacity": 60, "share": 0.5, "allDay": false, "kind": "training-day",
             "audience": ["staff", "public"], "themes": ["a", "b"], "id": "\(id)", "ids": ["\(id)"],
             "amount": {"amount": "30000.00", "currency": "SEK"}, "startsAt": "2027-04-27T10:00:00+02:00",
             "endsAt": "2027-04-27T12:00", "on": "2027-04-27", "from": "2027-04-27"}
            """)
        #expect(json.text("title").map { Array($0.unicodeScalars) } == ["é", "\n", "x"])
        #expect(json.integer("capacity") == 60)
        #expect(json.number("share") == 0.5)
        #expect(json.truth("allDay") == false)
        #expect(json.choice("kind", EventKind.self) == .trainingDay)
        #expect(json.choices("audience", Audience.self) == [.staff, .public])
        #expect(json.texts("themes") == ["a", "b"])
        #expect(json.id("id", Event.self) == id)
        #expect(json.ids("ids", Event.self) == [id])
        #expect(json.money("amount") == .kronor(30_000))
        #expect(json.instant("startsAt") == Instant(rfc3339: "2027-04-27T08:00:00Z"))
        #expect(json.instant("endsAt") == Instant(rfc3339: "2027-04-27T10:00:00Z"))
        #expect(json.day("on")?.text == "2027-04-27")
        #expect(json.instant("from", day: Stockholm.start(of:)) == Instant(rfc3339: "2027-04-26T22:00:00Z"))
        #expect(faults(json) == [:])
    }

    @Test func `all faults are told at once beside their fields`() throws {
        let json = try reader(
            """
            {"title": 5, "capacity": 1.5, "kind": "party", "amount": {"amount": 30000, "currency": "SEK"},
             "price": {"amount": "1.234", "currency": "SEK"}, "fee": {"amount": "1", "currency": "EUR"},
             "startsAt": "2027-03-28T02:30", "endsAt": "2027-04-27", "registration": {"closesAt": "soon", "x": 1},
             "events": [{"costShare": {"amount": "-1", "currency": "SEK"}}, 7], "twice": 1, "twice": 2, "nul": "a\\u0000"}
            """)
        _ = json.requiredText("title")
        _ = json.requiredText("summary")
        _ = json.integer("capacity")
        _ = json.choice("kind", EventKind.self)
        for name in ["amount", "price", "fee"] { _ = json.money(name) }
        _ = json.instant("startsAt")
        _ = json.instant("endsAt")
        _ = json.object("registration")?.instant("closesAt")
        for event in json.objects("events") ?? [] { _ = event.money("costShare") }
        _ = json.integer("twice")
        _ = json.text("nul")
        #expect(
            faults(json) == [
                "title": "is_no_text", "summary": "is_missing", "capacity": "is_no_number", "kind": "is_not_one_of",
                "amount.amount": "is_no_text", "price.amount": "is_no_money", "fee.currency": "is_not_one_of",
                "startsAt": "is_in_the_hour_that_spring_leaves_out", "endsAt": "is_no_time",
                "registration.closesAt": "is_no_time", "registration.x": "is_unknown_field",
                "events[0].costShare.amount": "is_no_money", "events[1]": "is_no_object", "twice": "is_twice",
                "nul": "has_control_characters",
            ])
    }

    @Test func `null is nothing and differs from absent`() throws {
        let json = try reader(#"{"onlineUrl": null}"#)
        #expect(json.has("onlineUrl") && json.isNull("onlineUrl"))
        #expect(!json.has("capacity") && !json.isNull("capacity"))
        #expect(json.text("onlineUrl") == nil)
        #expect(faults(json) == [:])
        #expect(json.requiredText("onlineUrl") == "")
        #expect(faults(json) == ["onlineUrl": "is_missing"])
    }

    @Test func `members that nobody asked for are refused by name`() throws {
        let json = try reader(#"{"status": "approved", "title": "a"}"#)
        _ = json.requiredText("title")
        #expect(faults(json) == ["status": "is_unknown_field"])
    }
}

@Suite struct `A form is read as people type` {
    func form(_ body: String) throws -> FormReader { FormReader(try #require(FormFields(body.utf8))) }

    func faults(_ form: FormReader) -> [String: String] {
        do throws(Refusal) {
            try form.end()
            return [:]
        } catch {
            guard case .invalid(let errors) = error else { return ["": "\(error)"] }
            return Dictionary(uniqueKeysWithValues: errors.map { ($0.field, $0.fault.code) })
        }
    }

    @Test(arguments: [
        ("30 000", 3_000_000), ("30%C2%A0000", 3_000_000), ("30000,50", 3_000_050), ("30000 kr", 3_000_000),
        ("30+000,5+kr", 3_000_050), ("30000:-", 3_000_000), ("30000.00 SEK", 3_000_000), ("0", 0),
    ])
    func `amounts`(_ typed: String, _ ore: Int) throws {
        #expect(try form("sum=\(typed.replacing(" ", with: "+"))").money("sum") == Money(ore: ore))
    }

    @Test(arguments: [
        ("-1", "is_too_small"), ("\u{2212}30 000,50 kr", "is_too_small"), ("10000000001", "is_more_than"),
        ("999 999 999 999 999 999 999,50", "is_more_than"), ("-x", "is_no_money"), ("10000000001,555", "is_no_money"),
    ])
    func `amounts that are written well and cannot be`(_ typed: String, _ code: String) throws {
        let form = try form("sum=\(PercentEncoding.encode(typed))")
        #expect(form.money("sum") == nil)
        #expect(faults(form) == ["sum": code])
    }

    @Test(arguments: [
        ("-5", -5), ("\u{2212}5", -5), ("99999999999999999999", 1_000_000_000), ("-12345678901", -1_000_000_000),
    ])
    func `whole numbers, however long`(_ typed: String, _ number: Int) throws {
        #expect(try form("n=\(PercentEncoding.encode(typed))").integer("n") == number)
    }

    @Test(arguments: ["x", "-", "3,5", "12345678901x", "--12345678901", "+-1", "1234567890.5"])
    func `what is no whole number`(_ typed: String) throws {
        let form = try form("n=\(PercentEncoding.encode(typed))")
        #expect(form.integer("n") == nil)
        #expect(faults(form) == ["n": "is_no_number"])
    }

    @Test(arguments: ["1,234", "30.000", "abc", "1e3", "kr"])
    func `what is no amount`(_ typed: String) throws {
        let form = try form("sum=\(typed)")
        #expect(form.money("sum") == nil)
        #expect(faults(form) == ["sum": "is_no_money"])
    }

    @Test(arguments: [
        "at=2027-04-27T10:00", "at.date=2027-04-27&at.time=10:00", "at.date=2027-04-27&at.time=10.00",
        "at.date=2027-04-27&at.time=10", "at.date=2027-04-27&at.time=10.00.00",
    ])
    func `times by the clock in Stockholm`(_ body: String) throws {
        let form = try form(body)
        #expect(form.instant("at") == Instant(rfc3339: "2027-04-27T08:00:00Z"))
        #expect(faults(form) == [:])
    }

    @Test(arguments: [
        ("at=2027-03-28T02:30", "at", "is_in_the_hour_that_spring_leaves_out"), ("at=soon", "at", "is_no_time"),
        ("at.date=2027-02-30&at.time=10", "at.date", "is_no_day"), ("at.date=2027-04-27", "at.time", "is_missing"),
        ("at.time=10:00&at.date=", "at.date", "is_missing"), ("at.date=2027-04-27&at.time=25", "at.time", "is_no_time"),
        ("at.date=&at.time=", "at.date", "is_missing"), ("x=", "at", "is_missing"),
    ])
    func `faults of times stand where one types`(_ body: String, _ field: String, _ code: String) throws {
        let form = try form(body)
        _ = form.requiredInstant("at")
        _ = form.text("x")
        #expect(faults(form)[field] == code)
    }

    @Test func `boxes, groups and texts`() throws {
        let form = try form("a=%20Bok+%C3%A5+%0D%0Ab%20&t=true&audience=staff&audience=public&n=1+000&empty=+&x=1")
        #expect(form.text("a") == "Bok å \nb")
        #expect(form.truth("t") && !form.truth("u"))
        #expect(form.choices("audience", Audience.self) == [.staff, .public])
        #expect(form.integer("n") == 1000)
        #expect(form.requiredText("empty") == "")
        #expect(form.raw("a") == " Bok å \r\nb ")
        #expect(faults(form) == ["empty": "is_missing", "x": "is_unknown_field"])
    }
}
