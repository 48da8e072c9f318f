package import Domain

/// Whole inputs of an evaluation at random, made of snapshots: before the decision, and of an event whose condition
/// binds, with what it has been since and with what a change does to it.
package struct RandomInputs {
    private var random: SeededGenerator

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    package mutating func next() -> RuleInputs {
        let isCalm = random.chance(55)
        var given = isCalm ? Snapshot(nearlyHolding: &random) : Snapshot(using: &random)
        guard random.chance(50), let event = given.events.first?.event else { return before(given, isCalm) }
        given.events = [(isCalm ? published(event, in: given) : event, .zero)]
        (given.requested, given.withoutEvent) = (.zero, .zero)
        given.hostsOfItsDay =
            isCalm && random.chance(80)
            ? Set(event.hosts) : Set(Snapshot.libraries.prefix(3).filter { _ in random.chance(40) })
        let reachable = event.details.seats.reachableByOthers()
        given.promisedSeats = random.pick([
            nil, PromisedSeats(reachable), PromisedSeats(reachable.map { max(0, $0 - 1) }),
            isCalm && random.chance(80) ? PromisedSeats(reachable) : PromisedSeats(reachable.map { $0 + 1 }),
        ])
        given.isLogged = isCalm ? random.pick([nil, true, true, true]) : random.pick([nil, true, true, false])
        let history = random.chance(50) ? past(of: given.events[0].event, in: given, isCalm) : nil
        return RuleInputs(
            given.facts(history: history), standing: .actual, at: given.now,
            before: random.chance(isCalm ? 10 : 40) ? changed(event, in: given) : nil)
    }

    /// What the decision did to a bound invitation, nearly always.
    private mutating func published(_ event: Event, in given: Snapshot) -> Event {
        guard event.invitation.state == .bound, random.chance(90) else { return event }
        var event = event
        event.status = .published(at: given.now)
        event.invitation = Invitation(
            scope: event.invitation.scope, state: .published, libraries: event.invitation.libraries,
            branches: event.invitation.branches, publishedAt: given.now, window: event.invitation.window)
        return event
    }

    private mutating func before(_ given: Snapshot, _ isCalm: Bool) -> RuleInputs {
        let claims = given.events.flatMap { event, _ in
            (0..<(isCalm && random.chance(85) ? 0 : random.pick([0, 0, 0, 0, 1, 2]))).map { _ in
                EventClaim(eventID: event.id, isGranted: random.chance(50), registryNumber: nil)
            }
        }
        return RuleInputs(
            given.facts, standing: random.pick([.prospective, .applied]), at: given.now,
            claims: random.chance(70) ? claims : nil)
    }

    /// One to four states since the decision, ending with how the event stands, and changing at times where days and
    /// windows change too.
    private mutating func past(of event: Event, in given: Snapshot, _ isCalm: Bool) -> [PastEvent] {
        let moments = (0..<random.pick([0, 1, 1, 2, 3])).map { _ in
            random.pick([
                given.now.adding(days: -40), given.now.adding(days: -2), given.now.adding(hours: -1), given.now,
                event.details.endsAt, event.details.startsAt,
            ])
        }.sorted()
        let first = given.now.adding(days: random.pick([-60, -60, -1]))
        var states: [PastEvent] = []
        for (index, moment) in ([first] + moments).enumerated() {
            let isAsItStands = index == moments.count || isCalm && random.chance(70)
            states.append(
                PastEvent(event: isAsItStands ? event : changed(event, in: given), since: max(moment, first)))
        }
        return states
    }

    /// The same event with something else about it, or nothing.
    private mutating func changed(_ event: Event, in given: Snapshot) -> Event {
        var other = Snapshot(using: &random)
        other.now = given.now
        guard let taken = other.events.first?.event else { return event }
        var changed = event
        switch Int.random(in: 0..<7, using: &random) {
        case 0: changed.details.registration = taken.details.registration
        case 1: changed.details.registration.closesAt = event.details.startsAt.adding(days: -1)
        case 2: changed.details.prices = taken.details.prices
        case 3: changed.details.seats = taken.details.seats
        case 4: changed.details.audience = taken.details.audience
        case 5:
            changed.details.startsAt = given.now.adding(hours: random.pick([-50, -1, 0, 1, 50]))
            changed.details.endsAt = changed.details.startsAt.adding(hours: 3)
        default: changed.invitation = taken.invitation
        }
        if random.chance(30) { changed.details.registration.opensAt = nil }
        return changed
    }
}

extension Snapshot {
    fileprivate func facts(history: [PastEvent]?) -> RuleFacts {
        RuleFacts(
            applicant: applicant, requestedAmount: requested, withoutEvent: withoutEvent, events: facts.events,
            region: facts.region, rule: rule,
            projectStartsOn: project.from, projectEndsOn: project.to, hostsOfItsDay: hostsOfItsDay,
            promisedSeats: promisedSeats, isLogged: isLogged,
            delivered: delivered, history: history)
    }
}
