import Domain

extension EventForm {
    /// The details as they stand in the fields.
    static func values(_ details: EventDetails) -> [String: [String]] {
        var values: [String: [String]] = [
            "title": [details.title], "kind": [details.kind.rawValue], "summary": [details.summary],
            "description": [details.description], "hostLibraryId": [details.hostLibraryID.description],
            "coHostLibraryIds": details.coHostLibraryIDs.map(\.description),
            "attendance": [details.attendance.rawValue], "onlineUrl": [details.onlineURL ?? ""],
            "recordingOnly": details.recordingOnly ? ["true"] : [],
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

extension EventDetails {
    /// These details, as they were typed, with what nobody has touched left as it is kept. A form shows less than is
    /// kept: no fraction of a second, not which of autumn's two hours, no order of what is ticked, no space at the
    /// ends.
    @Sendable func over(_ kept: EventDetails) -> EventDetails {
        let (shown, typed) = (EventForm.values(kept), EventForm.values(self))
        func isUntouched(_ fields: String...) -> Bool { fields.allSatisfy { shown[$0] == typed[$0] } }
        func isSame(_ field: String) -> Bool { Set(shown[field] ?? []) == Set(typed[field] ?? []) }
        var details = self
        details.keepTimes(of: kept, isUntouched: { isUntouched("allDay", "\($0).date", "\($0).time") })
        details.title = TypedText.text(title, over: kept.title)
        details.summary = TypedText.text(summary, over: kept.summary)
        details.description = TypedText.text(description, over: kept.description)
        if isUntouched("onlineUrl") { details.onlineURL = kept.onlineURL }
        if isUntouched("venue.name", "venue.street", "venue.city", "venue.municipalityCode") {
            details.venue = kept.venue
        }
        if isSame("audience") { details.audience = kept.audience }
        if isSame("themes") { details.themes = kept.themes }
        if isSame("coHostLibraryIds") { details.coHostLibraryIDs = kept.coHostLibraryIDs }
        return details
    }

    private mutating func keepTimes(of kept: EventDetails, isUntouched: (String) -> Bool) {
        if isUntouched("startsAt") { startsAt = kept.startsAt }
        if isUntouched("endsAt") { endsAt = kept.endsAt }
        if isUntouched("registration.opensAt") { registration.opensAt = kept.registration.opensAt }
        if isUntouched("registration.closesAt") { registration.closesAt = kept.registration.closesAt }
        if isUntouched("registration.othersCloseAt") { registration.othersCloseAt = kept.registration.othersCloseAt }
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
