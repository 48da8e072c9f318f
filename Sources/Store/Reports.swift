package import Domain
package import Postgres
import SQL

extension Querying {
    /// What a library has written of its report and not sent. For its own eyes only.
    package func reportDraft(of grant: Grant.ID) async throws -> ReportDraft? {
        try await first(SQL.Reports.draft(grantID: grant))
    }

    /// The reports of a grant that were sent, the last first.
    package func reports(of grant: Grant.ID) async throws -> [SentReport] {
        try await all(SQL.Reports.ofGrant(grantID: grant))
    }

    /// What the service itself knows of the events of a grant, the first first.
    package func reportFacts(of grant: Grant.ID) async throws -> [Report.EventFacts] {
        try await all(SQL.Reports.facts(grantID: grant))
    }

    /// What was proposed of the reports of a grant, the last first.
    package func reportSettlements(of grant: Grant.ID) async throws -> [ReportSettlement] {
        try await all(SQL.Reports.settlements(grantID: grant))
    }

    /// What was accepted as evidence in a settlement, by condition.
    package func acceptedEvidence(in settlement: ReportSettlement.ID) async throws -> [Condition.ID: String] {
        try await rows(SQL.Reports.evidence(settlementID: settlement)).reduce(into: [:]) { notes, row in
            notes[try row["condition_id"]] = try row["note"] as String
        }
    }

    /// The reports that the region's desk looks at on a day.
    package func reportsOnDesk(on today: Day, limit: Int) async throws -> [ReportOnDesk] {
        try await all(SQL.Reports.desk(today: today, limit: limit))
    }

    /// The grants of which nothing more is to be done, a page of them after `last`.
    package func grantsToClose(after last: Grant.ID? = nil, limit: Int) async throws -> [Grant.ID] {
        try await values(SQL.Reports.toClose(after: last, limit: limit), column: "id")
    }
}

extension Transaction {
    /// Keeps what is written of the report of a held grant, in place of what was.
    package func save(_ report: Report, of grant: Grant.ID, by person: Person.ID, at instant: Instant) async throws {
        try await execute(
            SQL.Reports.saveDraft(
                grantID: grant, content: JSONText(try KeptReport(report).text()), savedBy: person, savedAt: instant))
    }

    /// Keeps a report that is sent, with what the service knows of the events, and its SHA-256.
    package func insert(
        _ report: Report, as id: Report.ID, number: Int, facts: [Report.EventFacts], of grant: Grant.ID,
        by person: Person.ID, at instant: Instant
    ) async throws {
        try await execute(
            SQL.Reports.insert(
                id: id, grantID: grant, number: number, content: try KeptReport(report, facts: facts).text(),
                sentBy: person, sentAt: instant))
    }

    /// Sends a report back.
    package func insert(_ returned: SentReport.Return, of report: Report.ID) async throws {
        try await execute(
            SQL.Reports.insertReturn(
                reportID: report, reasons: returned.reasons, dueOn: returned.dueOn, returnedBy: returned.by,
                returnedAt: returned.at))
    }

    /// Keeps what a case officer finds of a report, with the evidence that they accept.
    package func insert(_ settlement: ReportSettlement, accepting evidence: [Condition.ID: String]) async throws {
        try await execute(
            SQL.Reports.insertSettlement(
                id: settlement.id, reportID: settlement.reportID, payable: settlement.payable,
                entitled: settlement.entitled, claimed: settlement.claimed, dueOn: settlement.dueOn,
                reasons: settlement.reasons, proposedBy: settlement.proposedBy, proposedAt: settlement.proposedAt))
        for (condition, note) in evidence.sorted(by: { $0.key < $1.key }) {
            try await execute(
                SQL.Reports.insertEvidence(settlementID: settlement.id, conditionID: condition, note: note))
        }
    }

    /// A decision maker has sent a proposed settlement back.
    package func insert(_ returned: ReportSettlement.Return, of settlement: ReportSettlement.ID) async throws {
        try await execute(
            SQL.Reports.returnSettlement(
                settlementID: settlement, reasons: returned.reasons, returnedBy: returned.by,
                returnedAt: returned.at))
    }

    /// A decision maker has confirmed a settlement.
    package func confirm(
        _ settlement: ReportSettlement.ID, by person: Person.ID, at instant: Instant, in document: DecisionDocument.ID
    ) async throws {
        try await execute(
            SQL.Reports.confirm(
                settlementID: settlement, confirmedBy: person, confirmedAt: instant, documentID: document))
    }

    /// Ends conditions whose evidence was accepted. Their events are held.
    package func discharge(_ conditions: [Condition.ID]) async throws {
        try await execute(SQL.Reports.discharge(ids: conditions))
    }

    /// Closes a held grant, with the day until which its case is kept by the rule of that day.
    package func close(_ id: Grant.ID, as state: Grant.State, on day: Day) async throws {
        try await execute(SQL.Reports.close(state: state.rawValue, closedOn: day, id: id))
    }

    /// The reminders of reports that are due, each given once.
    package func reportReminders(on today: Day) async throws -> [ReportReminder] {
        try await all(SQL.Reports.remind(today: today))
    }
}

/// That a report is soon due, is due, or is late.
package struct ReportReminder: Sendable, PostgresRowDecodable {
    package let grantID: Grant.ID
    package let kind: String
    package let dueOn: Day

    package init(_ row: Row) throws {
        grantID = try row["grant_id"]
        kind = try row["kind"]
        dueOn = try row["due_on"]
    }
}

/// A report as the region's desk shows it.
package struct ReportOnDesk: Sendable, PostgresRowDecodable {
    package let grantID: Grant.ID
    package let applicationID: GrantApplication.ID
    package let state: Grant.State
    package let registryNumber: String
    package let title: String
    package let libraryName: String
    package let dueOn: Day
    /// A case officer has proposed a settlement that a decision maker is to confirm.
    package let isProposed: Bool

    package init(_ row: Row) throws {
        grantID = try row["id"]
        applicationID = try row["application_id"]
        state = try word(row["state"], "state")
        registryNumber = try row["registry_number"]
        title = try row["title"]
        libraryName = try row["library_name"]
        dueOn = try row["due_on"]
        isProposed = try row["is_proposed"]
    }
}

extension ReportDraft: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let content: JSONText = try row["content"]
        try self.init(
            report: KeptReport.read(content.text).report, version: row["version"], savedBy: row["saved_by"],
            savedAt: row["saved_at"])
    }
}

extension SentReport: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let kept = try KeptReport.read(row["content"])
        let reasons: String? = try row["reasons"]
        let returned: Return? = try reasons.map { reasons in
            try Return(reasons: reasons, dueOn: row["due_on"], by: row["returned_by"], at: row["returned_at"])
        }
        try self.init(
            id: row["id"], number: row["number"], report: kept.report, facts: kept.facts, hash: row["content_hash"],
            sentBy: row["sent_by"], sentAt: row["sent_at"], returned: returned)
    }
}

extension Report.EventFacts: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let place = [try row["venue_name"], try row["venue_city"]] as [String?]
        try self.init(
            eventID: row["id"], title: row["title"], startsAt: row["starts_at"], endsAt: row["ends_at"],
            attendance: word(row["attendance"], "attendance"), place: place.compactMap(\.self).joined(separator: ", "),
            costShare: row["cost_share"], invited: row["invited"], publishedAt: row["published_at"],
            loggedAt: row["logged_at"])
    }
}
