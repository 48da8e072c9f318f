import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The record of what came in` {
    @Test func `is fetched by the parties and the region, as a page and as PDF, and is missing to others`() async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted)
            let paper = try #require(try await scene.database.receivedPapers(of: made.application).first)
            let (page, pdf) = (Link.received(paper.id, of: made.application), Link.pdf(paper.id, of: made.application))
            #expect(try await site.get(pdf, as: scene.ulf).status == 404)
            #expect(
                try await site.get("/applications/\(made.application)/snapshot", as: scene.ulf).text.contains(
                    "PDF är på väg."))
            try await scene.operations.printDocuments()
            for person in [scene.ulf, scene.amira, scene.dag] {
                #expect(try await site.get(page, as: person).status == 200)
                #expect(try await site.get(pdf, as: person).status == 200)
            }
            let shown = try await site.get("/applications/\(made.application)/snapshot", as: scene.ulf)
            #expect(shown.text.contains(pdf) && PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            for person in [scene.lena, scene.rut] {
                for path in [page, pdf] { #expect(try await site.get(path, as: person).status == 404) }
            }
        }
    }
}
