import Domain
import Postgres

/// An application without its parts.
struct ApplicationRow: PostgresRowDecodable {
    let id: GrantApplication.ID
    let callID: Call.ID
    let libraryID: Library.ID
    let title: String
    let purpose: String
    let requestedAmount: Money
    let status: GrantApplication.Status
    let receipt: GrantApplication.Receipt?
    let caseOfficerID: Person.ID?
    let createdBy: Person.ID?
    let version: Int
    let changedAt: Instant
    let untold: Standing?
    let questionVersion: Int?
    let roundID: CallRound.ID?
    let trackID: CallTrack.ID?
    let plan: ProjectPlan

    init(_ row: Row) throws {
        id = try row["id"]
        callID = try row["call_id"]
        libraryID = try row["library_id"]
        title = try row["title"]
        purpose = try row["purpose"]
        requestedAmount = try row["requested_amount"]
        status = try word(row["status"], "status")
        receipt = try GrantApplication.Receipt(row: row)
        caseOfficerID = try row["case_officer_id"]
        createdBy = try row["created_by"]
        version = try row["version"]
        changedAt = try row["changed_at"]
        untold = try Standing(row: row)
        questionVersion = try row["question_version"]
        roundID = try row["round_id"]
        trackID = try row["track_id"]
        plan = try ProjectPlan(row)
    }

    func application(
        events: [GrantRequest.CostShare], budget: [GrantRequest.BudgetLine], texts: [TextRow], answers: [AnswerRow],
        partners: [ApplicationPartner]
    ) -> GrantApplication {
        var plan = plan
        for text in texts { plan[text.field] = text.content }
        return GrantApplication(
            id: id, callID: callID, libraryID: libraryID,
            request: GrantRequest(
                title: title, purpose: purpose, events: events, budget: budget, requestedAmount: requestedAmount,
                trackID: trackID, plan: plan,
                answers: Dictionary(grouping: answers, by: \.questionID).mapValues { $0.map(\.content) }),
            partners: partners, status: status, receipt: receipt, caseOfficerID: caseOfficerID, createdBy: createdBy,
            version: version,
            changedAt: changedAt, untold: untold, questionVersion: questionVersion, roundID: roundID)
    }
}

extension Standing {
    fileprivate init?(row: Row) throws {
        guard let status: String = try row["found_status"] else { return nil }
        try self.init(
            status: word(status, "found_status"), version: row["found_version"], changedAt: row["found_changed_at"])
    }
}

extension GrantApplication.Receipt {
    fileprivate init?(row: Row) throws {
        guard let number: String = try row["registry_number"] else { return nil }
        try self.init(registryNumber: number, submittedBy: row["submitted_by"], submittedAt: row["submitted_at"])
    }
}

/// One event of an application.
struct ShareRow: PostgresRowDecodable {
    let applicationID: GrantApplication.ID
    let share: GrantRequest.CostShare

    init(_ row: Row) throws {
        applicationID = try row["application_id"]
        share = try GrantRequest.CostShare(eventID: row["event_id"], amount: row["cost_share"])
    }
}

/// One budget line of an application.
struct BudgetRow: PostgresRowDecodable {
    let applicationID: GrantApplication.ID
    let line: GrantRequest.BudgetLine

    init(_ row: Row) throws {
        applicationID = try row["application_id"]
        line = try GrantRequest.BudgetLine(kind: word(row["kind"], "kind"), amount: row["amount"])
    }
}
