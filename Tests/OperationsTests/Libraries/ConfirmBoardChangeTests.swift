import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Two persons change a joint board, as two end a library.
@Suite struct `A second person confirms that a board changes` {
    private func registered(_ scene: Scene, days: Int = 0) async throws -> (LibraryBoard.ID, BoardChange.ID) {
        let board = try await scene.operations.foundBoard(
            "Nämnden", of: [scene.library(of: scene.karin), scene.library(of: scene.pontus)],
            from: Stockholm.day(scene.now).adding(days: days), because: "Gemensam nämnd.", by: scene.alva)
        return (board, try #require(try await scene.database.openBoardChanges(of: [board]).first).change.id)
    }

    @Test func `and nothing is so before`() async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let (board, change) = try await registered(scene)
            #expect(try await scene.database.regionFacts().boards.isEmpty)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.held])
            let waiting = try #require(try await scene.database.libraryBoard(board)?.changes.first)
            #expect(waiting.libraryNames.count == 2 && waiting.registrarName == scene.alva.name)
            #expect(try await scene.operations.confirmBoardChange(change, by: scene.amira) == board)
            #expect(try await scene.database.regionFacts().boards.count == 2)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.breached])
            let shown = try #require(try await scene.database.libraryBoard(board))
            #expect(shown.changes.isEmpty && shown.members.map(\.deciderName) == [scene.amira.name, scene.amira.name])
            await #expect(throws: Refusal.conflict(.wrongState)) {
                _ = try await scene.operations.confirmBoardChange(change, by: scene.amira)
            }
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `who has not registered it, is of the region and impartial, by its day`() async throws {
        try await withScene { scene in
            let (_, change) = try await registered(scene)
            await #expect(throws: Refusal.notAllowed(.twoPersonsChangeABoard)) {
                _ = try await scene.operations.confirmBoardChange(change, by: scene.alva)
            }
            for person in [scene.ulf, scene.karin, scene.dag, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    _ = try await scene.operations.confirmBoardChange(change, by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                _ = try await scene.operations.confirmBoardChange(BoardChange.ID(), by: scene.amira)
            }
            try await scene.age("board_changes", "UPDATE board_changes SET effective_on = today() - 1")
            await #expect(throws: Refusal.conflict(.boardChangeIsLate)) {
                _ = try await scene.operations.confirmBoardChange(change, by: scene.amira)
            }
        }
    }

    @Test func `in SQL too`() async throws {
        try await withScene { scene in
            let (board, change) = try await registered(scene)
            let alone = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "UPDATE board_changes SET confirmed_by = registered_by, confirmed_at = now() WHERE id = '\(change)'"
                )
            }
            #expect(alone.constraint == "two_persons_change_a_board")
            let join = """
                INSERT INTO board_members (id, board_id, library_id, valid_from, reason, decided_by, decided_at)
                SELECT gen_random_uuid(), '\(board)', id, today(), 'Tyst.', '\(scene.alva.id)', now()
                  FROM libraries WHERE slug IN ('klippan', 'perstorp')
                """
            let unconfirmed = try await #require(throws: PostgresError.self) { try await scene.database.run(join) }
            #expect(unconfirmed.constraint == "board_member_has_its_change")
            // The control: confirmed by another person, the same passes.
            try await scene.database.run(
                "UPDATE board_changes SET confirmed_by = '\(scene.amira.id)', confirmed_at = now() WHERE id = '\(change)'",
                join)
            let leave = """
                UPDATE board_members SET valid_to = today(), leaving_reason = 'Tyst.',
                       leaving_decided_by = '\(scene.alva.id)', leaving_decided_at = now()
                """
            let left = try await #require(throws: PostgresError.self) { try await scene.database.run(leave) }
            #expect(left.constraint == "board_member_has_its_change")
        }
    }
}
