import Domain
import RuleSnapshots
import Store

extension RuleInputs {
    /// The same with every event changed, those of the past too, and read at another instant.
    func with(at instant: Instant? = nil, region: RegionFacts? = nil, _ change: (Event) -> Event = { $0 }) -> RuleInputs
    {
        let facts = RuleFacts(
            applicant: facts.applicant, requestedAmount: facts.requestedAmount, withoutEvent: facts.withoutEvent,
            events: facts.events.map { FundedEvent(event: change($0.event), costShare: $0.costShare) },
            region: region ?? facts.region, rule: facts.rule, projectStartsOn: facts.projectStartsOn,
            projectEndsOn: facts.projectEndsOn, hostsOfItsDay: facts.hostsOfItsDay,
            promisedSeats: facts.promisedSeats, isLogged: facts.isLogged,
            delivered: facts.delivered,
            history: facts.history?.map { PastEvent(event: change($0.event), since: $0.since) })
        return RuleInputs(
            facts, standing: standing, at: instant ?? self.instant, claims: claims, before: before.map(change))
    }

    /// The same without what its events have been before.
    var now: RuleInputs {
        let facts = RuleFacts(
            applicant: facts.applicant, requestedAmount: facts.requestedAmount, withoutEvent: facts.withoutEvent,
            events: facts.events,
            region: facts.region, rule: facts.rule, projectStartsOn: facts.projectStartsOn,
            projectEndsOn: facts.projectEndsOn, hostsOfItsDay: facts.hostsOfItsDay,
            promisedSeats: facts.promisedSeats, isLogged: facts.isLogged,
            delivered: facts.delivered)
        return RuleInputs(facts, standing: standing, at: instant, claims: claims)
    }

    /// The other libraries of an event, by the words of the rule.
    func others(of event: Event) -> [Library.ID] {
        let judged = standing == .actual ? min(instant, event.details.endsAt.adding(microseconds: -1)) : instant
        let hosts = own(facts.hostsOfItsDay.map(Array.init) ?? event.hosts, for: event)
        return facts.region.members(of: event, at: judged).subtracting(hosts).sorted()
    }

    /// These hosts, and whoever is on a board with one of them when an event is judged.
    func own(_ hosts: [Library.ID], for event: Event) -> Set<Library.ID> {
        let judged = standing == .actual ? min(instant, event.details.endsAt.adding(microseconds: -1)) : instant
        let day = max(Stockholm.day(event.details.startsAt), Stockholm.day(judged))
        return facts.region.own(hosts, on: day)
    }

    /// Libraries that host nothing here and have hosted nothing, and are on no board and of no merger, with one that is
    /// no member.
    var strangers: [Library.ID] {
        let states = facts.events.map(\.event) + (facts.history ?? []).map(\.event)
        let region = facts.region
        let known =
            states.flatMap(\.hosts) + (facts.hostsOfItsDay ?? []) + region.boards.map(\.libraryID)
            + region.successions.flatMap { [$0.libraryID, $0.successorID] }
        return (Snapshot.libraries + [Library.ID.numbered(40)]).filter { !known.contains($0) }
    }

    /// Whether registration of a state opens at the very instant at which it closes, and so is open for that one alone.
    var opensAsItCloses: Bool {
        let states = facts.events.map(\.event) + (facts.history ?? []).map(\.event) + [before].compactMap { $0 }
        return states.contains { event in
            let window = event.details.registration
            return window.opensAt == window.othersCloseAt ?? window.closesAt ?? event.details.startsAt
        }
    }

    /// Every instant at which the rule may say something new.
    var declaredInstants: Set<Instant> {
        let states = facts.events.map(\.event) + (facts.history ?? []).map(\.event) + [before].compactMap { $0 }
        var instants = Set((facts.history ?? []).map(\.since))
        for event in states {
            let window = event.details.registration
            let starts = event.details.startsAt
            let seen = event.invitation.window
            let reads = [event.publishedAt, event.invitation.publishedAt, seen.visibleFrom].compactMap { $0 }
            instants.formUnion([seen.visibleFrom, seen.publishBy].compactMap { $0 })
            instants.formUnion(reads.map { $0.adding(days: FundingRule.daysToDeliver) })
            instants.formUnion([starts, starts.adding(days: -facts.rule.noticeDays), event.details.endsAt])
            instants.formUnion([window.opensAt, window.closesAt, window.othersCloseAt].compactMap { $0 })
        }
        instants.formUnion(facts.region.daysOfChange.map(Stockholm.start(of:)))
        return instants
    }
}

extension Event {
    /// The same with another invitation list, which keeps its state and time.
    func naming(_ libraries: [Library.ID], _ branches: [Branch.ID] = [], as scope: Invitation.Scope = .list) -> Event {
        var other = self
        other.invitation = Invitation(
            scope: scope, state: invitation.state, libraries: libraries, branches: branches,
            publishedAt: invitation.publishedAt, window: invitation.window)
        return other
    }

    /// One more seat, for others or for anybody.
    func withOneMoreSeat(forOthers: Bool) -> Event {
        let seats = details.seats
        guard let capacity = seats.capacity else { return self }
        var other = self
        other.details.seats = Seats(
            capacity: capacity + 1, own: seats.own, others: seats.others + (forOthers ? 1 : 0),
            any: seats.any + (forOthers ? 0 : 1))
        return other
    }

    /// The event and its invitation published, and its day said, so many days earlier.
    func published(daysEarlier days: Int) -> Event {
        var other = self
        other.invitation = Invitation(
            scope: invitation.scope, state: invitation.state, libraries: invitation.libraries,
            branches: invitation.branches, publishedAt: invitation.publishedAt?.adding(days: -days),
            window: invitation.window)
        if case .published(let instant) = status { other.status = .published(at: instant.adding(days: -days)) }
        other.daySaidAt = daySaidAt?.adding(days: -days)
        return other
    }

    /// The same with its lists in another order.
    func shuffled(using random: inout SeededGenerator) -> Event {
        var other = naming(
            invitation.libraries.shuffled(using: &random), invitation.branches.shuffled(using: &random),
            as: invitation.scope)
        other.confirmedCoHosts.shuffle(using: &random)
        other.details.audience.shuffle(using: &random)
        return other
    }
}
