package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of the joint library boards with everybody who is or has been on them, and how many boards there are.
    package func libraryBoards(limit: Int, offset: Int) async throws -> (boards: [RegisteredBoard], total: Int) {
        let rows: [BoardRow] = try await all(
            SQL.LibraryBoards.list(id: LibraryBoard.ID?.none, limit: limit, offset: offset))
        return (try await withMembers(rows), try await value(SQL.LibraryBoards.count(), column: "total") ?? 0)
    }

    /// One of them.
    package func libraryBoard(_ id: LibraryBoard.ID) async throws -> RegisteredBoard? {
        try await withMembers(all(SQL.LibraryBoards.list(id: id, limit: 1, offset: 0))).first
    }

    private func withMembers(_ rows: [BoardRow]) async throws -> [RegisteredBoard] {
        let ids = rows.map(\.board.id)
        let members: [RegisteredBoard.Member] =
            ids.isEmpty ? [] : try await all(SQL.LibraryBoards.members(boards: ids))
        let membersOf = Dictionary(grouping: members, by: \.seat.boardID)
        let changes = ids.isEmpty ? [] : try await openBoardChanges(of: ids)
        return rows.map { row in
            RegisteredBoard(
                board: row.board, breaches: row.breaches, members: membersOf[row.board.id, default: []],
                changes: changes.filter { $0.change.boardID == row.board.id })
        }
    }

    /// Those changes of boards whose day has come, and of which nobody has asked the conditions of funded events yet.
    package func dueBoardChanges() async throws -> [DueBoardChange] {
        try await all(SQL.LibraryBoards.due())
    }

    /// From which day a library is on a board that it has not been said to leave; nil: it is not.
    package func memberSince(_ library: Library.ID, on board: LibraryBoard.ID) async throws -> Day? {
        try await value(SQL.LibraryBoards.memberSince(board: board, library: library), column: "valid_from")
    }
}

extension Transaction {
    /// Founds a board that nobody is on yet.
    package func insert(_ board: LibraryBoard) async throws {
        try await execute(SQL.LibraryBoards.insertBoard(id: board.id, name: board.name))
    }

    /// Holds a board until the transaction ends; false if there is none.
    package func lockBoard(_ id: LibraryBoard.ID) async throws -> Bool {
        let held: [LibraryBoard.ID] = try await values(SQL.LibraryBoards.lock(id: id), column: "id")
        return !held.isEmpty
    }

    /// These libraries come to a held board on a day. Where it has come, that counts as applied.
    package func join(
        _ board: LibraryBoard.ID, _ libraries: [Library.ID], from day: Day, by change: OrganisationChange,
        at instant: Instant
    ) async throws {
        try await execute(
            SQL.LibraryBoards.join(
                board: board, day: day, reason: change.reason, decidedBy: change.decidedBy, decidedAt: instant,
                libraries: libraries))
    }

    /// A library leaves a held board on a day.
    package func leave(
        _ board: LibraryBoard.ID, _ library: Library.ID, from day: Day, by change: OrganisationChange,
        at instant: Instant
    ) async throws {
        try await execute(
            SQL.LibraryBoards.leave(
                day: day, reason: change.reason, decidedBy: change.decidedBy, decidedAt: instant, board: board,
                library: library))
    }

    /// Notes that the day of a change has come; false if somebody was first.
    package func apply(_ due: DueBoardChange, at instant: Instant) async throws -> Bool {
        try await execute(SQL.LibraryBoards.apply(day: due.day, at: instant, board: due.boardID)) > 0
    }
}

/// A board as the register shows it.
package struct RegisteredBoard: Sendable {
    package let board: LibraryBoard
    /// How many conditions of funded events its changes have broken.
    package let breaches: Int
    package let members: [Member]
    /// What waits for a second person.
    package let changes: [RegisteredBoardChange]

    /// A library that is or was on it, and who said so.
    package struct Member: Sendable, PostgresRowDecodable {
        package let seat: RegionFacts.BoardSeat
        package let libraryName: String
        package let reason: String
        package let deciderName: String
        package let decidedAt: Instant
        package let leaving: Leaving?

        package struct Leaving: Sendable {
            package let reason: String
            package let deciderName: String
            package let decidedAt: Instant
        }

        package init(_ row: Row) throws {
            seat = try RegionFacts.BoardSeat(row)
            libraryName = try row["library_name"]
            reason = try row["reason"]
            deciderName = try row["decider_name"]
            decidedAt = try row["decided_at"]
            let why: String? = try row["leaving_reason"]
            leaving = try why.map {
                try Leaving(
                    reason: $0, deciderName: row["leaving_decider_name"], decidedAt: row["leaving_decided_at"])
            }
        }
    }
}

/// That a board changes on a day which has come.
package struct DueBoardChange: Sendable, PostgresRowDecodable {
    package let boardID: LibraryBoard.ID
    package let day: Day
    package let change: OrganisationChange

    package init(_ row: Row) throws {
        boardID = try row["board_id"]
        day = try row["day"]
        change = OrganisationChange(.board(boardID), because: try row["reason"], by: try row["decided_by"])
    }
}

private struct BoardRow: PostgresRowDecodable {
    let board: LibraryBoard
    let breaches: Int

    init(_ row: Row) throws {
        board = LibraryBoard(id: try row["id"], name: try row["name"])
        breaches = try row["breaches"]
    }
}
