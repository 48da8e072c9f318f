package import Domain
package import Postgres
import SQL

extension Querying {
    /// A later decision of a case; nil: the paper is none.
    package func laterDecision(
        _ id: DecisionDocument.ID, of application: GrantApplication.ID
    ) async throws -> LaterDecision? {
        try await first(SQL.Settlements.laterDecision(documentID: id, applicationID: application))
    }
}

extension Transaction {
    /// A later decision stands no longer: its claim is released, and the conditions that it has settled are as they were
    /// before it, with what was broken and the hold on payments. The grant and its events are held.
    package func reopen(
        _ id: DecisionDocument.ID, because reopening: Reopening, under authority: Decision.Authority,
        in paper: DecisionDocument.ID, by person: Person.ID, at instant: Instant
    ) async throws {
        try await execute(
            SQL.Settlements.insertLaterReopening(
                documentID: id, paperID: paper, ground: reopening.ground.rawValue, reference: reopening.reference,
                reasons: reopening.reasons, delegationID: authority.delegationID,
                decidedByBody: authority.minutes?.body, meetingOn: authority.minutes?.meetingOn,
                minutesParagraph: authority.minutes?.paragraph, minutesReference: authority.minutes?.reference,
                reopenedBy: person, reopenedAt: instant))
        try await execute(SQL.Settlements.releaseClaims(documentID: id))
        try await execute(SQL.Settlements.restoreConditions(documentID: id))
        try await execute(SQL.Settlements.reopenBreaches(documentID: id))
        try await execute(SQL.Settlements.holdAgain(documentID: id))
    }
}

extension Transaction {
    /// The conditions that a revocation has ended, with how each was before it.
    package func conditions(revokedBy id: DecisionDocument.ID) async throws -> [Condition.ID: Condition.State] {
        var states: [Condition.ID: Condition.State] = [:]
        for row in try await rows(SQL.Settlements.revokedConditions(documentID: id)) {
            states[try row["id"]] = try word(row["state"], "state") as Condition.State
        }
        return states
    }

    /// The events of a grant that has ended are its own again, as before the revocation that stands no longer.
    package func claimEvents(revokedBy id: DecisionDocument.ID) async throws {
        try await execute(SQL.Settlements.claimRevoked(documentID: id))
    }

    /// The conditions of a grant that is in force again are as before the revocation, with what was broken and the hold
    /// on payments.
    package func restoreConditions(revokedBy id: DecisionDocument.ID) async throws {
        try await execute(SQL.Settlements.restoreRevoked(documentID: id))
        try await execute(SQL.Settlements.reopenRevokedBreaches(documentID: id))
        try await execute(SQL.Settlements.holdRevokedAgain(documentID: id))
    }
}

extension LaterDecision: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            documentID: row["document_id"], grantID: row["grant_id"], kind: word(row["kind"], "kind"),
            number: row["number"], stateBefore: word(row["state_before"], "state_before"),
            isReopened: row["is_reopened"], isFollowed: row["is_followed"])
    }
}
