/// All that the funding rule reads, gathered before it is asked. Nothing else enters the verdict but the instant.
package struct RuleFacts: Sendable, Equatable {
    package let applicant: Library.ID
    package let requestedAmount: Money
    /// What of it may be for no event, by the kinds of cost that the call names.
    package let withoutEvent: Money
    package let events: [FundedEvent]
    package let region: RegionFacts
    package let rule: CallRule
    package let projectStartsOn: Day?
    package let projectEndsOn: Day?
    /// The hosts when the condition was given, for one that binds: who comes to host later was promised as another.
    package let hostsOfItsDay: Set<Library.ID>?
    /// How many seats others could reach when the condition was given (P6); nil: nothing is promised yet.
    package let promisedSeats: PromisedSeats?
    /// Whether the calendar's log has the invitation as it stands (P9); nil: the evidence was not asked.
    package let isLogged: Bool?
    /// To which libraries the invitation of each event has been delivered by mail, as far as it has (P9).
    package let delivered: [Event.ID: Set<Library.ID>]
    /// Every state that the event of a condition has been in since the decision (P15); nil: it was not asked.
    package let history: [PastEvent]?

    package init(
        applicant: Library.ID, requestedAmount: Money, withoutEvent: Money = .zero, events: [FundedEvent],
        region: RegionFacts, rule: CallRule,
        projectStartsOn: Day? = nil, projectEndsOn: Day? = nil, hostsOfItsDay: Set<Library.ID>? = nil,
        promisedSeats: PromisedSeats? = nil, isLogged: Bool? = nil, delivered: [Event.ID: Set<Library.ID>] = [:],
        history: [PastEvent]? = nil
    ) {
        self.delivered = delivered
        self.applicant = applicant
        self.requestedAmount = requestedAmount
        self.withoutEvent = withoutEvent
        self.events = events
        self.region = region
        self.rule = rule
        self.projectStartsOn = projectStartsOn
        self.projectEndsOn = projectEndsOn
        self.hostsOfItsDay = hostsOfItsDay
        self.promisedSeats = promisedSeats
        self.isLogged = isLogged
        self.history = history
    }
}

/// The seats that others could reach on the day of a decision. They are cut in no silence afterwards (P6).
package struct PromisedSeats: Sendable, Equatable {
    /// nil: as many as like.
    package let number: Int?

    package init(_ number: Int?) {
        self.number = number
    }

    /// Whether as many are left of a limited number.
    func areKept(by reachable: Int) -> Bool { number.map { reachable >= $0 } ?? false }
}

/// An event that an application asks money for, and how much of it.
package struct FundedEvent: Sendable, Equatable {
    package let event: Event
    package let costShare: Money

    package init(event: Event, costShare: Money) {
        self.event = event
        self.costShare = costShare
    }
}

/// The region's libraries and places, with the days on which they were so.
package struct RegionFacts: Sendable, Equatable {
    package let members: [Member]
    package let municipalityCodes: Set<String>
    /// The library of every branch that an invitation may name.
    package let libraryOfBranch: [Branch.ID: Library.ID]
    /// Whose part the libraries are that have merged or will; a chain of them stands here once for each link.
    package let successions: [Succession]
    /// Who is on a joint library board, and when.
    package let boards: [BoardSeat]

    /// That a library is a part of another from a day on.
    package struct Succession: Sendable, Equatable {
        package let libraryID: Library.ID
        package let successorID: Library.ID
        package let from: Day

        package init(libraryID: Library.ID, successorID: Library.ID, from: Day) {
            self.libraryID = libraryID
            self.successorID = successorID
            self.from = from
        }
    }

    /// A public library of the region. A library counts as long as both it and its membership are valid.
    package struct Member: Sendable, Equatable {
        package let libraryID: Library.ID
        package let validFrom: Day
        /// The first day on which it is no longer so; nil: none is known.
        package let validTo: Day?

        package init(libraryID: Library.ID, validFrom: Day, validTo: Day? = nil) {
            self.libraryID = libraryID
            self.validFrom = validFrom
            self.validTo = validTo
        }
    }

    /// That a library is on a joint library board.
    package struct BoardSeat: Sendable, Equatable {
        package let boardID: LibraryBoard.ID
        package let libraryID: Library.ID
        package let validFrom: Day
        /// The first day on which it is no longer there; nil: none is known.
        package let validTo: Day?

        package init(boardID: LibraryBoard.ID, libraryID: Library.ID, validFrom: Day, validTo: Day? = nil) {
            self.boardID = boardID
            self.libraryID = libraryID
            self.validFrom = validFrom
            self.validTo = validTo
        }
    }

    package init(
        members: [Member], municipalityCodes: Set<String>, libraryOfBranch: [Branch.ID: Library.ID],
        successions: [Succession] = [], boards: [BoardSeat] = []
    ) {
        self.boards = boards
        self.successions = successions
        self.members = members
        self.municipalityCodes = municipalityCodes
        self.libraryOfBranch = libraryOfBranch
    }

    /// Who answers for a library on a day: itself, or whom it has become a part of by then.
    package func principal(of library: Library.ID, on day: Day) -> Library.ID {
        guard !successions.isEmpty else { return library }
        let past = successions.filter { $0.libraryID == library && $0.from <= day }
        return past.max { $0.from < $1.from }?.successorID ?? library
    }

    /// The public libraries that are members on a day.
    package func members(on day: Day) -> Set<Library.ID> {
        Set(members.filter { $0.validFrom <= day && $0.validTo.map { day < $0 } ?? true }.map(\.libraryID))
    }

    /// The day for which it is asked who a library's principal is: that of the event, or a later one.
    package func judgedDay(of event: Event, at instant: Instant) -> Day {
        max(Stockholm.day(event.details.startsAt), Stockholm.day(instant))
    }

    /// Those that these libraries have become a part of by a day, or themselves.
    package func principals(of libraries: some Sequence<Library.ID>, on day: Day) -> Set<Library.ID> {
        Set(libraries.map { principal(of: $0, on: day) })
    }

    /// G on a day: these hosts, or whom they have become a part of, and whoever is on a joint board with one of them.
    package func own(_ hosts: some Sequence<Library.ID>, on day: Day) -> Set<Library.ID> {
        let hosts = principals(of: hosts, on: day)
        guard !boards.isEmpty else { return hosts }
        let seats = boards.filter { $0.validFrom <= day && $0.validTo.map { day < $0 } ?? true }
            .map { (board: $0.boardID, library: principal(of: $0.libraryID, on: day)) }
        let shared = Set(seats.filter { hosts.contains($0.library) }.map(\.board))
        return hosts.union(seats.filter { shared.contains($0.board) }.map(\.library))
    }

    /// Every day on which a library comes or goes, merges, or comes to a joint board or leaves it.
    package var daysOfChange: Set<Day> {
        Set(
            members.flatMap { [$0.validFrom, $0.validTo].compactMap(\.self) } + successions.map(\.from)
                + boards.flatMap { [$0.validFrom, $0.validTo].compactMap(\.self) })
    }

    /// Others = M(t) − G (P1), for these hosts of an event.
    package func others(
        of event: Event, besides hosts: some Sequence<Library.ID>, at instant: Instant
    ) -> Set<Library.ID> {
        members(of: event, at: instant).subtracting(own(hosts, on: judgedDay(of: event, at: instant)))
    }

    /// M(t): the members both on the day of `event` and on the day of `instant`.
    package func members(of event: Event, at instant: Instant) -> Set<Library.ID> {
        members(on: Stockholm.day(event.details.startsAt)).intersection(members(on: Stockholm.day(instant)))
    }
}
