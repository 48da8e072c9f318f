package import Domain
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
        try await execute(SQL.Attachments.deletePiecesOfCompletions(applicationID: id))
        try await execute(SQL.Attachments.deleteOfCompletions(applicationID: id))
    }

    /// Keeps what is written in answer to a request, in place of what was, and moves the application's version.
    package func save(
        _ draft: CompletionDraft, for request: CompletionRequest.ID, of id: GrantApplication.ID, by person: Person.ID,
        at instant: Instant
    ) async throws {
        try await execute(
            SQL.Completions.saveDraft(
                requestID: request, content: KeptPart.text(of: draft), savedBy: person, savedAt: instant))
        try await touchCompletion(of: id)
    }

    /// Moves the version of a locked application in whose completion somebody has written.
    package func touchCompletion(of id: GrantApplication.ID) async throws {
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
