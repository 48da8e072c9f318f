package import Domain
package import Postgres
import SQL

extension Querying {
    /// What waits for a second person, of these boards.
    package func openBoardChanges(of boards: [LibraryBoard.ID]) async throws -> [RegisteredBoardChange] {
        try await all(SQL.LibraryBoards.openChanges(boards: boards))
    }
}

extension Transaction {
    /// Registers a change of a board, which stays as it is until somebody has confirmed that.
    package func insert(_ change: BoardChange) async throws {
        try await execute(
            SQL.LibraryBoards.insertChange(
                id: change.id, boardID: change.boardID, act: change.act.rawValue, libraryIDs: change.libraries,
                effectiveOn: change.effectiveOn, reason: change.reason, registeredBy: change.registered.by,
                registeredAt: change.registered.at))
    }

    /// A change, held until the transaction ends.
    package func lockBoardChange(_ id: BoardChange.ID) async throws -> BoardChange? {
        try await rows(SQL.LibraryBoards.lockChange(id: id)).first.map { try BoardChange(row: $0) }
    }

    /// Notes who has confirmed a held change.
    package func confirm(_ change: BoardChange, by step: LibraryChange.Step) async throws {
        try await execute(
            SQL.LibraryBoards.confirm(confirmedBy: step.by, confirmedAt: step.at, id: change.id))
    }
}

/// A change that waits for a second person, as the register shows it.
package struct RegisteredBoardChange: Sendable, PostgresRowDecodable {
    package let change: BoardChange
    package let libraryNames: [String]
    package let registrarName: String

    package init(_ row: Row) throws {
        change = try BoardChange(row: row)
        libraryNames = try row["library_names"]
        registrarName = try row["registrar_name"]
    }
}

extension BoardChange {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row["id"], boardID: row["board_id"], act: word(row["act"], "act"), libraries: row["library_ids"],
            effectiveOn: row["effective_on"], reason: row["reason"],
            registered: LibraryChange.Step(by: row["registered_by"], at: row["registered_at"]),
            confirmed: LibraryChange.Step(row["confirmed_by"], row["confirmed_at"]))
    }
}
