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
            onlineURL: form.text("onlineUrl"),
            recordingOnly: form.truth("recordingOnly") && attendance != .onsite,
            audience: form.choices("audience", Audience.self),
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

    /// Seats that are kept for nobody are for anybody. Of seats without number none can be kept.
    private static func seats(_ form: FormReader) -> Seats {
        let capacity = form.integer("capacity")
        let own = pool(form, "seatPools.own")
        let others = pool(form, "seatPools.others")
        guard let capacity else {
            if own + others > 0, form.raw("capacity").trimmed.isEmpty { form.errors.add("capacity", .isMissing) }
            return .unlimited
        }
        return Seats(capacity: capacity, own: own, others: others, any: max(0, capacity - own - others))
    }

    private static func pool(_ form: FormReader, _ name: String) -> Int {
        let seats = form.integer(name) ?? 0
        guard (0...Seats.largestCapacity).contains(seats) else {
            form.errors.add(name, seats < 0 ? .isTooSmall(least: 0) : .isTooLarge(most: Seats.largestCapacity))
            return 0
        }
        return seats
    }

    /// What Domain finds wrong, but not of what could not be read at all, nor of pools in a wrong number of seats.
    private static func check(_ details: EventDetails, _ form: FormReader) {
        var errors = FieldErrors()
        details.validate(&errors)
        let before = form.errors.all.map(\.field)
        let timeIsFaulty = before.contains { $0.hasPrefix("startsAt") || $0.hasPrefix("endsAt") }
        let seatsAreFaulty = (before + errors.all.map(\.field)).contains("capacity")
        for error in errors.all {
            let isOfTime = error.field == "endsAt" || error.field.hasPrefix("registration.")
            let place = places[error.field] ?? error.field
            guard !(timeIsFaulty && isOfTime), !(seatsAreFaulty && error.field == "seatPools"),
                !form.errors.all.contains(where: { $0.field == place })
            else { continue }
            form.errors.add(error.field, error.fault)
        }
    }
}
