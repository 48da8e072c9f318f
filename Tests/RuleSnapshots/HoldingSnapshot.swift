import Domain

extension Snapshot {
    /// A random case to which the rule has nothing to say, with up to three things about it changed at random: what
    /// holds is tried as often as what fails, and what lies just beside it.
    package init(nearlyHolding random: inout SeededGenerator) {
        self.init(using: &random)
        let count = random.pick([1, 1, 1, 2, 3])
        members = Self.libraries.prefix(Int.random(in: 3...6, using: &random)).map { [now] library in
            let today = Stockholm.day(now)
            return RegionFacts.Member(
                libraryID: library, validFrom: today.adding(days: random.pick([-400, -60, -1])),
                validTo: random.pick([nil, nil, today.adding(days: random.pick([60, 400]))]))
        }
        (successions, boards, delivered, project) = ([], [], [:], (nil, nil))
        applicant = Self.libraries[0]
        rule = CallRule(
            invite: rule.invite, noticeDays: rule.noticeDays, minimumSeatsForOthers: random.pick([1, 2, 5]),
            maximumOwnShare: random.pick([0.25, 0.5, 1]), othersPayNoMore: random.chance(70),
            calendarIsChannel: random.chance(90))
        events = (0..<count).map { number in (holding(number, &random), Money(ore: number)) }
        (requested, withoutEvent) = (events.map(\.share).sum, .zero)
        if !rule.calendarIsChannel { for (event, _) in events { delivered[event.id] = Set(Self.libraries) } }
        let taken = Snapshot(using: &random)
        for _ in 0..<random.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 3]) { take(one: taken, &random) }
    }

    /// An event of the first library in thirty days or more, in which everything is as it should be.
    private func holding(_ number: Int, _ random: inout SeededGenerator) -> Event {
        let starts = now.adding(days: random.pick([30, 30, 31, 45])).adding(
            microseconds: random.pick([0, 0, 1, 3_600_000_000]))
        let attendance = random.pick(Attendance.allCases)
        let isListed = random.chance(40)
        var details = EventDetails(
            title: "Källkritik", kind: .lecture, hostLibraryID: Self.libraries[0],
            coHostLibraryIDs: random.chance(20) ? [Self.outsider] : [], startsAt: starts,
            endsAt: starts.adding(hours: random.pick([2, 30])), attendance: attendance,
            venue: attendance == .online ? nil : Venue(name: "Biblioteket", municipalityCode: "1281"),
            onlineURL: attendance == .onsite ? nil : "https://link.example",
            audience: random.pick([[.staff], [.staff, .public], [.heads], [.ambassadors, .referenceGroup]]),
            seats: random.pick([.unlimited, Seats(forAnybody: 5), Seats(capacity: 8, own: 2, others: 5, any: 1)]))
        if random.chance(30) { details.registration.closesAt = starts.adding(hours: -1) }
        if random.chance(20) { details.registration.opensAt = now.adding(days: -1) }
        if random.chance(30) { details.prices = Prices(own: Money(ore: 2), others: Money(ore: random.pick([0, 2]))) }
        let isRead = random.chance(70)
        let read = now.adding(days: random.pick([-30, -1, 0]))
        let invited = members.map(\.libraryID).filter { $0 != Self.libraries[0] }
        return Event(
            id: Event.ID.numbered(number), calendarUID: "\(number)@test.example", details: details,
            status: isRead ? .published(at: read) : .draft,
            invitation: Invitation(
                scope: isListed ? .list : random.pick([.all, .public]), state: isRead ? .published : .bound,
                libraries: isListed ? invited : [], branches: [], publishedAt: isRead ? read : nil,
                window: random.chance(20) ? Self.openWindow(of: details, now: read, &random) : .always),
            invitesRegion: false, sequence: 0, version: 1, createdAt: now, changedAt: now,
            confirmedCoHosts: random.chance(50) ? details.coHostLibraryIDs : [],
            daySaidAt: random.chance(20) ? read.adding(days: random.pick([-1, 0, 1])) : nil)
    }

    /// One thing becomes as it is in another case.
    private mutating func take(one other: Snapshot, _ random: inout SeededGenerator) {
        let place = Int.random(in: 0..<events.count, using: &random)
        var event = events[place].event
        let taken = other.events.first?.event ?? event
        switch Int.random(in: 0..<16, using: &random) {
        // Whoever merges leaves on the day, so the two come together.
        case 0: (members, successions) = (other.members, other.successions)
        case 1: share(around: event.details.startsAt, &random)
        case 2: rule = other.rule
        case 3: applicant = other.applicant
        case 4: requested = requested + Money(ore: 1)
        case 5: event.details.registration = taken.details.registration
        case 6: event.details.seats = taken.details.seats
        case 7: event.details.prices = taken.details.prices
        case 8: event.details.audience = taken.details.audience
        case 9:
            (event.details.venue, event.details.attendance) = (taken.details.venue, taken.details.attendance)
            event.details.recordingOnly = taken.details.recordingOnly
        case 10: event.invitation = taken.invitation
        case 11: event.status = taken.status
        case 12: (event.details.startsAt, event.details.endsAt) = (taken.details.startsAt, taken.details.endsAt)
        case 14:
            event.invitation = Invitation(
                scope: event.invitation.scope, state: event.invitation.state, libraries: event.invitation.libraries,
                branches: event.invitation.branches, publishedAt: event.invitation.publishedAt,
                window: Self.window(of: event.details, now: now, &random))
        case 13: if successions.isEmpty { merge(around: event.details.startsAt, &random) }
        default:
            let first = Stockholm.day(event.details.startsAt)
            project = (first.adding(days: random.pick([-1, 0, 1])), first.adding(days: random.pick([0, 1, 2])))
        }
        events[place].event = event
    }
}
