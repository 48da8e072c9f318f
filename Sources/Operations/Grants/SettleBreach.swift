package import Domain
import Letters
import Logging
import Postgres
package import Store

/// How the region settles a breach.
package enum BreachSettlement: Sendable {
    /// Nobody could help it. The money waits for what the region decides next.
    case frustrated
    /// The region does not insist, and pays so much of what is still given of the event's share.
    case waived(accepted: Money)
    /// Nothing more of the event's share is given; what was paid of it is to come back.
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
    /// The region settles the breaches of a condition, with its reasons. What is withheld is withheld by a numbered
    /// decision, be anything paid or not: it is taken out of what is still to be paid, and demanded back where it was
    /// paid already, all in one transaction. While the bank has a payment of the grant nothing is settled: it may have
    /// been paid, or not.
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
            try lock.check(settlement.command(on: condition), on: condition, by: person)
            let kept = try await transaction.kept(
                settlement, of: condition, in: lock, because: reasons, by: person, registering: minutes)
            try await transaction.settle(
                id, kept, forgiving: try await transaction.forgiven(by: kept, of: condition, in: lock))
            try await transaction.conclude(
                lock, logged: settlement.outcome.rawValue, by: person, detail: reasons)
            try await transaction.enqueue(.breachSettled, forLibraryOf: grantID, payload: "{\"conditionId\":\"\(id)\"}")
            try await transaction.balance(grantID, because: reasons)
            if let paper = kept.documentID {
                try await transaction.withhold(
                    kept.withheld, of: condition, as: paper, dueOn: settlement.dueOn, because: reasons, by: person,
                    registering: minutes)
            }
            try await transaction.freeMoney(of: grantID)
            return grantID
        }
        logger.notice(
            "breach settled",
            metadata: ["grant": "\(grantID)", "condition": "\(id)", "outcome": "\(settlement.outcome.rawValue)"])
        return settled
    }
}

extension Transaction {
    /// What is written of a settlement: with a decision of its own where something is withheld.
    fileprivate func kept(
        _ settlement: BreachSettlement, of condition: Condition, in lock: LockedGrant, because reasons: String,
        by person: Person, registering minutes: BoardMinutes?
    ) async throws -> Condition.Settlement {
        let withheld = try settlement.withheld(of: condition)
        return Condition.Settlement(
            outcome: settlement.outcome, reasons: reasons, withheld: withheld, settledBy: person.id,
            settledAt: lock.instant,
            authority: try await authority(for: settlement, over: lock, by: person, registering: minutes),
            documentID: withheld > .zero ? DecisionDocument.ID() : nil)
    }
}

extension BreachSettlement {
    /// The move that it is.
    fileprivate func command(on condition: Condition) -> Condition.Command {
        switch self {
        case .frustrated: .frustrate
        case .waived(let accepted): accepted < condition.given ? .waivePart : .waive
        case .enforced: .enforce
        }
    }

    /// What the grant gives less by it: what was withheld before is withheld once.
    fileprivate func withheld(of condition: Condition) throws(Refusal) -> Money {
        switch self {
        case .frustrated: return .zero
        case .enforced: return condition.given
        case .waived(let accepted):
            guard accepted <= condition.given else {
                throw .invalid("acceptedAmount", .isMoreThan(condition.given))
            }
            return condition.given - accepted
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

    /// Refuses a move of a condition that is not in the table for `person`, and one whose guards do not hold.
    fileprivate func check(
        _ command: Condition.Command, on condition: Condition, by person: Person
    ) throws(Refusal) {
        let actor = actor(person)
        let row = try Condition.moves.row(for: command, from: condition.state, isActor: actor.isActor)
        guard grant.state.isInForce else { throw .conflict(.grantIsNotInForce) }
        let event = events.first { $0.id == condition.eventID }
        let standing = CaseState.EventStanding(
            holdsRule: false, isCancelled: event?.isCancelled ?? false, condition: condition.state,
            hostWasHeard: condition.hostWasHeard(at: instant))
        try self.standing.require(row.guards, of: actor, event: standing)
    }
}

extension Transaction {
    /// That nobody could help it takes nothing and gives nothing: it is no decision. A board may have said so.
    fileprivate func authority(
        for settlement: BreachSettlement, over lock: LockedGrant, by person: Person,
        registering minutes: BoardMinutes?
    ) async throws -> Decision.Authority? {
        guard settlement.outcome == .frustrated else {
            return try await authority(over: lock, by: person, registering: minutes)
        }
        try minutes?.check(on: Stockholm.day(lock.instant))
        return minutes.map { .board($0) }
    }

    /// The decision by which `amount` of a condition's share is withheld: a demand where some of it was paid.
    fileprivate func withhold(
        _ amount: Money, of condition: Condition, as paper: DecisionDocument.ID, dueOn day: Day?,
        because reasons: String, by person: Person, registering minutes: BoardMinutes?
    ) async throws {
        let id = condition.grantID
        let demand = try await demandBack(
            .withheld(day), as: paper, of: id, because: reasons, by: person, registering: minutes)
        guard demand == nil else { return }
        let lock = try await lockGrant(id, seenBy: nil)
        let share = GrantDecisionContent.Share(
            event: lock.title(of: condition.eventID), before: condition.given, after: condition.given - amount)
        _ = try await decide(
            .withholding(amount, of: share), as: paper, because: reasons, in: lock, by: person,
            registering: minutes)
    }

    /// Makes the payments follow what a grant gives: those under way that would give too much are cancelled, and what
    /// is left of a fixed sum is planned anew.
    func balance(_ id: Grant.ID, because reasons: String) async throws {
        let lock = try await lockGrant(id, seenBy: nil)
        guard lock.grant.undrawn < .zero, lock.grant.underWay > .zero else { return }
        try await cancelOpenPayments(of: id, because: reasons)
        let left = lock.grant.payable + lock.grant.owedToLibrary - lock.grant.paid
        guard lock.grant.terms.payment == .fixed, left > .zero else { return }
        try await insert(
            Payment(
                id: Payment.ID(), number: lock.grant.payments.count + 1, amount: left, state: .planned,
                plannedAt: lock.instant), of: id)
    }
}
