import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of joint library boards` {
    @Test func `take a new board, who comes and who leaves, and keep what was typed wrong`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let lund = try scene.library(of: scene.lena)
            let admin = try scene.database.person("admin@region.example")
            let path = Link.libraryBoards
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            #expect(try await site.get(Link.calendar, as: admin).text.contains(path))
            let read = try await site.get(path, as: scene.dag)
            #expect(PageCheck(read.text, isLoggedIn: true).faults.isEmpty)
            #expect(!read.text.contains("<textarea"), "whoever only reads has no form")
            let board = [
                ("name", "Norra nämnden"), ("libraryIds", "\(perstorp)"), ("libraryIds", "\(klippan)"),
                ("reason", "Gemensam nämnd."),
            ]
            let blank = try await site.post(path, as: admin, board)
            #expect(blank.status == 422)
            #expect(blank.text.contains("id=\"field-from-error\"") && blank.text.contains("Norra nämnden"))
            #expect(PageCheck(blank.text, isLoggedIn: true).faults.isEmpty)
            let day = ("from", Stockholm.day(scene.now).text)
            #expect(try await site.post(path, as: admin, board + [day]).status == 303)
            let made = try #require(try await site.scene.database.libraryBoards(limit: 5, offset: 0).boards.first)
            let one = Link.libraryBoard(made.board.id)
            #expect(made.members.isEmpty && made.changes.count == 1)
            try await confirm(made.board.id, on: site)
            let why = [day, ("reason", "Kommer med.")]
            let unchosen = try await site.post(one, as: admin, why + [("act", "arrival"), ("libraryId", "")])
            #expect(unchosen.status == 422 && unchosen.text.contains("Kommer med."))
            #expect(PageCheck(unchosen.text, isLoggedIn: true).faults.isEmpty)
            let arrival = [("act", "arrival"), ("libraryId", "\(lund)")]
            #expect(try await site.post(one, as: admin, why + arrival).status == 303)
            try await confirm(made.board.id, on: site)
            #expect(try await site.post(one, as: admin, [day, ("reason", "Igen.")] + arrival).status == 409)
            let departure = [("act", "departure"), ("libraryId", "\(perstorp)"), ("reason", "Lämnar."), day]
            #expect(try await site.post(one, as: admin, departure).status == 303)
            try await confirm(made.board.id, on: site)
            for language in ["sv", "en"] {
                for address in [path, one] {
                    let shown = try await site.get(address, as: admin, in: language)
                    #expect(shown.text.contains("Norra nämnden"))
                    #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
                }
            }
            #expect(try await site.get(one, as: scene.dag).text.contains("Lämnar."))
        }
    }

    /// By the button that whoever did not register it has.
    private func confirm(_ board: LibraryBoard.ID, on site: PageSite) async throws {
        let one = Link.libraryBoard(board)
        let waiting = try #require(try await site.scene.database.openBoardChanges(of: [board]).first)
        let admin = try site.scene.database.person("admin@region.example")
        for language in ["sv", "en"] {
            let own = try await site.get(one, as: admin, in: language).text
            #expect(!own.contains("name=\"changeId\""), "another confirms it")
            let page = try await site.get(one, as: site.scene.amira, in: language).text
            #expect(page.contains("name=\"changeId\"") && page.contains(waiting.registrarName))
            #expect(PageCheck(page, isLoggedIn: true).faults.isEmpty)
        }
        let sent = [("changeId", "\(waiting.change.id)")]
        let alone = try await site.post(Link.confirmation(on: board), as: admin, sent)
        #expect(alone.status == 403 && alone.text.contains("någon annan"))
        #expect(try await site.post(Link.confirmation(on: board), as: site.scene.amira, sent).status == 303)
    }
}
