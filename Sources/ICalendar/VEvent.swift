/// One occasion in a calendar. Nothing in it depends on when it is written out.
package struct VEvent: Sendable {
    /// Stored with the occasion and never made anew: a random UUID and a fixed domain.
    package var uid: String
    /// When it last changed in any way that shows.
    package var lastModified: UTCInstant
    /// When it was first made.
    package var created: UTCInstant?
    /// 0 at first, and one more whenever time, place, status or cancellation changes (RFC 5546 2.1.4).
    package var sequence: Int
    /// How sure it is that it takes place.
    package var status: Status
    /// From when to when.
    package var span: Span
    /// Its title, with what is to be seen at once: `INSTÄLLT: …`.
    package var summary: String
    /// Plain text; the address of the page is written after it.
    package var description: String
    /// Name, street and town.
    package var location: String
    /// Where that is on a map.
    package var position: Position?
    /// The page of the event, https.
    package var url: String?
    /// Its themes.
    package var categories: [String]
    /// Who holds it.
    package var organizer: Organizer?
    /// The UIDs of the other occasions of its series.
    package var siblings: [String]
    /// Where to meet on the web; for the feed of a registered person only.
    package var conference: String?
    /// True leaves the time free in the reader's calendar; whole days and cancelled events always do.
    package var isTransparent: Bool

    /// An event.
    package init(
        uid: String, lastModified: UTCInstant, created: UTCInstant? = nil, sequence: Int = 0,
        status: Status = .confirmed, span: Span, summary: String, description: String = "", location: String = "",
        position: Position? = nil, url: String? = nil, categories: [String] = [], organizer: Organizer? = nil,
        siblings: [String] = [], conference: String? = nil, isTransparent: Bool = false
    ) {
        self.uid = uid
        self.lastModified = lastModified
        self.created = created
        self.sequence = sequence
        self.status = status
        self.span = span
        self.summary = summary
        self.description = description
        self.location = location
        self.position = position
        self.url = url
        self.categories = categories
        self.organizer = organizer
        self.siblings = siblings
        self.conference = conference
        self.isTransparent = isTransparent
    }
}

extension VEvent {
    /// How sure it is that it takes place.
    package enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// Who holds it, under an address of a role and never of a person.
    package struct Organizer: Sendable {
        let name: String
        let address: String

        /// A name to show and a mail address of a role.
        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// A place on earth, WGS 84. Nil outside of it.
    package struct Position: Sendable {
        let latitude: Double
        let longitude: Double

        /// Degrees north and east.
        package init?(latitude: Double, longitude: Double) {
            guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// From when to when. A span has a length, or it is nil.
    package struct Span: Sendable {
        enum Kind: Sendable {
            case days(LocalDate, after: LocalDate)
            case local(LocalDateTime, LocalDateTime)
            case utc(UTCInstant, UTCInstant)
        }

        let kind: Kind

        /// By the clock on the wall: what people meet by.
        package init?(from start: LocalDateTime, to end: LocalDateTime) {
            guard start.wallSeconds < end.wallSeconds else { return nil }
            kind = .local(start, end)
        }

        /// In UTC: for what begins or ends in the hour that autumn has twice.
        package init?(from start: UTCInstant, to end: UTCInstant) {
            guard start.secondsSince1970 < end.secondsSince1970 else { return nil }
            kind = .utc(start, end)
        }

        /// Whole days, the last one included.
        package init?(days first: LocalDate, through last: LocalDate) {
            guard first.daysSince1970 <= last.daysSince1970 else { return nil }
            kind = .days(first, after: LocalDate(daysSince1970: last.daysSince1970 + 1))
        }

        var startOnTheWall: Int {
            switch kind {
            case .days(let first, _): first.daysSince1970 * 86_400
            case .local(let start, _): start.wallSeconds
            case .utc(let start, _): start.wallSeconds
            }
        }

        var endOnTheWall: Int {
            switch kind {
            case .days(_, let after): after.daysSince1970 * 86_400
            case .local(_, let end): end.wallSeconds
            case .utc(_, let end): end.wallSeconds
            }
        }

        var isWholeDays: Bool {
            if case .days = kind { true } else { false }
        }
    }
}
