package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A case officer notes that a condition is broken of which no host has told: the event was not held, its evidence
    /// is not good, or the funding rule does not hold for it. The breach, the hold on payments and the notice to the
    /// library, which has the same time to answer as after a deviation, are one transaction.
    package func findBreach(
        of id: Condition.ID, in grantID: Grant.ID, on ground: Condition.Breach.Ground, because reasons: String,
        by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let found = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grantID, seenBy: person, expecting: version)
            try await transaction.check(ground, of: lock.condition(id), in: lock, by: person)
            try await transaction.breach(
                id, on: ground, because: reasons, foundBy: person.id, at: lock.instant)
            try await transaction.conclude(lock, logged: "find-breach", by: person, detail: reasons)
            try await transaction.enqueue(.breachFound, forLibraryOf: grantID, payload: "{\"conditionId\":\"\(id)\"}")
            return grantID
        }
        logger.notice(
            "breach found",
            metadata: ["grant": "\(grantID)", "condition": "\(id)", "ground": "\(ground.rawValue)"])
        return found
    }
}

extension Transaction {
    /// Refuses what is not in the table for `person`, and a ground that is not so.
    fileprivate func check(
        _ ground: Condition.Breach.Ground, of condition: Condition, in lock: LockedGrant, by person: Person
    ) async throws {
        let actor = lock.actor(person)
        // A host breaks a condition by changing its event, never here.
        let row = try Condition.moves.row(for: .breach, from: condition.state) {
            $0 == .person(.caseOfficer) && actor.isActor($0)
        }
        guard lock.grant.state.isInForce else { throw Refusal.conflict(.grantIsNotInForce) }
        guard let event = lock.events.first(where: { $0.id == condition.eventID }) else { throw Refusal.missing }
        // What is forgiven is not among the findings.
        let standing = CaseState.EventStanding(
            holdsRule: try await findings(of: [condition], in: lock).isEmpty,
            hasEnded: event.details.endsAt <= lock.instant, condition: condition.state, bindsOn: condition.bindsOn)
        try lock.standing.require(row.guards, of: actor, event: standing)
        // What was not held, or not shown, is known when the event has ended; the rule is asked now.
        guard ground == .rule ? !standing.holdsRule : standing.hasEnded else {
            throw Refusal.conflict(.breachHasNoGround)
        }
    }
}
