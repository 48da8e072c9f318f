import Domain
import Postgres
import Store

/// A grant that this transaction holds with its events, and the instant after the last lock.
struct LockedGrant {
    let grant: Grant
    let events: [Event]
    /// Whether nobody can appeal the decision any more: its notice has stood its time on the notice board.
    let decisionIsFinal: Bool
    let instant: Instant

    /// What the guards of its moves look at.
    var standing: CaseState {
        CaseState(
            of: grant, decisionIsFinal: decisionIsFinal,
            ended: Set(events.filter { $0.details.endsAt <= instant }.map(\.id)), at: instant)
    }

    /// The grant's row of the table for `command`, if `actor` may make it now.
    func row(_ command: Grant.Command, by actor: CaseActor) throws(Refusal) -> Grant.Move {
        let row = try Grant.moves.row(for: command, from: grant.state, isActor: actor.isActor)
        try standing.require(row.guards, of: actor)
        return row
    }

    /// The person as this case knows them.
    func actor(_ person: Person) -> CaseActor { CaseActor(person, inCaseOf: grant.libraryID) }
}

extension Transaction {
    /// Locks a grant that `person` may see, nil being the clock, in the one order that everybody keeps: the call if its
    /// money is to move, the application, the grant, its events by id. A deviation holds the event that it changes, so from here on no
    /// breach comes to be. Looks only then.
    func lockGrant(
        _ id: Grant.ID, seenBy person: Person?, expecting version: Int? = nil, withMoneyOfCall: Bool = false
    ) async throws -> LockedGrant {
        let unlocked = try await grant(id)
        if let person, !unlocked.maySee(person) { throw Refusal.missing }
        if withMoneyOfCall { _ = try await lockCall(unlocked.callID) }
        // A conflict of interest that is declared meanwhile, and a reopening, wait or are waited for.
        _ = try await lockGrantApplication(unlocked.applicationID)
        guard try await holdGrant(id) else { throw Refusal.missing }
        let events = try await lockEvents(try await grant(id).conditions.map(\.eventID))
        let grant = try await grant(id)
        try expect(version, is: grant.revision)
        guard let decision = try await decision(on: grant.applicationID) else { throw Refusal.missing }
        let notice = try await announcement(of: decision.id)
        let instant = try await now()
        return LockedGrant(
            grant: grant, events: events,
            decisionIsFinal: notice.map { $0.takenDownOn <= Stockholm.day(instant) } ?? false,
            instant: instant)
    }

    private func grant(_ id: Grant.ID) async throws -> Grant {
        guard let grant = try await grants(for: .region, id: id).grants.first else { throw Refusal.missing }
        return grant
    }

    /// Refuses while the funding rule, by the terms of the day of each condition, does not hold for an event of a locked
    /// grant.
    func checkEvents(of lock: LockedGrant) async throws {
        let region = try await regionFacts()
        var findings: [Finding] = []
        for condition in try await conditions(of: lock.grant.applicationID) where condition.state.binds {
            guard let event = lock.events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region)
            findings += FundingRule.evaluateHeld(event, facts: facts, at: lock.instant).blocking
        }
        guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
    }

    /// Moves a locked grant and tells of it in the log of its case.
    func conclude(
        _ lock: LockedGrant, as state: Grant.State? = nil, logged kind: String, by person: Person?, detail: String = ""
    ) async throws {
        try await setState(of: lock.grant.id, to: state ?? lock.grant.state)
        try await record(kind, in: lock.grant.applicationID, by: person?.id, detail: detail)
    }
}
