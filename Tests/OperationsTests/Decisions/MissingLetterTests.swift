import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `A decision of the demo region` {
    @Test func `gets its letter, dated as it was decided, once`() async throws {
        try await withScene(.everything) { scene in
            let without = try await scene.database.casesWithoutLetters()
            #expect(without.count == 10)
            #expect(try await scene.operations.issueMissingLetters() == 10)
            #expect(try await scene.operations.issueMissingLetters() == 0)
            for id in without {
                let decision = try #require(try await scene.database.decision(on: id))
                let papers = try await scene.database.documents(of: id)
                let paper = try #require(papers.first { $0.document.kind == .decision })
                #expect(paper.document.number == decision.number)
                #expect(paper.document.issuedAt == decision.decidedAt)
                let letter = try #require(try await scene.database.content(of: paper.document.id))
                #expect(letter.contains(decision.number) && letter.contains(Stockholm.day(decision.decidedAt).text))
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
