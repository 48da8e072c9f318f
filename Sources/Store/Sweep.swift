package import Domain
package import struct Foundation.UUID
package import Postgres
import SQL

extension Querying {
    /// Every invariant that is broken right now, but for those of events.
    package func brokenInvariants() async throws -> [BrokenInvariant] {
        try await all(SQL.Sweep.findings())
    }

    /// The events whose mark somebody may rely on.
    package func eventsToJudge() async throws -> [Event.ID] {
        try await values(SQL.Sweep.eventsToJudge(), column: "id")
    }

    /// The invariants of these events that are broken right now. The rule is asked of each, so let them be few.
    package func brokenInvariants(of events: [Event.ID]) async throws -> [BrokenInvariant] {
        try await all(SQL.Sweep.faultsOfEvents(events: events))
    }

    /// Those of the events whose invitation the calendar's log has as it stands.
    package func logged(among events: [Event.ID]) async throws -> Set<Event.ID> {
        Set(try await values(SQL.Sweep.logged(events: events), column: "id"))
    }

    /// Every state that the events of these conditions have been in since each was given, or was cured.
    package func pasts(of conditions: [Condition.ID]) async throws -> [Condition.ID: [PastEvent]] {
        let past = try await rows(SQL.Sweep.pastOfConditions(conditions: conditions)).map { row in
            (condition: try row["condition_id"] as Condition.ID, event: try PastEvent(row))
        }
        return Dictionary(grouping: past, by: \.condition).mapValues { $0.map(\.event) }
    }

    /// The alarms that nobody has settled.
    package func openAlarms(limit: Int) async throws -> [Alarm] {
        try await all(SQL.Sweep.openAlarms(limit: limit))
    }
}

extension Transaction {
    /// From here to its end the transaction sees one moment. Nothing may have been asked in it before.
    package func standStill() async throws {
        try await execute(SQL.Sweep.standStill())
    }

    /// Raises an alarm for each fault that has none yet. None is settled: only a sweep has looked at everything.
    package func raiseMore(_ faults: [BrokenInvariant]) async throws {
        for fault in faults {
            try await execute(
                SQL.Sweep.raise(invariant: fault.invariant, subjectID: fault.subjectID, detail: fault.detail))
        }
    }

    /// Raises an alarm for each fault that has none yet, and settles those whose fault is gone.
    package func raise(_ faults: [BrokenInvariant]) async throws {
        try await raiseMore(faults)
        try await execute(
            SQL.Sweep.settle(stillOpen: faults.map { "\($0.invariant) \($0.subjectID.uuidString.lowercased())" }))
    }
}

/// Something that docs/rules.md says is always so, and is not.
package struct BrokenInvariant: Sendable, Equatable, PostgresRowDecodable {
    package let invariant: String
    package let subjectID: UUID
    package let detail: String

    package init(invariant: String, subjectID: UUID, detail: String) {
        self.invariant = invariant
        self.subjectID = subjectID
        self.detail = detail
    }

    package init(_ row: Row) throws {
        try self.init(invariant: row["invariant"], subjectID: row["subject_id"], detail: row["detail"])
    }
}

/// A fault that the sweep found and nobody has settled.
package struct Alarm: Sendable, PostgresRowDecodable {
    package let invariant: String
    package let subjectID: UUID
    package let detail: String
    package let raisedAt: Instant

    package init(_ row: Row) throws {
        invariant = try row["invariant"]
        subjectID = try row["subject_id"]
        detail = try row["detail"]
        raisedAt = try row["raised_at"]
    }
}
