package import Domain
import Logging
import Postgres
package import Store

/// How the region settles a breach.
package enum BreachSettlement: Sendable {
    /// Nobody could help it. The money waits for what the region decides next.
    case frustrated
    /// The region does not insist, and pays so much of the event's share.
    case waived(accepted: Money)
    /// The event's share is not given; what was paid of it is to come back.
    case enforced(dueOn: Day?)

    var outcome: Condition.Settlement.Outcome {
        switch self {
        case .frustrated: .frustrated
        case .waived: .waived
        case .enforced: .enforced
        }
    }
}

extension Operations {
    /// The region settles the breaches of a condition, with its reasons. What is withheld is taken out of what is still
    /// to be paid, and claimed back where it was paid already: all in one transaction. While the bank has a payment of
    /// the grant nothing is settled: it may have been paid, or not.
    package func settleBreach(
        of id: Condition.ID, in grantID: Grant.ID, as settlement: BreachSettlement, because reasons: String,
        by person: Person, registering minutes: BoardMinutes? = nil, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let settled = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(
                grantID, seenBy: person, expecting: version, withMoneyOfCall: true)
            let condition = try lock.condition(id)
            try await transaction.check(settlement.command(on: condition), on: condition, in: lock, by: person)
            try minutes?.check(on: Stockholm.day(lock.instant))
            let kept = Condition.Settlement(
                outcome: settlement.outcome, reasons: reasons, withheld: try settlement.withheld(of: condition),
                settledBy: person.id, settledAt: lock.instant, minutes: minutes)
            try await transaction.settle(id, kept)
            try await transaction.conclude(
                lock, logged: settlement.outcome.rawValue, by: person, detail: reasons)
            try await transaction.enqueue(.breachSettled, forLibraryOf: grantID, payload: "{\"conditionId\":\"\(id)\"}")
            try await transaction.balance(
                grantID, dueOn: settlement.dueOn, because: reasons, by: person, registering: minutes)
            try await transaction.freeMoney(of: grantID)
            return grantID
        }
        logger.notice(
            "breach settled",
            metadata: ["grant": "\(grantID)", "condition": "\(id)", "outcome": "\(settlement.outcome.rawValue)"])
        return settled
    }
}

extension BreachSettlement {
    /// The move that it is.
    fileprivate func command(on condition: Condition) -> Condition.Command {
        switch self {
        case .frustrated: .frustrate
        case .waived(let accepted): accepted < condition.costShare ? .waivePart : .waive
        case .enforced: .enforce
        }
    }

    /// What the grant gives less by it.
    fileprivate func withheld(of condition: Condition) throws(Refusal) -> Money {
        switch self {
        case .frustrated: return .zero
        case .enforced: return condition.costShare
        case .waived(let accepted):
            guard accepted <= condition.costShare else {
                throw .invalid("acceptedAmount", .isMoreThan(condition.costShare))
            }
            return condition.costShare - accepted
        }
    }

    fileprivate var dueOn: Day? {
        if case .enforced(let day) = self { day } else { nil }
    }
}

extension LockedGrant {
    /// One of its conditions; what is of another grant is missing.
    func condition(_ id: Condition.ID) throws(Refusal) -> Condition {
        guard let condition = grant.conditions.first(where: { $0.id == id }) else { throw .missing }
        return condition
    }
}

extension Transaction {
    /// Refuses a move of a condition that is not in the table for `person`, and one whose guards do not hold.
    fileprivate func check(
        _ command: Condition.Command, on condition: Condition, in lock: LockedGrant, by person: Person
    ) async throws {
        guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
        let impartiality = try await impartiality(in: application, events: lock.events)
        let actor = lock.actor(person)
        let row = try Condition.moves.row(for: command, from: condition.state, isActor: actor.isActor)
        guard lock.grant.state.isInForce else { throw Refusal.conflict(.grantIsNotInForce) }
        try impartiality.check(person)
        if row.guards.contains(.fourEyesDecide) { try await checkFourEyes(of: person, in: lock) }
        let event = lock.events.first { $0.id == condition.eventID }
        let standing = CaseState.EventStanding(
            holdsRule: false, isCancelled: event?.isCancelled ?? false, condition: condition.state,
            hostWasHeard: condition.hostWasHeard(at: lock.instant))
        try lock.standing.require(row.guards, of: actor, event: standing)
    }

    /// Makes the ledger follow what was withheld: payments under way that would give too much are cancelled, what is
    /// left of a fixed sum is planned anew, and what was paid too much is claimed.
    func balance(
        _ id: Grant.ID, dueOn: Day? = nil, because reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil
    ) async throws {
        let lock = try await lockGrant(id, seenBy: nil)
        if lock.grant.undrawn < .zero, lock.grant.underWay > .zero {
            try await cancelOpenPayments(of: id, because: reasons)
            let left = lock.grant.payable - lock.grant.paid
            if lock.grant.terms.payment == .fixed, left > .zero {
                try await insert(
                    Payment(
                        id: Payment.ID(), number: lock.grant.payments.count + 1, amount: left, state: .planned,
                        plannedAt: lock.instant), of: id)
            }
        }
        try await demandBack(.withheld(dueOn), of: id, because: reasons, by: person, registering: minutes)
    }
}
