package import Domain
import Logging
import Postgres
package import Store

/// What a case officer finds of a report.
package struct ReportFinding: Sendable {
    /// Of which events the evidence of invitation and attendance is accepted, with what was seen.
    package let accepted: [Event.ID: String]
    package let reasons: String
    /// When money that is to come back is due; nil: in thirty days.
    package let dueOn: Day?

    package init(accepted: [Event.ID: String], reasons: String, dueOn: Day? = nil) {
        self.accepted = accepted
        self.reasons = reasons
        self.dueOn = dueOn
    }
}

extension Operations {
    /// The case officer accepts the evidence and settles the report (G9). What was never paid is the call's again.
    /// Where the grant comes to less than was granted, or money is to go back, this is a proposal only, and a decision
    /// maker decides on it.
    package func settleReport(
        of id: Grant.ID, _ finding: ReportFinding, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(finding.reasons)
        let settled = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version, withMoneyOfCall: true)
            let move = try lock.row(.settle, by: lock.actor(person))
            guard let report = try await transaction.reports(of: id).first else { throw Refusal.missing }
            let evidence = try lock.evidence(finding.accepted, in: report.report)
            try await transaction.checkEvents(of: lock)
            let unspent = try await transaction.unspent(of: report.report, in: lock)
            let settlement = try lock.settlement(of: report.id, unspent, finding, by: person)
            try await transaction.insert(settlement, accepting: evidence)
            guard !settlement.needsDecision else {
                try await transaction.conclude(lock, logged: "propose-settlement", by: person, detail: finding.reasons)
                return id
            }
            try await transaction.carryOut(settlement, evidence, in: lock)
            try await transaction.conclude(lock, as: move.to, logged: "settle", by: person, detail: finding.reasons)
            try await transaction.freeMoney(of: id)
            return id
        }
        logger.info("report settled or proposed to be", metadata: ["grant": "\(id)"])
        return settled
    }
}

extension LockedGrant {
    /// The evidence by condition. Every condition that still binds needs its own, and its event must have been held.
    fileprivate func evidence(
        _ accepted: [Event.ID: String], in report: Report
    ) throws(Refusal) -> [Condition.ID: String] {
        var evidence: [Condition.ID: String] = [:]
        for condition in grant.conditions where condition.binds {
            let wasHeld = report.events.first { $0.eventID == condition.eventID }?.carriedOut == true
            guard wasHeld, let note = accepted[condition.eventID] else { throw .conflict(.evidenceIsNotAccepted) }
            evidence[condition.id] = note
        }
        return evidence
    }

    fileprivate func settlement(
        of report: Report.ID, _ unspent: UnspentMoney, _ finding: ReportFinding, by person: Person
    ) throws(Refusal) -> ReportSettlement {
        let today = Stockholm.day(instant)
        let due = finding.dueOn ?? today.adding(days: Claim.daysToPay)
        try Claim.checkDueDay(due, today: today)
        return ReportSettlement(
            reportID: report, payable: unspent.payable, entitled: unspent.entitled, claimed: unspent.claimed,
            dueOn: unspent.claimed > .zero ? due : nil, reasons: finding.reasons, proposedBy: person.id,
            proposedAt: instant)
    }
}

extension Transaction {
    /// What the grant comes to by the report. Not while money is on its way: what is attested may leave at any time,
    /// and what the report gives a right to is to be paid first.
    func unspent(of report: Report, in lock: LockedGrant) async throws -> UnspentMoney {
        guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
        let unspent = UnspentMoney(report, budget: application.request.budget, grant: lock.grant)
        let isOnItsWay = lock.grant.payments.contains { $0.state.isAttested }
        guard !isOnItsWay, lock.grant.underWay == .zero || lock.grant.paid >= unspent.entitled else {
            throw Refusal.conflict(.paymentIsUnderWay)
        }
        return unspent
    }

    /// Discharges the conditions and ends payments that nothing is due of. What was never paid is given back to the
    /// call last.
    func carryOut(
        _ settlement: ReportSettlement, _ evidence: [Condition.ID: String], in lock: LockedGrant
    ) async throws {
        let id = lock.grant.id
        for condition in lock.grant.conditions where evidence[condition.id] != nil {
            _ = try Condition.moves.row(for: .discharge, from: condition.state) { $0 == .person(.caseOfficer) }
        }
        try await discharge(Array(evidence.keys))
        if lock.grant.underWay > .zero { try await cancelOpenPayments(of: id, because: settlement.reasons) }
        try await enqueue(.reportSettled, forLibraryOf: id, payload: "{}")
    }
}
