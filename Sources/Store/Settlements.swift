package import Domain
package import Postgres
import SQL

extension Querying {
    /// How breaches of these grants were settled, by condition.
    func settlements(of grants: [Grant.ID]) async throws -> [Condition.ID: [Condition.Settlement]] {
        var settlements: [Condition.ID: [Condition.Settlement]] = [:]
        for row in try await rows(SQL.Settlements.ofGrants(grants: grants)) {
            settlements[try row["condition_id"], default: []].append(try Condition.Settlement(row: row))
        }
        return settlements
    }

    /// What is owed back of these grants, by grant.
    func claims(of grants: [Grant.ID]) async throws -> [Grant.ID: [Claim]] {
        var entries: [Claim.ID: [Claim.Entry]] = [:]
        for row in try await rows(SQL.Settlements.entries(grants: grants)) {
            entries[try row["claim_id"], default: []].append(try Claim.Entry(row: row))
        }
        var claims: [Grant.ID: [Claim]] = [:]
        for row in try await rows(SQL.Settlements.claims(grants: grants)) {
            claims[try row["grant_id"], default: []].append(
                try Claim(row: row, entries: entries[try row["id"], default: []]))
        }
        return claims
    }
}

extension Transaction {
    /// Settles the breaches of a condition whose event is held. What was frustrated goes on holding the money.
    /// `waived`: what is forgiven of one that is waived and binds on.
    package func settle(
        _ id: Condition.ID, _ settlement: Condition.Settlement, forgiving waived: [Finding.Reason]? = nil
    ) async throws {
        try await execute(
            SQL.Settlements.insert(
                id: settlement.id, conditionID: id, outcome: settlement.outcome.rawValue, reasons: settlement.reasons,
                withheld: settlement.withheld, settledBy: settlement.settledBy, settledAt: settlement.settledAt,
                documentID: settlement.documentID, delegationID: settlement.authority?.delegationID,
                decidedByBody: settlement.minutes?.body, meetingOn: settlement.minutes?.meetingOn,
                minutesParagraph: settlement.minutes?.paragraph, minutesReference: settlement.minutes?.reference))
        if settlement.outcome == .waived {
            try await execute(SQL.Settlements.waiveCondition(waived: waived?.map(\.rawValue), id: id))
        } else {
            try await execute(SQL.Settlements.setConditionState(state: settlement.outcome.rawValue, id: id))
        }
        guard settlement.outcome != .frustrated else { return }
        try await execute(SQL.Settlements.closeBreaches(at: settlement.settledAt, conditionID: id))
        try await execute(SQL.Settlements.releaseHolds(at: settlement.settledAt, conditionID: id))
    }

    /// Writes a new claim on a held grant.
    package func insert(_ claim: Claim, on id: Grant.ID) async throws {
        try await execute(
            SQL.Settlements.insertClaim(
                id: claim.id, grantID: id, kind: claim.kind.rawValue, amount: claim.amount, reasons: claim.reasons,
                dueOn: claim.dueOn, demandedBy: claim.demandedBy, demandedAt: claim.demandedAt,
                documentID: claim.documentID))
    }

    /// Records what has come back of a claim, or was given up, and what the claim is by that.
    package func insert(_ entry: Claim.Entry, on id: Claim.ID, leaving state: Claim.State) async throws {
        try await execute(
            SQL.Settlements.insertEntry(
                id: entry.id, claimID: id, kind: entry.kind.rawValue, amount: entry.amount, note: entry.note,
                happenedOn: entry.day, recordedBy: entry.recordedBy, recordedAt: entry.recordedAt,
                reversesID: entry.reversesID,
                delegationID: entry.authority?.delegationID, decidedByBody: entry.authority?.minutes?.body,
                meetingOn: entry.authority?.minutes?.meetingOn,
                minutesParagraph: entry.authority?.minutes?.paragraph,
                minutesReference: entry.authority?.minutes?.reference))
        try await execute(SQL.Settlements.setClaimState(state: state.rawValue, id: id))
    }
}

extension Transaction {
    /// Takes a held grant out of its closing, if it is closed: how it is then.
    package func reopenClosed(_ id: Grant.ID) async throws -> Grant.State? {
        guard let row = try await rows(SQL.Settlements.reopenClosed(id: id)).first else { return nil }
        return try word(row["state"], "state")
    }
}

extension Condition.Settlement {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row["id"], outcome: word(row["outcome"], "outcome"), reasons: row["reasons"],
            withheld: row["withheld"], settledBy: row["settled_by"], settledAt: row["settled_at"],
            authority: Decision.Authority(ifAnyIn: row), documentID: row["document_id"], isReopened: row["is_reopened"])
    }
}

extension Claim {
    fileprivate init(row: Row, entries: [Entry]) throws {
        try self.init(
            id: row["id"], kind: word(row["kind"], "kind"), amount: row["amount"], state: word(row["state"], "state"),
            reasons: row["reasons"], dueOn: row["due_on"], demandedBy: row["demanded_by"],
            demandedAt: row["demanded_at"], entries: entries, documentID: row["document_id"],
            reference: row["reference"], isAnnulled: row["is_annulled"])
    }
}

extension Claim.Entry {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row["id"], kind: word(row["kind"], "kind"), amount: row["amount"], note: row["note"],
            day: row["happened_on"], recordedBy: row["recorded_by"], recordedAt: row["recorded_at"],
            authority: Decision.Authority(ifAnyIn: row), reversesID: row["reverses_id"])
    }
}
