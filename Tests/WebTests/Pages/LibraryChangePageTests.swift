import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of libraries that end` {
    @Test func `takes a merger, shows what it broke, and keeps what was typed wrong`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let admin = try scene.database.person("admin@region.example")
            let path = Link.libraryChanges
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            #expect(try await site.get(Link.calendar, as: admin).text.contains(path))
            let read = try await site.get(path, as: scene.dag)
            #expect(PageCheck(read.text, isLoggedIn: true).faults.isEmpty)
            #expect(!read.text.contains("<textarea"), "whoever only reads has no form")
            let merger = [("libraryId", "\(perstorp)"), ("successorId", "\(klippan)")]
            let blank = try await site.post(path, as: admin, merger + [("reason", "Går ihop.")])
            #expect(blank.status == 422)
            #expect(blank.text.contains("id=\"field-from-error\"") && blank.text.contains("Går ihop."))
            #expect(PageCheck(blank.text, isLoggedIn: true).faults.isEmpty)
            let day = ("from", Stockholm.day(scene.now).text)
            let made = try await site.post(path, as: admin, merger + [("reason", "Går ihop."), day])
            #expect(made.status == 303)
            let shown = try await site.get(path, as: admin, in: "en")
            #expect(shown.text.contains("Går ihop."))
            #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            let again = try await site.post(path, as: admin, merger + [("reason", "Igen."), day])
            #expect(again.status == 409)
            #expect(shown.text.contains("Another case officer"), "whoever registered it is told who confirms it")
            let change = try #require(try await scene.database.openLibraryChanges(limit: 1).first?.change.id)
            let own = try await site.post(Link.confirmation(of: change), as: admin, [])
            #expect(own.status == 403 && PageCheck(own.text, isLoggedIn: true).faults.isEmpty)
            let empty = try await site.post(Link.takingBack, as: admin, [("changeId", "\(change)")])
            #expect(empty.status == 422 && empty.text.contains("id=\"field-takenBackBecause-error\""))
            #expect(PageCheck(empty.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.post(Link.confirmation(of: change), as: scene.amira, []).status == 303)
            #expect(try await scene.database.library(perstorp)?.successorID == klippan)
        }
    }

    @Test func `and the form of an event offers a co-host that has said yes as its host`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let lund = try scene.library(of: scene.lena)
            let event = try await scene.publishedEvent { $0.coHostLibraryIDs = [lund] }
            let path = Link.editEvent(event)
            #expect(try await !site.get(path, as: scene.karin).text.contains("name=\"hostLibraryId\" id="))
            _ = try await scene.operations.confirmCoHosting(of: event, for: lund, by: scene.lena)
            let form = try await site.get(path, as: scene.karin)
            #expect(form.text.contains("<option value=\"\(lund)\""))
        }
    }
}
