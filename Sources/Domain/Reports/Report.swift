/// What a library tells of its grant when its events have been.
package struct Report: Sendable, Equatable {
    package typealias ID = Identifier<Report>
    package typealias Line = GrantRequest.BudgetLine

    /// Each event of the grant, once.
    package var events: [EventOutcome]
    /// What came of each kind of the budget.
    package var outcome: [Line]
    /// What all of it cost, as the library's books say: the lines add up to it.
    package var total: Money?
    /// What the library itself put in.
    package var ownContribution: Money?
    /// What others paid of the costs.
    package var otherFunding: Money?
    package var learnings: String
    /// Where others find what is to be shared.
    package var materialLink: String
    /// Whether "Finansieras med stöd från …" was told where the events were.
    package var supportWasTold: Bool

    package init(
        events: [EventOutcome] = [], outcome: [Line] = [], total: Money? = nil, ownContribution: Money? = nil,
        otherFunding: Money? = nil, learnings: String = "", materialLink: String = "", supportWasTold: Bool = false
    ) {
        self.events = events
        self.outcome = outcome
        self.total = total
        self.ownContribution = ownContribution
        self.otherFunding = otherFunding
        self.learnings = learnings
        self.materialLink = materialLink
        self.supportWasTold = supportWasTold
    }

    /// What became of one event.
    package struct EventOutcome: Sendable, Equatable {
        package let eventID: Event.ID
        /// nil: not said yet.
        package var carriedOut: Bool?
        package var deviations: String
        /// Who registered and came. There are no registrations in the service yet, and so the host types them.
        package var guests: [Guests]
        /// How many from other libraries were refused a seat, or waited for one until the end.
        package var refused: Int?

        package init(
            eventID: Event.ID, carriedOut: Bool? = nil, deviations: String = "", guests: [Guests] = [],
            refused: Int? = nil
        ) {
            self.eventID = eventID
            self.carriedOut = carriedOut
            self.deviations = deviations
            self.guests = guests
            self.refused = refused
        }
    }

    /// Those who came from one library: the public library of a municipality.
    package struct Guests: Sendable, Equatable {
        package let libraryID: Library.ID
        package var registered: Int?
        package var attended: Int?

        /// More than any library has staff: what is typed beyond it is a slip (*ours*).
        package static let most = 1_000

        /// More came than had registered. That may be, since some come unannounced, and so it blocks nothing.
        package var cameUnannounced: Bool {
            guard let registered, let attended else { return false }
            return attended > registered
        }

        package init(libraryID: Library.ID, registered: Int? = nil, attended: Int? = nil) {
            self.libraryID = libraryID
            self.registered = registered
            self.attended = attended
        }
    }

    /// What the service itself knows of an event: the host need not type it, and cannot.
    package struct EventFacts: Sendable, Equatable {
        package let eventID: Event.ID
        package let title: String
        package let startsAt: Instant
        package let endsAt: Instant
        package let attendance: Attendance
        package let place: String
        package let costShare: Money
        /// The libraries that the invitation reached.
        package let invited: [Library.ID]
        /// When the invitation was published.
        package let publishedAt: Instant?
        /// When the region's calendar had it, by its log: the evidence that there is, since no mail is sent yet.
        package let loggedAt: Instant?

        package init(
            eventID: Event.ID, title: String, startsAt: Instant, endsAt: Instant, attendance: Attendance,
            place: String, costShare: Money, invited: [Library.ID], publishedAt: Instant?, loggedAt: Instant?
        ) {
            self.eventID = eventID
            self.title = title
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.attendance = attendance
            self.place = place
            self.costShare = costShare
            self.invited = invited
            self.publishedAt = publishedAt
            self.loggedAt = loggedAt
        }
    }
}
