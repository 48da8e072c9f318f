import Domain
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `A library on a board with the host` {
    @Test func `is marked in the form of an invitation as one that does not count`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let path = Link.invitation(try await scene.publishedEvent())
            let mark = "Perstorps bibliotek (gemensam nämnd med er, räknas inte som inbjudet)"
            #expect(try await !site.get(path, as: scene.karin).text.contains(mark))
            let board = try await scene.operations.foundBoard(
                "Gemensamma nämnden", of: [scene.library(of: scene.karin), scene.library(of: scene.pontus)],
                from: Stockholm.day(scene.now), because: "Avtal mellan kommunerna.", by: scene.alva)
            try await scene.confirmChanges(of: board)
            let form = try await site.get(path, as: scene.karin)
            #expect(form.text.contains(mark))
            #expect(!form.text.contains("Folkbiblioteken i Lund (gemensam"))
            #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
        }
    }
}
