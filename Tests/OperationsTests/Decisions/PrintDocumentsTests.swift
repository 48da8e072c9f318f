import Domain
import Foundation
import Operations
import Store
import TestDatabase
import Testing

/// Papers are printed by the real WeasyPrint.
@Suite struct `A paper` {
    @Test func `is printed as PDF/A, once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            #expect(try await scene.operations.printDocuments() == 1)
            let kept = try #require(try await scene.database.documents(of: made.application).first)
            let pdf = try #require(try await scene.database.pdf(of: kept.document.id))
            let text = String(decoding: pdf, as: UTF8.self)
            #expect(text.hasPrefix("%PDF-"))
            #expect(text.contains("pdfaid:part=\"3\"") || text.contains("<pdfaid:part>3"), "it declares PDF/A-3")
            #expect(kept.print?.size == pdf.count)
            #expect(try await scene.operations.printDocuments() == 0)
            #expect(try await scene.database.waitingPrints(limit: 9).isEmpty)
        }
    }

    @Test func `waits without counting attempts where the tool is missing`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            #expect(try await scene.operations.printDocuments(with: "no-such-tool") == 0)
            let waiting = try #require(try await scene.database.waitingPrints(limit: 9).first)
            #expect(waiting.fault == Printing.toolIsMissing && waiting.attempts == 0)
            #expect(try await scene.operations.printDocuments() == 0, "its time has not come")
            try await scene.database.run("UPDATE print_jobs SET try_at = now()")
            #expect(try await scene.operations.printDocuments() == 1)
            #expect(try await scene.database.documents(of: made.application).first?.print != nil)
        }
    }

    @Test func `that fails is tried again later and later, and the desk is told`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            #expect(try await scene.operations.printDocuments(with: "false") == 0)
            let first = try #require(try await scene.database.waitingPrints(limit: 9).first)
            #expect(first.attempts == 1 && first.fault.contains("exit status 1"))
        }
        #expect([1, 2, 3, 40].map { Printing.wait(after: $0) } == [60, 120, 240, 86_400])
    }

    @Test func `is printed by one of two at a time`() async throws {
        try await withScene { scene in
            for _ in 1...3 { _ = try await scene.case(.approved) }
            async let one = scene.operations.printDocuments()
            async let other = scene.operations.printDocuments()
            #expect(try await one + other == 3)
        }
    }
}
