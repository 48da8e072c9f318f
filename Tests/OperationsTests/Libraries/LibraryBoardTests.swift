import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Joint library boards (docs/rules.md, libraries that share a board).
@Suite struct `When libraries come to share a board` {
    private func condition(_ scene: Scene, of made: Case) async throws -> Condition {
        try #require(try await scene.grant(of: made.application)?.conditions.first)
    }

    /// Klippan and Perstorp, from a day on.
    @discardableResult private func found(
        _ scene: Scene, days: Int = 0, because reason: String = "Kommunerna får gemensam nämnd."
    ) async throws -> LibraryBoard.ID {
        let board = try await scene.operations.foundBoard(
            "Gemensam nämnd", of: [scene.library(of: scene.karin), scene.library(of: scene.pontus)],
            from: Stockholm.day(scene.now).adding(days: days), because: reason, by: scene.alva)
        try await scene.confirmChanges(of: board)
        return board
    }

    @Test(arguments: [0, 30])
    func `the event that invited the other alone is broken, told, and mended by the host`(_ days: Int) async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let board = try await found(scene, days: days)
            let broken = try await condition(scene, of: made)
            #expect(broken.state == .breached)
            #expect(broken.openBreaches.map(\.kind) == [.orgChange])
            #expect(broken.openBreaches.map(\.reason) == ["Kommunerna får gemensam nämnd."])
            #expect(try await scene.grant(of: made.application)?.paymentHold == true)
            let told = Set(try await scene.database.outbox(limit: 2).map(\.topic))
            #expect(told == ["breach-found", "libraries-changed"])
            #expect(try await scene.database.libraryBoard(board)?.breaches == 1)
            #expect(try await !scene.event(made.event).invitesRegion)
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.invite(made.event, .all, .published)
            #expect(try await condition(scene, of: made).state == .cured)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test(arguments: [0, 1])
    func `what a board has broken binds again once the other has left it`(_ days: Int) async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let board = try await found(scene)
            #expect(try await condition(scene, of: made).state == .breached)
            _ = try await scene.operations.leaveBoard(
                board, scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: days),
                because: "Lämnar nämnden.", by: scene.alva)
            #expect(try await condition(scene, of: made).state == .breached, "nobody has confirmed it")
            try await scene.confirmChanges(of: board)
            #expect(try await condition(scene, of: made).state == .cured)
            #expect(try await scene.event(made.event).invitesRegion)
            #expect(try await scene.grant(of: made.application)?.paymentHold == false)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `nothing is broken that invites others too, nor by a board after the event`() async throws {
        try await withScene { scene in
            let wide = try await scene.case(.approved)
            try await found(scene)
            #expect(try await condition(scene, of: wide).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            try await found(scene, days: 90)
            #expect(try await condition(scene, of: made).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `they are no others before a decision, and others again once one has left`() async throws {
        try await withScene { scene in
            let board = try await found(scene)
            let event = try await scene.boundEvent()
            try await scene.invite(event, .list, .bound, [scene.library(of: scene.pontus)])
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            await #expect(throws: Refusal.self) { try await scene.case(.submitted, in: call, for: event) }
            let perstorp = try scene.library(of: scene.pontus)
            let today = Stockholm.day(scene.now)
            _ = try await scene.operations.leaveBoard(
                board, perstorp, from: today.adding(days: 1), because: "Lämnar nämnden.", by: scene.alva)
            try await scene.confirmChanges(of: board)
            let made = try await scene.case(.approved, in: call, for: event)
            #expect(try await condition(scene, of: made).state == .held)
            let member = try #require(
                try await scene.database.libraryBoard(board)?.members.first { $0.seat.libraryID == perstorp })
            #expect(member.seat.validTo == today.adding(days: 1) && member.leaving?.reason == "Lämnar nämnden.")
            _ = try await scene.operations.joinBoard(
                board, perstorp, from: today.adding(days: 2), because: "Ändrade sig.", by: scene.alva)
            try await scene.confirmChanges(of: board)
            #expect(try await condition(scene, of: made).openBreaches.map(\.kind) == [.orgChange])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `the clock asks again on the day`() async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            try await found(scene, days: 90)
            #expect(try await scene.operations.applyBoardChanges() == 0)
            #expect(try await condition(scene, of: made).state == .held)
            // Ninety days later, as far as the boards are concerned.
            try await scene.database.run(
                "ALTER TABLE board_members DISABLE TRIGGER USER", "UPDATE board_members SET valid_from = today()")
            #expect(try await scene.operations.applyBoardChanges() == 1)
            #expect(try await condition(scene, of: made).openBreaches.map(\.kind) == [.orgChange])
            #expect(try await scene.operations.applyBoardChanges() == 0)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `an administrator says so, of libraries that there are, each once`() async throws {
        try await withScene { scene in
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let today = Stockholm.day(scene.now)
            func found(_ libraries: [Library.ID], named name: String = "N", by person: Person? = nil) async throws {
                _ = try await scene.operations.foundBoard(
                    name, of: libraries, from: today, because: "Så.", by: person ?? scene.alva)
            }
            for person in [scene.ulf, scene.karin, scene.dag, scene.finn, scene.amira] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await found([klippan, perstorp], by: person)
                }
            }
            await #expect(throws: Refusal.invalid("libraryIds", .isTooSmall(least: 2))) { try await found([klippan]) }
            await #expect(throws: Refusal.invalid("libraryIds", .isTwice)) { try await found([klippan, klippan]) }
            await #expect(throws: Refusal.invalid("libraryIds", .doesNotExist)) {
                try await found([klippan, Library.ID()])
            }
            await #expect(throws: Refusal.invalid("name", .isMissing)) {
                try await found([klippan, perstorp], named: "")
            }
            let board = try await self.found(scene)
            let operations = scene.operations
            await #expect(throws: Refusal.conflict(.libraryIsOnBoard)) {
                _ = try await operations.joinBoard(board, klippan, from: today, because: "Så.", by: scene.alva)
            }
            await #expect(throws: Refusal.missing) {
                _ = try await operations.joinBoard(.init(), klippan, from: today, because: "Så.", by: scene.alva)
            }
            let yesterday = today.adding(days: -1)
            await #expect(throws: Refusal.invalid("from", .isNotAfter(yesterday.text))) {
                _ = try await operations.leaveBoard(board, klippan, from: yesterday, because: "Så.", by: scene.alva)
            }
            let later = try await scene.operations.joinBoard(
                board, scene.library(of: scene.lena), from: today.adding(days: 5), because: "Så.", by: scene.alva)
            try await scene.confirmChanges(of: board)
            await #expect(throws: Refusal.invalid("from", .isNotAfter("validFrom"))) {
                _ = try await operations.leaveBoard(
                    later, scene.library(of: scene.lena), from: today, because: "Så.", by: scene.alva)
            }
            _ = try await operations.leaveBoard(
                later, scene.library(of: scene.lena), from: today.adding(days: 5), because: "Misstag.", by: scene.alva)
            _ = try await operations.leaveBoard(board, klippan, from: today, because: "Misstag.", by: scene.alva)
            try await scene.confirmChanges(of: board)
            await #expect(throws: Refusal.invalid("libraryId", .doesNotExist)) {
                _ = try await operations.leaveBoard(board, klippan, from: today, because: "Så.", by: scene.alva)
            }
            #expect(try await scene.database.regionFacts().boards.map(\.libraryID) == [perstorp])
        }
    }

    /// Both evaluators of the row, and those who stand behind the service.
    @Test func `SQL does not break a condition in silence, and what was stays told`() async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let silent = """
                INSERT INTO board_members (id, board_id, library_id, valid_from, reason, decided_by, decided_at)
                SELECT gen_random_uuid(), '\(Self.silent)', id, today(), 'Tyst.', '\(scene.alva.id)', now()
                  FROM libraries WHERE slug IN ('klippan', 'perstorp')
                """
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.run("INSERT INTO library_boards VALUES ('\(Self.silent)', 'Tyst')")
                    try await transaction.run(
                        """
                        INSERT INTO board_changes (id, board_id, act, library_ids, effective_on, reason, registered_by,
                                                   registered_at, confirmed_by, confirmed_at)
                        SELECT gen_random_uuid(), '\(Self.silent)', 'arrival', array_agg(id), today(), 'Tyst.',
                               '\(scene.alva.id)', now(), '\(scene.amira.id)', now()
                          FROM libraries WHERE slug IN ('klippan', 'perstorp')
                        """)
                    try await transaction.run(silent)
                }
            }
            #expect(error.constraint == "funded_event_invites_region")
            #expect(try await condition(scene, of: made).state == .held)
            try await found(scene)
            for statement in [
                "UPDATE board_members SET reason = 'Annat.'", "UPDATE board_members SET applied_at = NULL",
                "UPDATE board_members SET valid_from = valid_from - 1", "DELETE FROM board_members",
                "UPDATE library_boards SET name = 'Annan'", "TRUNCATE board_members",
                "UPDATE board_changes SET reason = 'Annat.'", "DELETE FROM board_changes",
            ] {
                let kept = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(
                    kept.constraint
                        == (statement.contains("board_changes") ? "board_change_is_kept" : "board_member_is_kept"))
            }
        }
    }

    private static let silent = LibraryBoard.ID()
}
