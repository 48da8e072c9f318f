package import Domain
package import Postgres
import SQL

extension Querying {
    /// Every state that these events have been in, in order.
    package func eventVersions(of events: [Event.ID]) async throws -> [StoredEventVersion] {
        guard !events.isEmpty else { return [] }
        return try await all(SQL.CaseRecords.eventVersions(events: events))
    }

    /// What every library and branch is called, those that have closed too.
    package func unitNames() async throws -> UnitNames {
        let libraries = try await rows(SQL.CaseRecords.libraryNames()).map { row in
            (NamedUnit.ID.library(try row["id"]), try row["name"] as String)
        }
        let branches = try await rows(SQL.CaseRecords.branchNames()).map { row in
            (NamedUnit.ID.branch(try row["id"]), try row["name"] as String)
        }
        return UnitNames(Dictionary(uniqueKeysWithValues: libraries + branches))
    }
}

extension Transaction {
    /// From here on the history of events names `person` as the one who does it.
    package func act(as person: Person.ID) async throws {
        try await execute(SQL.CaseRecords.actAs(personID: person))
    }
}

/// An event as it was in one version.
package struct StoredEventVersion: Sendable, PostgresRowDecodable {
    package let event: Event
    package let recordedAt: Instant
    /// The name of whoever did it; nil: nobody is on record, as when it was done past the service.
    package let recordedBy: String?

    package init(_ row: Row) throws {
        event = try Event(row)
        recordedAt = try row["recorded_at"]
        recordedBy = try row["recorded_by"]
    }
}
