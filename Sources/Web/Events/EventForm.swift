import Domain

/// The form of an event's details: what is read from it and how details stand in it.
enum EventForm {
    /// Where faults of fields stand that are no controls themselves.
    static let places = [
        "startsAt": "startsAt.date", "endsAt": "endsAt.date", "venue": "venue.name", "seatPools": "seatPools.own",
        "capacity": "capacity", "prices": "prices.own", "registration.opensAt": "registration.opensAt.date",
        "registration.closesAt": "registration.closesAt.date",
        "registration.othersCloseAt": "registration.othersCloseAt.date",
    ]

    /// Reads the details, with everything that is wrong with them beside its field. Does not end the form.
    static func read(_ form: FormReader) -> EventDetails {
        // Read in the order of the page, so that the summary tells the faults in that order.
        let title = form.requiredText("title")
        let kind = form.requiredChoice("kind", EventKind.lecture)
        let (startsAt, endsAt, allDay) = time(form)
        let attendance = form.requiredChoice("attendance", Attendance.onsite)
        let details = EventDetails(
            title: title, kind: kind,
            summary: form.text("summary") ?? "", description: form.text("description") ?? "",
            hostLibraryID: form.requiredID("hostLibraryId", Library.self),
            coHostLibraryIDs: form.ids("coHostLibraryIds", Library.self), startsAt: startsAt, endsAt: endsAt,
            allDay: allDay, attendance: attendance, venue: venue(form, attendance),
            onlineURL: form.text("onlineUrl"), audience: form.choices("audience", Audience.self),
            themes: form.texts("themes"), seats: seats(form),
            registration: RegistrationWindow(
                opensAt: form.instant("registration.opensAt"), closesAt: form.instant("registration.closesAt"),
                othersCloseAt: form.instant("registration.othersCloseAt")),
            prices: Prices(own: form.money("prices.own") ?? .zero, others: form.money("prices.others") ?? .zero))
        check(details, form)
        return details
    }

    /// An all-day event has days only; its last day is the one that was typed.
    private static func time(_ form: FormReader) -> (Instant, Instant, Bool) {
        guard form.truth("allDay") else {
            return (form.requiredInstant("startsAt"), form.requiredInstant("endsAt"), false)
        }
        _ = (form.text("startsAt.time"), form.text("endsAt.time"))
        let first = form.requiredDay("startsAt.date")
        let last = form.day("endsAt.date") ?? first
        return (Stockholm.start(of: first), Stockholm.start(of: last.adding(days: 1)), true)
    }

    /// The municipality stands in the form beforehand, so alone it is no place; an online event needs none.
    private static func venue(_ form: FormReader, _ attendance: Attendance) -> Venue? {
        let (name, street) = (form.text("venue.name"), form.text("venue.street"))
        let (city, municipality) = (form.text("venue.city"), form.text("venue.municipalityCode"))
        let isNothing = name == nil && street == nil && city == nil
        guard !isNothing || (attendance != .online && municipality != nil) else { return nil }
        return Venue(name: name ?? "", street: street, city: city, municipalityCode: municipality)
    }

    /// Seats that are kept for nobody are for anybody.
    private static func seats(_ form: FormReader) -> Seats {
        let capacity = form.integer("capacity")
        let own = form.integer("seatPools.own") ?? 0
        let others = form.integer("seatPools.others") ?? 0
        guard let capacity else { return .unlimited }
        let limit = 0...Seats.largestCapacity
        guard limit.contains(capacity), limit.contains(own), limit.contains(others) else {
            return Seats(capacity: capacity, own: own, others: others, any: 0)
        }
        return Seats(capacity: capacity, own: own, others: others, any: max(0, capacity - own - others))
    }

    /// What Domain finds wrong, but not of times that could not be read at all.
    private static func check(_ details: EventDetails, _ form: FormReader) {
        var errors = FieldErrors()
        details.validate(&errors)
        let timeIsFaulty = form.errors.all.contains { $0.field.hasPrefix("startsAt") || $0.field.hasPrefix("endsAt") }
        for error in errors.all {
            let isOfTime = error.field == "endsAt" || error.field.hasPrefix("registration.")
            let place = places[error.field] ?? error.field
            guard !(timeIsFaulty && isOfTime), !form.errors.all.contains(where: { $0.field == place }) else { continue }
            form.errors.add(error.field, error.fault)
        }
    }
}

extension EventForm {
    /// The details as they stand in the fields.
    static func values(_ details: EventDetails) -> [String: [String]] {
        var values: [String: [String]] = [
            "title": [details.title], "kind": [details.kind.rawValue], "summary": [details.summary],
            "description": [details.description], "hostLibraryId": [details.hostLibraryID.description],
            "coHostLibraryIds": details.coHostLibraryIDs.map(\.description),
            "attendance": [details.attendance.rawValue], "onlineUrl": [details.onlineURL ?? ""],
            "audience": details.audience.map(\.rawValue), "themes": details.themes,
            "allDay": details.allDay ? ["true"] : [], "capacity": [details.seats.capacity.map(String.init) ?? ""],
            "seatPools.own": [details.seats.own == 0 ? "" : "\(details.seats.own)"],
            "seatPools.others": [details.seats.others == 0 ? "" : "\(details.seats.others)"],
            "prices.own": [details.prices.own.typed], "prices.others": [details.prices.others.typed],
            "venue.name": [details.venue?.name ?? ""], "venue.street": [details.venue?.street ?? ""],
            "venue.city": [details.venue?.city ?? ""],
            "venue.municipalityCode": [details.venue?.municipalityCode ?? ""],
        ]
        let lastDay = details.allDay ? details.endsAt.adding(microseconds: -1) : details.endsAt
        add("startsAt", details.startsAt, withClock: !details.allDay, to: &values)
        add("endsAt", lastDay, withClock: !details.allDay, to: &values)
        add("registration.opensAt", details.registration.opensAt, to: &values)
        add("registration.closesAt", details.registration.closesAt, to: &values)
        add("registration.othersCloseAt", details.registration.othersCloseAt, to: &values)
        return values
    }

    private static func add(
        _ name: String, _ instant: Instant?, withClock: Bool = true, to values: inout [String: [String]]
    ) {
        let local = instant.map(Stockholm.local)
        values["\(name).date"] = [local?.day.text ?? ""]
        values["\(name).time"] = [withClock ? local?.clockText ?? "" : ""]
    }
}

extension Money {
    /// As one types it into a field; nothing is left empty.
    var typed: String {
        if self == .zero { return "" }
        return ore % 100 == 0 ? "\(ore / 100)" : decimal.replacing(".", with: ",")
    }
}

extension LocalDateTime {
    /// `09:30`, or with seconds where there are any.
    var clockText: String { String(text.dropFirst(11).prefix(second == 0 ? 5 : 8)) }
}
