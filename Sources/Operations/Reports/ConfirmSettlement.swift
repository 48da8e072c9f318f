package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// A decision maker, who has neither proposed a settlement of the grant nor prepared its case, confirms one by
    /// which the grant comes to less than was granted, or money goes back (G9): a decision of its own, for the reasons
    /// of the proposal, and a claim that names it for what was paid. They decide it themselves, or register the
    /// `minutes` of the board that has.
    package func confirmSettlement(
        of id: Grant.ID, by person: Person, registering minutes: BoardMinutes? = nil, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        let confirmed = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version, withMoneyOfCall: true)
            let actor = lock.actor(person)
            let move = try Grant.moves.row(for: .confirmSettlement, from: lock.grant.state, isActor: actor.isActor)
            let proposals = try await transaction.reportSettlements(of: id)
            guard let report = try await transaction.reports(of: id).first, let proposed = proposals.first,
                proposed.reportID == report.id, proposed.isOpen
            else { throw Refusal.conflict(.settlementIsNotProposed) }
            // Who has proposed this or an earlier settlement has prepared it, too.
            var standing = lock.standing
            standing.preparers.formUnion(proposals.map(\.proposedBy))
            try standing.require(move.guards, of: actor)
            try await transaction.checkEvents(of: lock)
            // What was proposed is what is confirmed: money that has moved since wants another proposal.
            let unspent = try await transaction.unspent(of: report.report, in: lock)
            guard
                (unspent.payable, unspent.entitled, unspent.claimed)
                    == (proposed.payable, proposed.entitled, proposed.claimed)
            else { throw Refusal.stale }
            guard proposed.dueOn.map({ $0 > Stockholm.day(lock.instant) }) ?? true else {
                throw Refusal.conflict(.dueDayHasPassed)
            }
            try await transaction.confirm(proposed, of: report, in: lock, by: person, registering: minutes)
            try await transaction.conclude(lock, as: move.to, logged: "confirm-settlement", by: person)
            try await transaction.freeMoney(of: id)
            return id
        }
        logger.info("settlement confirmed", metadata: ["grant": "\(id)"])
        return confirmed
    }
}

extension Transaction {
    /// The decision, with its claim if there is one, the confirmation that names it, and what follows.
    fileprivate func confirm(
        _ proposed: ReportSettlement, of report: SentReport, in lock: LockedGrant, by person: Person,
        registering minutes: BoardMinutes?
    ) async throws {
        let paper = DecisionDocument.ID()
        let demand = try await demandBack(
            .unspent(proposed, of: report.report), as: paper, of: lock.grant.id, because: proposed.reasons,
            by: person, registering: minutes)
        if demand == nil {
            _ = try await decide(
                .reportSettlement(lock.figures(of: proposed, from: report.report), dueOn: nil), as: paper,
                because: proposed.reasons, in: lock, by: person, registering: minutes)
        }
        let evidence = try await acceptedEvidence(in: proposed.id)
        try await confirm(proposed.id, by: person.id, at: lock.instant, in: paper)
        try await carryOut(proposed, evidence, in: lock)
    }
}
