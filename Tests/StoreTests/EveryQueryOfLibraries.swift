import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    private func readRisks(_ reader: Transaction) async throws {
        #expect(try await reader.risksOnDesk(limit: 5).count == 1)
        #expect(try await reader.untoldRisks().count == 1)
    }

    private func readChanges(_ transaction: Transaction, _ gone: LibraryChange.ID) async throws {
        #expect(try await transaction.libraryChange(gone)?.appliedAt != nil)
        #expect(try await transaction.libraryChange(gone)?.breaches == 1)
        #expect(try await transaction.libraryChanges(limit: 5, offset: 0).total == 3)
        #expect(try await transaction.openLibraryChanges(limit: 5).count == 2)
        #expect(try await transaction.lockLibraryChange(gone)?.state == .confirmed)
        #expect(try await transaction.events(brokenBy: .library(gone)).count == 1)
        try await readWhoIsConcerned(transaction)
        #expect(try await transaction.dueLibraryChanges().isEmpty)
        #expect(try await !transaction.apply(gone, at: scene.now))
        #expect(try await transaction.regionFacts().successions.count == 1)
    }

    private func readWhoIsConcerned(_ reader: Transaction) async throws {
        let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
        #expect(try await reader.hasEnded(perstorp))
        #expect(
            try await !reader.applicationsGranted(to: [klippan], since: Stockholm.start(of: Day(daysSince1970: 0)))
                .isEmpty)
        #expect(try await reader.participants(of: [klippan]).contains(scene.karin.id))
        #expect(try await reader.declaredConflicts(with: [perstorp]).isEmpty)
    }

    /// A condition comes to be at risk, and its library is told.
    func risk() async throws {
        _ = try await scene.case(.approved, for: scene.boundEvent { $0.seats = Seats(forAnybody: 5) })
        try await scene.client.transaction { transaction in try await readRisks(transaction) }
        #expect(try await scene.operations.noticeRisks() == 1)
        #expect(try await scene.operations.askAtInstants() != nil)
        try await scene.client.transaction { transaction in
            let condition = try #require(try await transaction.risksOnDesk(limit: 1).first?.found.conditionID)
            #expect(try await transaction.riskNotices(of: condition).count == 1)
            #expect(try await transaction.risksOver().isEmpty)
        }
        let now = scene.now
        try await scene.client.transaction { transaction in
            #expect(try await transaction.windowsTurned(after: now, until: now).isEmpty)
            try await transaction.showAnew([])
        }
    }

    /// One library closes now, and one will have become a part of another.
    func endLibraries() async throws {
        let (operations, today) = (scene.operations, Stockholm.day(scene.now))
        let listed = try await scene.boundEvent()
        try await scene.invite(listed, .list, .bound, [scene.library(of: scene.pontus)])
        _ = try await scene.case(
            .approved, in: scene.openCall(rule: CallRule(invite: .atLeast(1))), for: listed)
        let gone = try await scene.end(scene.library(of: scene.pontus))
        let later = try await scene.end(
            scene.library(of: scene.lena), into: scene.library(of: scene.karin), from: today.adding(days: 900))
        #expect(try await operations.applyLibraryChanges() == 0)
        try await scene.client.transaction { transaction in try await readChanges(transaction, gone) }
        _ = try await operations.takeBackLibraryChange(later, because: "Så.", by: scene.amira)
    }

    /// Two libraries share a board, a third comes to it, and one leaves.
    func shareBoard() async throws {
        let (operations, today) = (scene.operations, Stockholm.day(scene.now))
        let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
        let board = try await operations.foundBoard(
            "Nämnden", of: [klippan, scene.library(of: scene.lena)], from: today, because: "Så.", by: scene.alva)
        try await scene.confirmChanges(of: board)
        _ = try await operations.joinBoard(
            board, perstorp, from: today.adding(days: 900), because: "Så.", by: scene.alva)
        _ = try await operations.leaveBoard(
            board, klippan, from: today.adding(days: 900), because: "Så.", by: scene.alva)
        try await scene.confirmChanges(of: board)
        #expect(try await operations.applyBoardChanges() == 0)
        try await scene.client.transaction { transaction in
            #expect(try await transaction.libraryBoard(board)?.members.count == 3)
            #expect(try await transaction.libraryBoards(limit: 5, offset: 0).total == 2)
            #expect(try await transaction.dueBoardChanges().isEmpty)
            #expect(try await transaction.regionFacts().boards.count == 5)
            let later = try await transaction.memberSince(perstorp, on: board)
            #expect(later == today.adding(days: 900))
        }
        try await scene.database.run(
            "ALTER TABLE board_members DISABLE TRIGGER USER",
            "UPDATE board_members SET applied_at = NULL WHERE library_id = '\(klippan)'")
        #expect(try await operations.applyBoardChanges() == 1)
        try await scene.database.run("ALTER TABLE board_members ENABLE TRIGGER USER")
    }

    func readLibraries(_ reader: Transaction) async throws {
        let klippan = try scene.library(of: scene.karin)
        let found = try await reader.libraries(
            municipalityCode: nil, kind: .public, withEnded: true, limit: 99, offset: 0)
        #expect(found.total >= 33)
        #expect(try await reader.library(klippan) != nil)
        #expect(try await !reader.branches(of: [klippan]).isEmpty)
        #expect(try await reader.municipalities().count == 33)
        #expect(try await reader.regionFacts().members.count == 33)
        #expect(try await reader.unknownLibraries([klippan]).isEmpty)
        #expect(try await reader.library(named: "klippan")?.id == klippan)
        #expect(try await reader.withPrincipals([klippan]) == [klippan])
    }
}
