package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of what has been decided of libraries that close or merge, and how much there is in all.
    package func libraryChanges(
        limit: Int, offset: Int
    ) async throws -> (changes: [RegisteredLibraryChange], total: Int) {
        let changes: [RegisteredLibraryChange] = try await all(
            SQL.LibraryChanges.list(id: LibraryChange.ID?.none, limit: limit, offset: offset))
        return (changes, try await value(SQL.LibraryChanges.count(), column: "total") ?? 0)
    }

    /// One of them.
    package func libraryChange(_ id: LibraryChange.ID) async throws -> RegisteredLibraryChange? {
        try await first(SQL.LibraryChanges.list(id: id, limit: 1, offset: 0))
    }

    /// Those whose day has come, and of which nobody has asked the conditions of funded events yet.
    package func dueLibraryChanges() async throws -> [RegisteredLibraryChange] {
        try await all(SQL.LibraryChanges.due())
    }

    /// Every event that has not ended at `instant`.
    package func eventsToHold(from instant: Instant) async throws -> [Event.ID] {
        try await values(SQL.LibraryChanges.eventsToHold(instant: instant), column: "id")
    }
}

extension Transaction {
    /// Libraries with their days, held until the transaction ends.
    package func lockLibraries(_ ids: [Library.ID]) async throws -> [Library.ID: HeldLibrary] {
        let held: [HeldLibrary] = try await all(SQL.LibraryChanges.lockLibraries(ids: ids))
        return Dictionary(uniqueKeysWithValues: held.map { ($0.id, $0) })
    }

    /// A locked library ends, as a change says. Whose day has come counts as applied.
    package func end(by change: LibraryChange) async throws {
        try await execute(
            SQL.LibraryChanges.endLibrary(
                day: change.effectiveOn, successorID: change.successorID, id: change.libraryID))
        try await execute(
            SQL.LibraryChanges.insert(
                id: change.id, libraryID: change.libraryID, successorID: change.successorID,
                effectiveOn: change.effectiveOn, reason: change.reason, decidedBy: change.decidedBy,
                decidedAt: change.decidedAt))
    }

    /// Notes that the day of a change has come; false if somebody was first.
    package func apply(_ change: LibraryChange.ID, at instant: Instant) async throws -> Bool {
        try await execute(SQL.LibraryChanges.apply(at: instant, id: change)) == 1
    }

    /// Computes anew whether these held events invite the region. The rule is asked of each, so let them be few.
    package func markAnew(_ events: [Event.ID]) async throws {
        try await execute(SQL.LibraryChanges.markAnew(events: events))
    }

    /// Breaks a condition by a change of the libraries, with a hold on the payments of its grant.
    package func breach(
        _ condition: Condition.ID, by change: OrganisationChange, at instant: Instant
    ) async throws {
        let (ended, board): (LibraryChange.ID?, LibraryBoard.ID?) =
            switch change.subject {
            case .library(let id): (id, nil)
            case .board(let id): (nil, id)
            }
        try await execute(SQL.Grants.breachConditions(ids: [condition]))
        try await execute(
            SQL.LibraryChanges.breach(
                reasons: change.reason, foundBy: change.decidedBy, changeID: ended, boardID: board,
                breachedAt: instant, conditionID: condition))
    }
}

/// The days of a library that is held.
package struct HeldLibrary: Sendable, PostgresRowDecodable {
    let id: Library.ID
    package let validFrom: Day
    package let validTo: Day?

    package init(_ row: Row) throws {
        id = try row["id"]
        validFrom = try row["valid_from"]
        validTo = try row["valid_to"]
    }
}

/// A change as the register shows it.
package struct RegisteredLibraryChange: Sendable, PostgresRowDecodable {
    package let change: LibraryChange
    package let libraryName: String
    package let successorName: String?
    package let deciderName: String
    package let appliedAt: Instant?
    /// How many conditions of funded events it has broken.
    package let breaches: Int

    package init(_ row: Row) throws {
        change = LibraryChange(
            id: try row["id"], libraryID: try row["library_id"], successorID: try row["successor_id"],
            effectiveOn: try row["effective_on"], reason: try row["reason"], decidedBy: try row["decided_by"],
            decidedAt: try row["decided_at"])
        libraryName = try row["library_name"]
        successorName = try row["successor_name"]
        deciderName = try row["decider_name"]
        appliedAt = try row["applied_at"]
        breaches = try row["breaches"]
    }
}
