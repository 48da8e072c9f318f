package import Domain

extension ObjectReader {
    /// The identity of a `subject`: `json.id("callId", Call.self)`.
    package func id<Subject>(_ name: String, _ subject: Subject.Type) -> Identifier<Subject>? {
        value(name).flatMap { idItem($0, name, subject) }
    }

    package func requiredID<Subject>(_ name: String, _ subject: Subject.Type) -> Identifier<Subject> {
        required(name, id(name, subject), or: Identifier())
    }

    /// A list of identities.
    package func ids<Subject>(_ name: String, _ subject: Subject.Type) -> [Identifier<Subject>]? {
        items(name) { idItem($0, $1, subject) }
    }

    /// `{"amount": "30000.00", "currency": "SEK"}`. An amount that is a JSON number is refused: it would pass through
    /// binary fractions on its way.
    package func money(_ name: String) -> Money? {
        guard let object = object(name) else { return nil }
        let amount = object.required("amount", object.text("amount"), or: "0")
        let currency = object.required("currency", object.text("currency"), or: Money.currency)
        guard currency == Money.currency else {
            object.fault("currency", .isNotOneOf([Money.currency]))
            return nil
        }
        guard let money = Money(decimal: amount) else {
            object.fault("amount", .isNot(.money))
            return nil
        }
        return money
    }

    package func requiredMoney(_ name: String) -> Money { required(name, money(name), or: .zero) }

    /// A point in time: RFC 3339 with any offset, or without one as the clock in Stockholm shows it. Where `day` is
    /// given, a day alone is taken too, and means what it says.
    package func instant(_ name: String, day: ((Day) -> Instant)? = nil) -> Instant? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else {
            fault(name, .isNot(.time))
            return nil
        }
        if let day, let date = Day(text) { return day(date) }
        switch TypedText.instant(text) {
        case .success(let instant): return instant
        case .failure(let wrong):
            fault(name, wrong.fault)
            return nil
        }
    }

    package func requiredInstant(_ name: String, day: ((Day) -> Instant)? = nil) -> Instant {
        required(name, instant(name, day: day), or: Instant(microseconds: 0))
    }

    /// A day: `2027-04-27`.
    package func day(_ name: String) -> Day? {
        read(name, .day) { value in if case .string(let text) = value { Day(text) } else { nil } }
    }

    package func requiredDay(_ name: String) -> Day { required(name, day(name), or: Day(daysSince1970: 0)) }

    private func idItem<Subject>(_ value: JSONValue, _ name: String, _ subject: Subject.Type) -> Identifier<Subject>? {
        if case .string(let text) = value, let id = Identifier<Subject>(text) { return id }
        fault(name, .isNot(.identifier))
        return nil
    }
}
