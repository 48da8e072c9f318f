package import Domain
package import Postgres
import SQL

extension Querying {
    /// The conditions of these grants, each with its breaches, what was answered to them, how they were settled and
    /// what may break it, in five statements however many there are.
    func conditions(of grants: [Grant.ID]) async throws -> [Condition] {
        guard !grants.isEmpty else { return [] }
        let breaches = try await rows(SQL.Grants.breachesOf(grants: grants)).map { row in
            (condition: try row["condition_id"] as Condition.ID, breach: try Condition.Breach(row))
        }
        let replies = try await rows(SQL.Grants.repliesOf(grants: grants)).map { row in
            (condition: try row["condition_id"] as Condition.ID, reply: try Condition.Reply(row))
        }
        let settlements = try await settlements(of: grants)
        let risks = try await risks(of: grants)
        return try await rows(SQL.Grants.conditionsOf(grants: grants)).map { row in
            let id: Condition.ID = try row["id"]
            return try Condition(
                row: row, breaches: breaches.filter { $0.condition == id }.map(\.breach),
                replies: replies.filter { $0.condition == id }.map(\.reply), settlements: settlements[id, default: []],
                risks: risks[id, default: []])
        }
    }

    /// Whether the calendar's log has the event's invitation as it stands.
    package func isLogged(_ event: Event.ID) async throws -> Bool {
        try await value(SQL.Grants.isLogged(eventID: event), column: "is_logged") ?? false
    }

    /// The other cases that count on the events of an application.
    package func otherClaims(than application: GrantApplication.ID) async throws -> [OtherClaim] {
        try await all(SQL.Grants.otherClaims(applicationID: application))
    }
}

extension Transaction {
    /// Breaks a condition as a case officer has found it, with a hold on the payments of its grant.
    package func breach(
        _ condition: Condition.ID, on ground: Condition.Breach.Ground, because reasons: String,
        foundBy person: Person.ID,
        at instant: Instant
    ) async throws {
        try await breach([condition], at: instant, ground: ground.kind, reasons: reasons, foundBy: person)
    }

    /// Breaks conditions for one cause, each with its breach and a hold on the payments of its grant.
    func breach(
        _ conditions: [Condition.ID], at instant: Instant, deviation: Deviation.ID? = nil,
        ground: Condition.Breach.Kind? = nil, reasons: String? = nil, foundBy person: Person.ID? = nil,
        libraryChange: LibraryChange.ID? = nil, board: LibraryBoard.ID? = nil
    ) async throws {
        try await execute(SQL.Grants.breachConditions(ids: conditions))
        try await execute(
            SQL.Grants.insertBreaches(
                deviationID: deviation, ground: ground?.rawValue, reasons: reasons, foundBy: person,
                changeID: libraryChange, boardID: board, breachedAt: instant, conditions: conditions))
    }

    /// Keeps what a host answers to the breaches of a condition.
    package func insert(_ reply: Condition.Reply, to condition: Condition.ID) async throws {
        try await execute(
            SQL.Grants.insertReply(
                id: reply.id, conditionID: condition, reply: reply.text, repliedBy: reply.repliedBy,
                repliedAt: reply.repliedAt))
    }
}

/// Another application that counts on an event.
package struct OtherClaim: Sendable, PostgresRowDecodable {
    package let eventID: Event.ID
    package let applicationID: GrantApplication.ID
    package let isGranted: Bool

    package init(_ row: Row) throws {
        eventID = try row["event_id"]
        applicationID = try row["application_id"]
        isGranted = try row["is_granted"]
    }
}

extension PastEvent: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(event: Event(row), since: row["recorded_at"])
    }
}

extension Condition.Breach: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], kind: word(row["kind"], "kind"), reason: row["reason"], breachedAt: row["breached_at"],
            replyDueAt: row["reply_due_at"], closedAt: row["closed_at"])
    }
}

extension Condition.Reply: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], text: row["reply"], repliedBy: row["replied_by"], repliedAt: row["replied_at"])
    }
}
