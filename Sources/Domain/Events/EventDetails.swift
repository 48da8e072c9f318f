/// What a host says of an event: everything that may be typed, none of what the service keeps.
package struct EventDetails: Sendable, Equatable {
    package var title: String
    package var kind: EventKind
    package var summary: String
    package var description: String
    package var hostLibraryID: Library.ID
    package var coHostLibraryIDs: [Library.ID]
    package var startsAt: Instant
    /// The first instant after the event. Of an all-day event: the midnight after its last day.
    package var endsAt: Instant
    package var allDay: Bool
    package var attendance: Attendance
    package var venue: Venue?
    package var onlineURL: String?
    /// The link leads to a recording, and to nothing that one takes part in (predicate P10).
    package var recordingOnly: Bool
    package var audience: [Audience]
    package var themes: [String]
    package var seats: Seats
    package var registration: RegistrationWindow
    package var prices: Prices

    package init(
        title: String, kind: EventKind, summary: String = "", description: String = "", hostLibraryID: Library.ID,
        coHostLibraryIDs: [Library.ID] = [], startsAt: Instant, endsAt: Instant, allDay: Bool = false,
        attendance: Attendance, venue: Venue? = nil, onlineURL: String? = nil, recordingOnly: Bool = false,
        audience: [Audience] = [.staff],
        themes: [String] = [], seats: Seats = .unlimited, registration: RegistrationWindow = RegistrationWindow(),
        prices: Prices = Prices()
    ) {
        self.title = title
        self.kind = kind
        self.summary = summary
        self.description = description
        self.hostLibraryID = hostLibraryID
        self.coHostLibraryIDs = coHostLibraryIDs
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.allDay = allDay
        self.attendance = attendance
        self.venue = venue
        self.onlineURL = onlineURL
        self.recordingOnly = recordingOnly
        self.audience = audience
        self.themes = themes
        self.seats = seats
        self.registration = registration
        self.prices = prices
    }

    /// The host and the co-hosts that it names, whether or not they have confirmed it (`Event.hosts`).
    package var hosts: [Library.ID] { [hostLibraryID] + coHostLibraryIDs }
}

/// The ten kinds of training event.
package enum EventKind: String, Sendable, CaseIterable {
    case lecture
    case trainingDay = "training-day"
    case workshop, webinar
    case networkMeeting = "network-meeting"
    case studyVisit = "study-visit"
    case conference, retreat
    case learningCircle = "learning-circle"
    case branchVisit = "branch-visit"
}

/// Where one takes part.
package enum Attendance: String, Sendable, CaseIterable {
    case onsite, online, hybrid
}

/// Whom an event is for.
package enum Audience: String, Sendable, CaseIterable {
    case staff, heads, ambassadors
    case referenceGroup = "reference-group"
    case `public`

    /// Whether every library of the region has staff of this kind (predicate P3).
    package var isStaffOfAnyLibrary: Bool {
        switch self {
        case .staff, .heads, .ambassadors: true
        case .referenceGroup, .public: false
        }
    }
}

/// A place with an address, in a municipality of the region if it has a code.
package struct Venue: Sendable, Equatable {
    package var name: String
    package var street: String?
    package var city: String?
    package var municipalityCode: String?

    package init(name: String, street: String? = nil, city: String? = nil, municipalityCode: String? = nil) {
        self.name = name
        self.street = street
        self.city = city
        self.municipalityCode = municipalityCode
    }
}

/// When one may register. Without an opening: from publication. Without a closing: until the event starts.
package struct RegistrationWindow: Sendable, Equatable {
    package var opensAt: Instant?
    package var closesAt: Instant?
    /// A separate closing for other libraries. The funding rule wants none that is earlier (predicate P5).
    package var othersCloseAt: Instant?

    package init(opensAt: Instant? = nil, closesAt: Instant? = nil, othersCloseAt: Instant? = nil) {
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.othersCloseAt = othersCloseAt
    }
}

/// What a seat costs the host's own staff and others.
package struct Prices: Sendable, Equatable {
    package var own: Money
    package var others: Money

    package init(own: Money = .zero, others: Money = .zero) {
        self.own = own
        self.others = others
    }
}
