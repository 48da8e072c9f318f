import Domain

/// For whom seats are kept, as the API says it.
enum SeatAudience: String, CaseIterable, Sendable {
    case own, others, any
}

/// What a body says of an event: all of it, or what shall change.
struct EventBody: Sendable {
    var title: String?
    var kind: EventKind?
    var summary: String?
    var description: String?
    var hostLibraryID: Library.ID?
    var coHostLibraryIDs: [Library.ID]?
    var startsAt: Time?
    var endsAt: Time?
    var allDay: Bool?
    var attendance: Attendance?
    var venue: Said<VenueBody>
    var onlineURL: Said<String>
    var audience: [Audience]?
    var themes: [String]?
    var recordingOnly: Bool?
    var capacity: Said<Int>
    var seatPools: [SeatPool]?
    var registration: RegistrationBody?
    var ownPrice: Money?
    var othersPrice: Money?

    /// When something begins or ends: a day where it takes whole days.
    enum Time: Sendable {
        case day(Day)
        case instant(Instant)
    }

    /// Seats that are kept for somebody.
    struct SeatPool: Sendable {
        let audience: SeatAudience
        let seats: Int
    }

    /// What is said of a place.
    struct VenueBody: Sendable {
        var name: String?
        var street: Said<String>
        var city: Said<String>
        var municipalityCode: Said<String>
    }

    /// What is said of the time for registration.
    struct RegistrationBody: Sendable {
        var opensAt: Said<Instant>
        var closesAt: Said<Instant>
        var othersCloseAt: Said<Instant>
    }
}

extension EventBody {
    /// The details of a new event, or every fault of the body.
    static func newEvent(_ json: ObjectReader) throws(Refusal) -> EventDetails {
        let body = EventBody(json)
        for name in ["title", "kind", "hostLibraryId", "startsAt", "endsAt", "attendance"] where !json.has(name) {
            json.fault(name, .isMissing)
        }
        // Stand-ins for what is missing: they are never kept, since end() throws.
        let some = Instant(microseconds: 0)
        var details = EventDetails(
            title: "", kind: .lecture, hostLibraryID: Library.ID(), startsAt: some, endsAt: some.adding(hours: 1),
            attendance: .onsite)
        details.allDay = body.allDay ?? false
        var found = FieldErrors()
        body.apply(to: &details, &found)
        if body.startsAt == nil { details.startsAt = details.endsAt.adding(hours: -1) }
        if body.endsAt == nil { details.endsAt = details.startsAt.adding(hours: 1) }
        details.validate(&found)
        json.add(found)
        try json.end()
        return details
    }

    /// `details` with what the body says put over them.
    @Sendable func edit(_ details: EventDetails) throws(Refusal) -> EventDetails {
        var details = details
        var found = FieldErrors()
        if let allDay, allDay != details.allDay {
            // What has been an hour is no day, and the other way round.
            found.require(startsAt != nil, "startsAt", .isMissing)
            found.require(endsAt != nil, "endsAt", .isMissing)
            details.allDay = allDay
        }
        apply(to: &details, &found)
        try found.check()
        return details
    }
}

extension EventBody {
    private func apply(to details: inout EventDetails, _ found: inout FieldErrors) {
        details.title = title ?? details.title
        details.kind = kind ?? details.kind
        details.summary = summary ?? details.summary
        details.description = description ?? details.description
        details.hostLibraryID = hostLibraryID ?? details.hostLibraryID
        details.coHostLibraryIDs = coHostLibraryIDs ?? details.coHostLibraryIDs
        details.attendance = attendance ?? details.attendance
        details.onlineURL = onlineURL.over(details.onlineURL)
        details.audience = audience ?? details.audience
        details.recordingOnly = recordingOnly ?? details.recordingOnly
        details.themes = themes ?? details.themes
        details.prices.own = ownPrice ?? details.prices.own
        details.prices.others = othersPrice ?? details.prices.others
        if let registration {
            details.registration.opensAt = registration.opensAt.over(details.registration.opensAt)
            details.registration.closesAt = registration.closesAt.over(details.registration.closesAt)
            details.registration.othersCloseAt = registration.othersCloseAt.over(details.registration.othersCloseAt)
        }
        applyTimes(to: &details, &found)
        applyVenue(to: &details, &found)
        applySeats(to: &details, &found)
    }

    /// Of an event of whole days `endsAt` is its last day.
    private func applyTimes(to details: inout EventDetails, _ found: inout FieldErrors) {
        switch (startsAt, details.allDay) {
        case (.none, _): break
        case (.day(let day), true): details.startsAt = Stockholm.start(of: day)
        case (.instant(let instant), false): details.startsAt = instant
        case (.day, false): found.add("startsAt", .isNot(.time))
        case (.instant, true): found.add("startsAt", .isNot(.day))
        }
        switch (endsAt, details.allDay) {
        case (.none, _): break
        case (.day(let day), true): details.endsAt = Stockholm.start(of: day.adding(days: 1))
        case (.instant(let instant), false): details.endsAt = instant
        case (.day, false): found.add("endsAt", .isNot(.time))
        case (.instant, true): found.add("endsAt", .isNot(.day))
        }
    }

    private func applyVenue(to details: inout EventDetails, _ found: inout FieldErrors) {
        switch venue {
        case .nothing: break
        case .null: details.venue = nil
        case .value(let said):
            found.require(said.name != nil || details.venue != nil, "venue.name", .isMissing)
            var place = details.venue ?? Venue(name: "")
            place.name = said.name ?? place.name
            place.street = said.street.over(place.street)
            place.city = said.city.over(place.city)
            place.municipalityCode = said.municipalityCode.over(place.municipalityCode)
            details.venue = place
        }
    }

    /// No capacity: unlimited. No pools: all seats for anybody.
    private func applySeats(to details: inout EventDetails, _ found: inout FieldErrors) {
        let pools = seatPools ?? []
        let current = details.seats
        guard let count = capacity.over(current.capacity) else {
            found.require(pools.isEmpty, "capacity", .isMissing)
            return details.seats = .unlimited
        }
        guard !pools.isEmpty else {
            return details.seats = count == current.capacity ? current : Seats(forAnybody: count)
        }
        func seats(_ audience: SeatAudience) -> Int { pools.first { $0.audience == audience }?.seats ?? 0 }
        details.seats = Seats(capacity: count, own: seats(.own), others: seats(.others), any: seats(.any))
    }
}
