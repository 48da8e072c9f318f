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
            // The application as it came in, and the letter.
            #expect(try await scene.operations.printDocuments() == 2)
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
            #expect(try await scene.operations.printDocuments() == 2)
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

    @Test func `that nobody waits for any more leaves no tool behind, and is printed later`() async throws {
        let place = FileManager.default.temporaryDirectory.appending(component: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let tool = place.appending(component: "slow")
        let told = place.appending(component: "told")
        // It starts another program, as WeasyPrint may, and tells of both.
        try Data("#!/bin/sh\nsleep 600 &\necho $$ $! > \(told.path).new\nmv \(told.path).new \(told.path)\nwait\n".utf8)
            .write(to: tool)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool.path)
        try await withScene { scene in
            _ = try await scene.case(.approved)
            let printing = Task { try await scene.operations.printDocuments(with: tool.path) }
            while !FileManager.default.fileExists(atPath: told.path) { try await Task.sleep(for: .milliseconds(20)) }
            printing.cancel()
            await #expect(throws: CancellationError.self) { try await printing.value }
            let programs = try String(contentsOf: told, encoding: .utf8).split(whereSeparator: \.isWhitespace)
            #expect(programs.count == 2)
            for program in programs { while isRunning(program) { try await Task.sleep(for: .milliseconds(20)) } }
            try await scene.database.run("UPDATE print_jobs SET try_at = now()")
            #expect(try await scene.operations.printDocuments() == 2)
        }
        try FileManager.default.removeItem(at: place)
    }

    /// A zombie has ended, and waits only for its parent to hear of it (proc(5)).
    private func isRunning(_ program: Substring) -> Bool {
        guard let status = FileManager.default.contents(atPath: "/proc/\(program)/stat") else { return false }
        return !String(decoding: status, as: UTF8.self).contains(") Z ")
    }

    @Test func `is printed by one of two at a time`() async throws {
        try await withScene { scene in
            for _ in 1...3 { _ = try await scene.case(.approved) }
            async let one = scene.operations.printDocuments()
            async let other = scene.operations.printDocuments()
            #expect(try await one + other == 6)
        }
    }
}
