package import Domain
import Foundation
package import Postgres
import SQL

extension Querying {
    /// What the region has asked to have completed, the first first.
    package func completionRequests(of id: GrantApplication.ID) async throws -> [CompletionRequest] {
        try await all(SQL.Completions.ofApplication(applicationID: id))
    }

    /// What the applicant has written and not sent in. For the applicant's eyes only.
    package func completionDraft(of request: CompletionRequest.ID) async throws -> CompletionDraft? {
        try await first(SQL.Completions.draft(requestID: request))
    }
}

extension Transaction {
    /// Keeps a request for completion.
    package func insert(_ request: CompletionRequest, of id: GrantApplication.ID) async throws {
        try await execute(
            SQL.Completions.insert(
                id: request.id, applicationID: id, fields: request.parts.map(\.rawValue), message: request.message,
                dueOn: request.dueOn, requestedBy: request.requestedBy, requestedAt: request.requestedAt))
    }

    /// Ends the open request of a locked application, if there is one, and forgets what was not sent in.
    package func endCompletion(of id: GrantApplication.ID, _ end: CompletionRequest.End) async throws {
        try await execute(
            SQL.Completions.finish(ending: end.ending.rawValue, endedAt: end.endedAt, applicationID: id))
        try await execute(SQL.Completions.forgetDrafts(applicationID: id))
    }

    /// Keeps what is written in answer to a request, in place of what was, and moves the application's version.
    package func save(
        _ draft: CompletionDraft, for request: CompletionRequest.ID, of id: GrantApplication.ID, by person: Person.ID,
        at instant: Instant
    ) async throws {
        try await execute(
            SQL.Completions.saveDraft(
                requestID: request, title: draft.title, purpose: draft.purpose, requestedAmount: draft.requestedAmount,
                budget: KeptLine.text(of: draft.budget), events: KeptShare.text(of: draft.events), savedBy: person,
                savedAt: instant))
        try await execute(SQL.Completions.touch(id: id))
    }

    /// Applications whose time to complete has passed.
    package func overdueCompletions() async throws -> [GrantApplication.ID] {
        try await values(SQL.Completions.overdue(), column: "application_id")
    }

    /// Drafts whose call has closed.
    package func lapsingDrafts() async throws -> [GrantApplication.ID] {
        try await values(SQL.Completions.lapsing(), column: "id")
    }

    /// The reminders of closing calls that are due; each is given once.
    package func dueReminders() async throws -> [(application: GrantApplication.ID, daysBefore: Int)] {
        try await rows(SQL.Completions.remind()).map { row in
            (application: try row["application_id"], daysBefore: try row["days_before"])
        }
    }
}

extension CompletionRequest: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let parts: [String] = try row["fields"]
        let ending: String? = try row["ending"]
        let endedAt: Instant? = try row["ended_at"]
        let end: End? =
            if let ending, let endedAt { End(try word(ending, "ending"), at: endedAt) } else { nil }
        try self.init(
            id: row["id"], parts: parts.map { try word($0, "fields") }, message: row["message"],
            dueOn: row["due_on"], requestedBy: row["requested_by"], requestedAt: row["requested_at"], end: end)
    }
}

extension CompletionDraft: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let budget: JSONText? = try row["budget"]
        let events: JSONText? = try row["events"]
        try self.init(
            title: row["title"], purpose: row["purpose"], events: events.map(KeptShare.shares),
            budget: budget.map(KeptLine.lines), requestedAmount: row["requested_amount"])
    }
}

/// An event with its share, as a draft keeps it.
private struct KeptShare: Codable {
    let eventID: String
    let ore: Int

    static func text(of shares: [GrantRequest.CostShare]?) throws -> JSONText? {
        try shares.map { try .array(of: $0.map { KeptShare(eventID: $0.eventID.description, ore: $0.amount.ore) }) }
    }

    static func shares(_ text: JSONText) throws -> [GrantRequest.CostShare] {
        try JSONDecoder().decode([KeptShare].self, from: Data(text.text.utf8)).compactMap { kept in
            Event.ID(kept.eventID).map { GrantRequest.CostShare(eventID: $0, amount: Money(ore: kept.ore)) }
        }
    }
}

/// A line of the budget, as a draft keeps it.
private struct KeptLine: Codable {
    let kind: String
    let ore: Int

    static func text(of lines: [GrantRequest.BudgetLine]?) throws -> JSONText? {
        try lines.map { try .array(of: $0.map { KeptLine(kind: $0.kind.rawValue, ore: $0.amount.ore) }) }
    }

    static func lines(_ text: JSONText) throws -> [GrantRequest.BudgetLine] {
        try JSONDecoder().decode([KeptLine].self, from: Data(text.text.utf8)).map { kept in
            GrantRequest.BudgetLine(kind: try word(kept.kind, "budget"), amount: Money(ore: kept.ore))
        }
    }
}

extension JSONText {
    fileprivate static func array(of items: [some Encodable]) throws -> JSONText {
        JSONText(String(decoding: try JSONEncoder().encode(items), as: UTF8.self))
    }
}
