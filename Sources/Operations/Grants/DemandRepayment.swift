package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// The region ends a grant and demands back what was paid for what was broken (G11), or for a report that never
    /// came (G14), or by a decision that a court has annulled, be the grant settled or closed: a decision of its own,
    /// after the host was heard. Of each event at stake its share, less what is `accepted` of it. Where it does not reach
    /// them all, the grant and the conditions of the other events, whose shares stay paid, go on.
    package func demandRepayment(
        of id: Grant.ID, accepting accepted: [GrantRequest.CostShare] = [], dueOn: Day?, because reasons: String,
        by person: Person, registering minutes: BoardMinutes? = nil, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let demanded = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version, withMoneyOfCall: true)
            // Of a grant that goes on for other events a part is demanded.
            let isPart = lock.demandsAPart
            let move = try lock.row(isPart ? .demandPart : .demandRepayment, by: lock.actor(person))
            // A closed grant owes nothing: it is open again before it does.
            if lock.grant.state == .closed { try await transaction.setState(of: id, to: move.to) }
            let authority = try await transaction.authority(over: lock, by: person, registering: minutes)
            let paper = DecisionDocument.ID()
            try await transaction.enforce(
                try lock.lost(accepting: accepted), at: lock.instant, because: reasons, by: person, under: authority,
                as: paper)
            if isPart {
                try await transaction.balance(id, because: reasons)
            } else {
                try await transaction.cancelOpenPayments(of: id, because: reasons)
            }
            let demand = try await transaction.demandBack(
                .withheld(dueOn), as: paper, of: id, because: reasons, by: person, registering: minutes)
            guard demand != nil else { throw Refusal.conflict(.nothingToDemand) }
            try await transaction.conclude(
                lock, as: move.to, logged: isPart ? "repayment-demand-part" : "repayment-demand", by: person,
                detail: reasons)
            if !isPart { try await transaction.endConditions(of: id, at: lock.instant) }
            try await transaction.freeMoney(of: id)
            return id
        }
        logger.notice("repayment demanded", metadata: ["grant": "\(id)"])
        return demanded
    }
}

extension Transaction {
    /// Settles the conditions at stake: what is not accepted of their shares is not given.
    fileprivate func enforce(
        _ lost: [(condition: Condition, accepted: Money)], at instant: Instant, because reasons: String,
        by person: Person, under authority: Decision.Authority, as paper: DecisionDocument.ID
    ) async throws {
        for (condition, accepted) in lost {
            try await settle(
                condition.id,
                Condition.Settlement(
                    outcome: .enforced, reasons: reasons, withheld: condition.given - accepted, settledBy: person.id,
                    settledAt: instant, authority: authority, documentID: paper))
        }
    }
}

extension LockedGrant {
    /// Whether a demand leaves conditions of other events, which go on binding.
    fileprivate var demandsAPart: Bool {
        grant.state.isInForce && !grant.conditionsAtStake(at: instant).isEmpty && standing.othersBind
    }

    /// The conditions at stake, each with the part of its share that is given all the same.
    fileprivate func lost(
        accepting accepted: [GrantRequest.CostShare]
    ) throws(Refusal) -> [(condition: Condition, accepted: Money)] {
        let lost = grant.conditionsAtStake(at: instant)
        guard accepted.allSatisfy({ part in lost.contains { $0.eventID == part.eventID } }) else {
            throw .invalid("accepted", .doesNotExist)
        }
        var parts: [(condition: Condition, accepted: Money)] = []
        for condition in lost {
            let part = accepted.first { $0.eventID == condition.eventID }?.amount ?? .zero
            guard part <= condition.given else { throw .invalid("accepted", .isMoreThan(condition.given)) }
            parts.append((condition, part))
        }
        return parts
    }
}

extension Transaction {
    /// The one way in which money is demanded back: a numbered decision with its reasons and how to appeal, and the
    /// claim with a due date that names it. nil where nothing was paid too much.
    @discardableResult
    func demandBack(
        _ demand: Demand, as paper: DecisionDocument.ID = DecisionDocument.ID(), of id: Grant.ID,
        because reasons: String, by person: Person, registering minutes: BoardMinutes? = nil
    ) async throws -> DecisionDocument.ID? {
        let lock = try await lockGrant(id, seenBy: nil)
        let amount = demand.amount(of: lock.grant)
        guard amount > .zero else { return nil }
        let today = Stockholm.day(lock.instant)
        let day = demand.dueOn ?? today.adding(days: Claim.daysToPay)
        try Claim.checkDueDay(day, today: today)
        let decision = try await decide(
            demand.subject(dueOn: day, of: lock), as: paper, because: reasons, in: lock, by: person,
            registering: minutes)
        try await insert(
            Claim(
                id: Claim.ID(), kind: demand.kind, amount: amount, reasons: reasons, dueOn: day,
                demandedBy: person.id, demandedAt: lock.instant, documentID: decision.documentID), on: id)
        try await enqueue(.repaymentDemanded, forLibraryOf: id, payload: "{}")
        return decision.documentID
    }
}

/// What money is demanded back for.
enum Demand {
    /// What was paid beyond what the grant gives after a breach, a late report or a judgment; due on a day.
    case withheld(Day?)
    /// What a report that was settled shows was not used.
    case unspent(ReportSettlement, of: Report)

    fileprivate var kind: Claim.Kind {
        switch self {
        case .withheld: .repayment
        case .unspent: .unspent
        }
    }

    fileprivate var dueOn: Day? {
        switch self {
        case .withheld(let day): day
        case .unspent(let settlement, _): settlement.dueOn
        }
    }

    fileprivate func amount(of grant: Grant) -> Money {
        switch self {
        case .withheld: grant.overpaid
        case .unspent(let settlement, _): settlement.claimed
        }
    }

    fileprivate func subject(dueOn day: Day, of lock: LockedGrant) -> GrantDecisionContent.Subject {
        switch self {
        case .withheld: .repaymentDemand(amount(of: lock.grant), dueOn: day, of: lock.withheldShares)
        case .unspent(let settlement, let report):
            .reportSettlement(lock.figures(of: settlement, from: report), dueOn: day)
        }
    }
}

extension LockedGrant {
    /// What a decision on a report tells of the money.
    func figures(of settlement: ReportSettlement, from report: Report) -> GrantDecisionContent.ReportFigures {
        GrantDecisionContent.ReportFigures(
            costs: report.outcome.map(\.amount).sum, payable: settlement.payable, entitled: settlement.entitled,
            paid: grant.paid, demanded: grant.demanded, claimed: settlement.claimed)
    }

    /// Of each event of which something is withheld: its share, and what is given of it.
    fileprivate var withheldShares: [GrantDecisionContent.Share] {
        grant.conditions.compactMap { condition in
            let withheld = condition.settlements.map(\.held).sum
            guard withheld > .zero else { return nil }
            return GrantDecisionContent.Share(
                event: title(of: condition.eventID), before: condition.costShare,
                after: condition.costShare - withheld)
        }
    }
}
