import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `What came in` {
    @Test func `is kept as a readable record with each version, and printed as PDF/A outside the request`() async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let first = try #require(try await scene.database.receivedPapers(of: made.application).first)
            #expect(first.version == 2 && first.print == nil)
            try await scene.askForCompletion(made)
            try await scene.write(made) { $0.purpose = "Ett helt nytt syfte." }
            try await scene.complete(made)
            let papers = try await scene.database.receivedPapers(of: made.application)
            let snapshots = try await scene.database.snapshots(of: made.application)
            #expect(papers.map(\.version) == snapshots.map(\.version) && papers.count == 2)
            let (was, now) = (
                try await scene.database.content(of: papers[0].id) ?? "",
                try await scene.database.content(of: papers[1].id) ?? ""
            )
            #expect(was.contains("Klippan") && !was.contains("Ett helt nytt syfte."))
            #expect(now.contains("Ett helt nytt syfte.") && now.contains("lang=\"sv\""))
            #expect(try await scene.operations.printDocuments() == 2)
            for paper in try await scene.database.receivedPapers(of: made.application) {
                let pdf = try #require(try await scene.database.pdf(of: paper.id))
                let text = String(decoding: pdf, as: UTF8.self)
                #expect(text.hasPrefix("%PDF-") && paper.print?.size == pdf.count)
                #expect(text.contains("pdfaid:part=\"3\"") || text.contains("<pdfaid:part>3"), "it declares PDF/A-3")
            }
        }
    }

    @Test func `without a record gets one, once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            #expect(try await scene.operations.keepMissingPapers() == 0)
            try await scene.database.run(
                "ALTER TABLE received_papers DISABLE TRIGGER USER", "DELETE FROM print_jobs",
                "DELETE FROM received_papers")
            #expect(try await scene.operations.keepMissingPapers() == 1)
            #expect(try await scene.operations.keepMissingPapers() == 0)
            #expect(try await scene.database.receivedPapers(of: made.application).map(\.version) == [2])
        }
    }
}
