import Domain
import Postgres
import Store

/// A grant that this transaction holds with its events, and the instant after the last lock.
struct LockedGrant {
    let grant: Grant
    let events: [Event]
    /// Whether nobody can appeal the decision any more, and no appeal of it runs or has been won.
    let decisionIsFinal: Bool
    let instant: Instant
    /// Who may act for the region in its case; nil where nobody of the region asks.
    let impartiality: Impartiality?
    /// Who has prepared its case, where somebody of the region asks.
    let preparers: Set<Person.ID>

    /// What the guards of its moves look at.
    var standing: CaseState {
        var standing = CaseState(
            of: grant, decisionIsFinal: decisionIsFinal,
            ended: Set(events.filter { $0.details.endsAt <= instant }.map(\.id)), at: instant)
        standing.preparers = preparers
        for (index, condition) in grant.conditions.enumerated() {
            standing.events[index].hostWasHeard = condition.hostWasHeard(at: instant)
        }
        return standing
    }

    /// The grant's row of the table for `command`, if `actor` may make it now.
    func row(_ command: Grant.Command, by actor: CaseActor) throws(Refusal) -> Grant.Move {
        let row = try Grant.moves.row(for: command, from: grant.state, isActor: actor.isActor)
        try standing.require(row.guards, of: actor)
        return row
    }

    /// The person as this case knows them, with a conflict of interest if they have one.
    func actor(_ person: Person) -> CaseActor {
        CaseActor(
            person, inCaseOf: grant.libraryID, isImpartial: impartiality?.conflict(of: person) == nil)
    }
}

extension Transaction {
    /// Locks a grant that `person` may see, nil being the clock, in the one order that everybody keeps: the call if its
    /// money is to move, the application, the grant, its events by id. A deviation holds the event that it changes, so
    /// from here on no breach comes to be. `others`: events that are to take the place of its own. Looks only then.
    func lockGrant(
        _ id: Grant.ID, seenBy person: Person?, expecting version: Int? = nil, withMoneyOfCall: Bool = false,
        and others: [Event.ID] = []
    ) async throws -> LockedGrant {
        let unlocked = try await grant(id)
        if let person { try await checkIsTold(unlocked, to: person) }
        if withMoneyOfCall { _ = try await lockCall(unlocked.callID) }
        // A conflict of interest that is declared meanwhile, and a reopening, wait or are waited for.
        let application = try await lockGrantApplication(unlocked.applicationID)
        guard try await holdGrant(id) else { throw Refusal.missing }
        let events = try await lockEvents(try await grant(id).conditions.map(\.eventID) + others)
        let grant = try await grant(id)
        try expect(version, is: grant.revision)
        let instant = try await now()
        var impartiality: Impartiality?
        var preparers: Set<Person.ID> = []
        if let application, person?.isOfRegionalDesk == true {
            impartiality = try await self.impartiality(in: application, events: events)
            preparers = try await self.preparers(of: application.id)
        }
        return LockedGrant(
            grant: grant, events: events, decisionIsFinal: try await isFinal(id, at: instant), instant: instant,
            impartiality: impartiality, preparers: preparers)
    }

    /// The grant as it is now, whoever asks.
    func grant(_ id: Grant.ID) async throws -> Grant {
        guard let grant = try await grants(for: .region, id: id).grants.first else { throw Refusal.missing }
        return grant
    }

    /// Whether nobody can appeal the decision that gave a grant any more.
    func isFinal(_ id: Grant.ID, at instant: Instant) async throws -> Bool {
        guard let decision = try await decision(ofGrant: id), let day = try await finalDay(of: decision.id)
        else { return false }
        return day <= Stockholm.day(instant)
    }

    /// A grant that `person` may not see, or not know of yet, is none to them.
    func checkIsTold(_ grant: Grant, to person: Person) async throws {
        guard grant.maySee(person) else { throw Refusal.missing }
        if !person.isOfRegionalDesk, try await isUntold(grant.applicationID) { throw Refusal.missing }
    }

    /// Refuses while the funding rule, by the terms of the day of each condition, does not hold for an event of a
    /// locked grant.
    func checkEvents(of lock: LockedGrant) async throws {
        let findings = try await findings(of: lock.grant.conditions, in: lock)
        guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
    }

    /// What the funding rule finds broken now, of those of these conditions of a locked grant that bind.
    func findings(of looked: [Condition], in lock: LockedGrant) async throws -> [Finding] {
        let region = try await regionFacts()
        var findings: [Finding] = []
        for condition in try await conditions(ofGrant: lock.grant.id)
        where condition.binds && looked.contains(where: { $0.id == condition.id }) {
            guard let event = lock.events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region)
            let found = FundingRule.evaluateHeld(event, facts: facts, at: lock.instant).blocking
            findings += try await unforgiven(found, of: condition, event: event, facts: facts, at: lock.instant)
        }
        return findings
    }

    /// Moves a locked grant and tells of it in the log of its case.
    func conclude(
        _ lock: LockedGrant, as state: Grant.State? = nil, logged kind: String, by person: Person?, detail: String = ""
    ) async throws {
        try await setState(of: lock.grant.id, to: state ?? lock.grant.state)
        try await record(kind, in: lock.grant.applicationID, by: person?.id, detail: detail)
    }
}
