package import Domain
package import struct Foundation.UUID
package import Postgres
import SQL

extension Querying {
    /// Every invariant that is broken right now.
    package func brokenInvariants() async throws -> [BrokenInvariant] {
        try await all(SQL.Sweep.findings())
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

    /// Raises an alarm for each fault that has none yet, and settles those whose fault is gone.
    package func raise(_ faults: [BrokenInvariant]) async throws {
        for fault in faults {
            try await execute(
                SQL.Sweep.raise(invariant: fault.invariant, subjectID: fault.subjectID, detail: fault.detail))
        }
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
