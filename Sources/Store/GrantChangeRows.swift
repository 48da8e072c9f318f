package import Domain
package import Postgres

/// A change as it stands in its row.
struct ChangeColumns {
    var event: Event.ID?
    var newEvent: Event.ID?
    var before: ChangeRequest.Period?
    var after: ChangeRequest.Period?
    var scopeBefore: String?
    var scopeAfter: String?
    var shares: [ChangeRequest.ShareChange] = []

    init(_ change: ChangeRequest.Change) {
        switch change {
        case .time(let event, let before, let after): (self.event, self.before, self.after) = (event, before, after)
        case .amount(let shares): self.shares = shares
        case .eventSwap(let event, let other): (self.event, newEvent) = (event, other)
        case .scope(let before, let after): (scopeBefore, scopeAfter) = (before, after)
        }
    }
}

extension ChangeRequest {
    init(row: Row, shares: [ShareChange]) throws {
        try self.init(
            id: row["id"], grantID: row["grant_id"], number: row["number"],
            change: Change(row: row, shares: shares), reasons: row["reasons"], requestedBy: row["requested_by"],
            requestedAt: row["requested_at"], decision: ChangeDecision(row: row),
            withdrawnAt: row["withdrawn_at"])
    }
}

extension ChangeRequest.Change {
    fileprivate init(row: Row, shares: [ChangeRequest.ShareChange]) throws {
        let kind: ChangeRequest.Kind = try word(row["kind"], "kind")
        switch kind {
        case .time:
            self = .time(
                try row["event_id"],
                before: try ChangeRequest.Period(startsAt: row["starts_before"], endsAt: row["ends_before"]),
                after: try ChangeRequest.Period(startsAt: row["starts_after"], endsAt: row["ends_after"]))
        case .amount: self = .amount(shares)
        case .eventSwap: self = .eventSwap(try row["event_id"], for: try row["new_event_id"])
        case .scope: self = .scope(before: try row["scope_before"], after: try row["scope_after"])
        }
    }
}

extension ChangeDecision {
    fileprivate init?(row: Row) throws {
        guard let document: DecisionDocument.ID = try row["document_id"] else { return nil }
        let kind: GrantDecision.Kind = try word(row["decided_kind"], "decided_kind")
        try self.init(
            isApproved: kind == .amendment, number: row["document_number"], documentID: document,
            reasons: row["decided_reasons"], amountBefore: row["decided_amount_before"], decidedBy: row["decided_by"],
            decidedAt: row["decided_at"], isReopened: row["decision_is_reopened"])
    }
}

extension SuccessorOffer: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], conditionID: row["condition_id"], lastDay: row["last_day"], message: row["message"],
            offeredBy: row["offered_by"], offeredAt: row["offered_at"])
    }
}

extension SuccessorProposal: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], conditionID: row["condition_id"], eventID: row["event_id"], proposedBy: row["proposed_by"],
            proposedAt: row["proposed_at"])
    }
}

/// A new date that can still be taken up, on the workbench.
package struct StandingOffer: Sendable, PostgresRowDecodable {
    package let grantID: Grant.ID
    package let conditionID: Condition.ID
    package let eventTitle: String
    package let lastDay: Day

    package init(_ row: Row) throws {
        grantID = try row["grant_id"]
        conditionID = try row["condition_id"]
        eventTitle = try row["event_title"]
        lastDay = try row["last_day"]
    }
}

/// A change that a library asks for, or a new date that was offered: what the desk has before it.
package struct WaitingChange: Sendable, PostgresRowDecodable {
    package let grantID: Grant.ID
    package let libraryName: String
    package let registryNumber: String
    /// Of a change; nil for a new date.
    package let changeNumber: Int?
    package let eventTitle: String?
    /// The last day on which a new date can be taken up.
    package let lastDay: Day?

    package init(_ row: Row) throws {
        grantID = try row["grant_id"]
        libraryName = try row["library_name"]
        registryNumber = try row["registry_number"]
        changeNumber = try row["change_number"]
        eventTitle = try row["event_title"]
        lastDay = try row["last_day"]
    }
}
