package import Domain

/// A random case: small, and with its instants and numbers crowded about the boundaries where rules go wrong.
package struct Snapshot: Sendable {
    package var now: Instant
    package var applicant: Library.ID
    package var requested: Money
    /// What of it the call allows without an event.
    package var withoutEvent = Money.zero
    package var events: [(event: Event, share: Money)]
    package var members: [RegionFacts.Member]
    package var branches: [Branch.ID: Library.ID]
    package var successions: [RegionFacts.Succession] = []
    package var boards: [RegionFacts.BoardSeat] = []
    /// To whom mail has come of each event.
    package var delivered: [Event.ID: Set<Library.ID>] = [:]
    package var rule: CallRule
    package var project: (from: Day?, to: Day?)
    /// The hosts of the day of the decision, in the cases where a condition binds.
    package var hostsOfItsDay: Set<Library.ID>?
    /// How many seats were promised to others, in the same cases.
    package var promisedSeats: PromisedSeats?
    /// What the calendar's log says of it, in the same cases.
    package var isLogged: Bool?

    package var facts: RuleFacts {
        RuleFacts(
            applicant: applicant, requestedAmount: requested, withoutEvent: withoutEvent,
            events: events.map { FundedEvent(event: $0.event, costShare: $0.share) },
            region: RegionFacts(
                members: members, municipalityCodes: ["1281", "1280"], libraryOfBranch: branches,
                successions: successions, boards: boards),
            rule: rule, projectStartsOn: project.from, projectEndsOn: project.to,
            hostsOfItsDay: hostsOfItsDay, promisedSeats: promisedSeats, isLogged: isLogged, delivered: delivered)
    }

    package var evaluation: Evaluation { FundingRule.evaluate(facts, at: now) }

    /// The predicates that do not hold, of each event.
    package var broken: Set<String> {
        Set(evaluation.blocking.map { "\($0.predicate.rawValue) of \($0.eventID?.description ?? "all")" })
    }

    /// The other libraries of an event, by the words of the rule.
    package func others(of event: Event) -> [Library.ID] {
        let days = [Stockholm.day(event.details.startsAt), Stockholm.day(now)]
        let hosts = facts.region.own(event.hosts, on: days.max() ?? days[0])
        return members.filter { member in
            days.allSatisfy { day in member.validFrom <= day && member.validTo.map { day < $0 } ?? true }
                && !hosts.contains(member.libraryID)
        }.map(\.libraryID)
    }

    package static let libraries = (1...6).map { Library.ID.numbered($0) }
    /// A library that is no member: a university's.
    package static let outsider = Library.ID.numbered(7)
    private static let nights = [
        "2027-03-01T12:00", "2027-03-28T00:00", "2027-03-28T03:00", "2027-10-31T00:00", "2027-10-31T02:30",
        "2027-10-31T23:59", "2027-12-31T23:59",
    ].map(onClock)

    /// What the clock in Stockholm shows, as an instant.
    private static func onClock(_ text: String) -> Instant {
        guard let instant = LocalDateTime(text).flatMap(Stockholm.instant) else {
            preconditionFailure("no clock ever shows \(text)")
        }
        return instant
    }

    package init(using random: inout SeededGenerator) {
        now = Self.near(random.pick(Self.nights), &random)
        let days = random.pick([0, 1, 14])
        let own = random.pick([0, 0.25, 0.5, 0.5, 1])
        let least = random.pick([1, 1, 2])
        let size = Int.random(in: 2...6, using: &random)
        members = Self.libraries.prefix(size).map { [now] in Self.member($0, around: now, &random) }
        branches = Dictionary(
            uniqueKeysWithValues: (1...Int.random(in: 1...4, using: &random)).map {
                (Branch.ID.numbered($0), random.pick(Self.libraries + [Self.outsider]))
            })
        rule = CallRule(
            invite: random.chance(50) ? .all : .atLeast(least), noticeDays: days,
            minimumSeatsForOthers: random.pick([1, 1, 2, 5]), maximumOwnShare: own,
            othersPayNoMore: random.chance(70), calendarIsChannel: random.chance(80))
        applicant = random.pick([Self.libraries[0], Self.libraries[0], Self.libraries[0], Self.libraries[1]])
        project = (nil, nil)
        (requested, events) = (.zero, [])
        for number in 0..<random.pick([0, 1, 1, 1, 1, 1, 1, 2, 3]) {
            let share = Money(ore: Int.random(in: 0...3, using: &random))
            events.append((Self.event(number, now: now, days: days, &random), share))
            requested = requested + share
        }
        if random.chance(8) { requested = requested + Money(ore: random.pick([-1, 1])) }
        if random.chance(10) {
            (withoutEvent, requested) = (.kronor(10), requested + .kronor(random.pick([9, 10, 11])))
        }
        if random.chance(20) { share(around: events.first?.event.details.startsAt ?? now, &random) }
        guard let event = events.first?.event, random.chance(40) else { return }
        let reached = random.pick([0, 70, 100, 100])
        delivered[event.id] = Set(Self.libraries.filter { _ in random.chance(reached) })
        if random.chance(50) { merge(around: event.details.startsAt, &random) }
        let first = Stockholm.day(event.details.startsAt)
        project.from = random.pick([nil, first.adding(days: random.pick([-1, 0, 1]))])
        project.to = random.pick([nil, first.adding(days: random.pick([-1, 0, 1]))])
    }
}

extension Snapshot {
    static func near(_ instant: Instant, _ random: inout SeededGenerator) -> Instant {
        instant.adding(microseconds: random.pick([-1, 0, 0, 1, 3_600_000_000]))
    }

