package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of what has been said of libraries that close or merge, and how much there is in all.
    package func libraryChanges(
        limit: Int, offset: Int
    ) async throws -> (changes: [RegisteredLibraryChange], total: Int) {
        let changes: [RegisteredLibraryChange] = try await all(
            SQL.LibraryChanges.list(id: LibraryChange.ID?.none, open: false, limit: limit, offset: offset))
        return (changes, try await value(SQL.LibraryChanges.count(), column: "total") ?? 0)
    }

    /// Those that somebody can still confirm or take back, the latest day first.
    package func openLibraryChanges(limit: Int) async throws -> [RegisteredLibraryChange] {
        try await all(SQL.LibraryChanges.list(id: LibraryChange.ID?.none, open: true, limit: limit, offset: 0))
    }

    /// One of them.
    package func libraryChange(_ id: LibraryChange.ID) async throws -> RegisteredLibraryChange? {
        try await first(SQL.LibraryChanges.list(id: id, open: false, limit: 1, offset: 0))
    }

    /// Those whose day has come, and of which nobody has asked the conditions of funded events yet.
    package func dueLibraryChanges() async throws -> [RegisteredLibraryChange] {
        try await all(SQL.LibraryChanges.due())
    }

    /// Whether a library has ended and nobody has taken it over.
    package func hasEnded(_ library: Library.ID) async throws -> Bool {
        try await value(SQL.LibraryChanges.hasEnded(libraryID: library), column: "has_ended") ?? false
    }

    /// The cases of these libraries in which money was granted since `instant` and is not taken back.
    package func applicationsGranted(
        to libraries: [Library.ID], since instant: Instant
    ) async throws -> [GrantApplication.ID] {
        try await values(SQL.LibraryChanges.grantedSince(libraries: libraries, instant: instant), column: "id")
    }

    /// Everybody who wrote or signed an application of these libraries.
    package func participants(of libraries: [Library.ID]) async throws -> Set<Person.ID> {
        Set(try await values(SQL.LibraryChanges.takingPart(libraries: libraries), column: "person_id"))
    }

    /// For whom a conflict of interest stands in a case of these libraries, with its ground.
    package func declaredConflicts(
        with libraries: [Library.ID]
    ) async throws -> [Person.ID: DeclaredConflict.Ground] {
        var grounds: [Person.ID: DeclaredConflict.Ground] = [:]
        for row in try await rows(SQL.LibraryChanges.conflicts(libraries: libraries)) {
            grounds[try row["person_id"]] = try word(row["ground"], "ground")
        }
        return grounds
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

    /// Registers that a library is to end. It goes on until somebody has confirmed that.
    package func insert(_ change: LibraryChange) async throws {
        try await execute(
            SQL.LibraryChanges.insert(
                id: change.id, libraryID: change.libraryID, successorID: change.successorID,
                effectiveOn: change.effectiveOn, reason: change.reason, restsOn: change.restsOn,
                registeredBy: change.registered.by, registeredAt: change.registered.at))
    }

    /// Holds a change until the transaction ends.
    package func lockLibraryChange(_ id: LibraryChange.ID) async throws -> LibraryChange? {
        try await execute(SQL.LibraryChanges.lock(id: id))
        return try await libraryChange(id)?.change
    }

    /// A locked library ends, as a change says that is confirmed by that. Whose day has come counts as applied.
    package func confirm(_ change: LibraryChange, by step: LibraryChange.Step) async throws {
        try await execute(
            SQL.LibraryChanges.endLibrary(
                day: change.effectiveOn, successorID: change.successorID, id: change.libraryID))
        try await execute(
            SQL.LibraryChanges.confirm(confirmedBy: step.by, confirmedAt: step.at, id: change.id))
    }

    /// A locked library goes on after all, if the change was confirmed.
    package func takeBack(_ change: LibraryChange, _ end: LibraryChange.TakingBack) async throws {
        if change.state == .confirmed {
            try await execute(
                SQL.LibraryChanges.endLibrary(day: Day?.none, successorID: Library.ID?.none, id: change.libraryID))
        }
        try await execute(
            SQL.LibraryChanges.takeBack(
                takenBackBy: end.step.by, takenBackAt: end.step.at, because: end.reason, id: change.id))
    }

    /// The events of the conditions that a change has broken and that nobody has settled.
    package func events(brokenBy subject: OrganisationChange.Subject) async throws -> [Event.ID] {
        let (change, board) = subject.ids
        return try await values(SQL.LibraryChanges.brokenBy(changeID: change, boardID: board), column: "id")
    }

    /// Notes that the day of a change has come; false if somebody was first.
    package func apply(_ change: LibraryChange.ID, at instant: Instant) async throws -> Bool {
        try await execute(SQL.LibraryChanges.apply(at: instant, id: change)) == 1
    }

    /// Computes anew whether these held events invite the region. The rule is asked of each, so let them be few.
    package func markAnew(_ events: [Event.ID]) async throws {
        try await execute(SQL.LibraryChanges.markAnew(events: events))
    }

    /// Computes anew whether those of these held events that did not invite the region do so now.
    package func markAgain(_ events: [Event.ID]) async throws {
        try await execute(SQL.LibraryChanges.markAgain(events: events))
    }

    /// Breaks a condition by a change of the libraries, with a hold on the payments of its grant.
    package func breach(
        _ condition: Condition.ID, by change: OrganisationChange, at instant: Instant
    ) async throws {
        let (ended, board) = change.subject.ids
        try await breach(
            [condition], at: instant, ground: .orgChange, reasons: change.reason, foundBy: change.decidedBy,
            libraryChange: ended, board: board)
    }
}

extension OrganisationChange.Subject {
    fileprivate var ids: (change: LibraryChange.ID?, board: LibraryBoard.ID?) {
        switch self {
        case .library(let id): (id, nil)
        case .board(let id): (nil, id)
        }
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