    private static func member(
        _ library: Library.ID, around now: Instant, _ random: inout SeededGenerator
    ) -> RegionFacts.Member {
        let today = Stockholm.day(now)
        let from = today.adding(days: random.pick([-400, -400, -400, -400, -400, -1, 0, 1]))
        let to = random.pick([nil, nil, nil, today.adding(days: random.pick([1, 2, 14, 15]))])
        return RegionFacts.Member(libraryID: library, validFrom: from, validTo: to.map { max($0, from) })
    }

    /// One or two members become parts of others: on the day on which they leave if they do, else about that of an
    /// event.
    mutating func merge(around starts: Instant, _ random: inout SeededGenerator) {
        for index in members.indices.shuffled(using: &random).prefix(random.pick([1, 1, 2])) {
            let member = members[index]
            let heir = random.pick(Self.libraries.filter { $0 != member.libraryID })
            let day = Stockholm.day(starts).adding(days: random.pick([-31, -30, -1, 0, 1]))
            let last = max(member.validTo ?? day, member.validFrom)
            members[index] = RegionFacts.Member(
                libraryID: member.libraryID, validFrom: member.validFrom, validTo: last)
            successions.append(
                RegionFacts.Succession(libraryID: member.libraryID, successorID: heir, from: last))
        }
    }

    private static func event(_ number: Int, now: Instant, days: Int, _ random: inout SeededGenerator) -> Event {
        let details = details(now: now, days: days, &random)
        let state: Invitation.State = random.pick([
            .published, .published, .published, .bound, .bound, .bound, .draft, .withdrawn,
        ])
        let published = min(
            now, random.pick([near(details.startsAt.adding(days: -days), &random), now.adding(days: -30)]))
        let isShown = random.chance(70)
        let shown = Event.Status.published(at: min(now, published.adding(days: random.pick([-1, 0, 0, 1]))))
        let cancelled = Event.Status.cancelled(at: now, reason: "Sjukdom", publishedAt: published)
        return Event(
            id: Event.ID.numbered(number), calendarUID: "\(number)@test.example", details: details,
            status: random.chance(5) ? cancelled : isShown ? shown : .draft,
            invitation: invitation(state, published, of: details, now: now, &random), invitesRegion: false, sequence: 0,
            version: 1,
            createdAt: now, changedAt: now,
            confirmedCoHosts: details.coHostLibraryIDs.filter { _ in random.chance(70) },
            daySaidAt: random.chance(20) ? said(details, now: now, days: days, &random) : nil)
    }

    private static func invitation(
        _ state: Invitation.State, _ published: Instant, of details: EventDetails, now: Instant,
        _ random: inout SeededGenerator
    ) -> Invitation {
        let scope = random.pick([.all, .all, .public, .list, .list, .list, .list, .own] as [Invitation.Scope])
        let named = (libraries + [outsider]).filter { _ in random.chance(70) }
        let branches = (1...5).map { Branch.ID.numbered($0) }.filter { _ in random.chance(25) }
        return Invitation(
            scope: scope, state: state, libraries: scope == .list ? named : [],
            branches: scope == .list ? branches : [], publishedAt: state == .published ? published : nil,
            window: random.chance(15) ? window(of: details, now: now, &random) : .always)
    }

    private static func details(now: Instant, days: Int, _ random: inout SeededGenerator) -> EventDetails {
        let starts = near(
            random.pick([now, now.adding(days: days)] + Array(repeating: now.adding(days: 30), count: 5)), &random)
        let midnight = Stockholm.start(of: Stockholm.day(starts).adding(days: 1))
        var details = EventDetails(
            title: "Källkritik", kind: .lecture,
            hostLibraryID: random.pick([libraries[0], libraries[0], libraries[0], outsider]),
            coHostLibraryIDs: random.chance(30) ? [libraries[1]] : [], startsAt: starts,
            endsAt: random.pick([starts.adding(hours: 2), midnight, midnight.adding(microseconds: 1)]),
            attendance: random.pick(Attendance.allCases), onlineURL: random.chance(80) ? "https://link.example" : nil,
            audience: Audience.allCases.filter { _ in random.chance(60) }, seats: seats(&random))
        details.recordingOnly = details.attendance != .onsite && random.chance(8)
        let code = random.pick([nil, "1281", "1281", "1281", "1281", "0180"])
        details.venue = random.chance(80) ? Venue(name: "Biblioteket", municipalityCode: code) : nil
        details.registration = window(starts, now: now, days: days, &random)
        if random.chance(25) {
            let price = random.pick([0, 1, 2])
            details.prices = Prices(own: Money(ore: 1), others: Money(ore: price))
        }
        return details
    }

    private static func seats(_ random: inout SeededGenerator) -> Seats {
        if random.chance(25) { return .unlimited }
        let pools = (0..<3).map { _ in random.pick([0, 1, 2, 5]) }
        guard pools != [0, 0, 0] else { return Seats(forAnybody: 1) }
        return Seats(capacity: pools.reduce(0, +), own: pools[0], others: pools[1], any: pools[2])
    }

    private static func window(
        _ starts: Instant, now: Instant, days: Int, _ random: inout SeededGenerator
    ) -> RegistrationWindow {
        let declared = [now, starts, starts.adding(days: -days)]
        var window = RegistrationWindow(
            opensAt: random.chance(25) ? near(random.pick(declared), &random) : nil,
            closesAt: random.chance(25) ? near(random.pick(declared), &random) : nil)
        if let opens = window.opensAt, let closes = window.closesAt, opens >= closes { window.opensAt = nil }
        if random.chance(20) {
            window.othersCloseAt = near(random.pick([window.closesAt ?? starts, starts, now]), &random)
        }
        return window
    }
}
