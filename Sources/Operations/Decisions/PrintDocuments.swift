import Domain
import Foundation
import Letters
import Logging
import Postgres
import Store

/// How papers are printed as PDF/A, and when what failed is tried again.
package enum Printing {
    /// The program, as Debian's package of that name installs it.
    package static let tool = "weasyprint"
    /// PDF/A-3b (ISO 19005-3): what is seen is kept for ever.
    package static let variant = "pdf/a-3b"
    /// Seconds that one print may take, after which another instance may try.
    package static let patience = 120.0
    /// The first wait after a failure, in seconds; each next is twice as long, up to a day.
    package static let firstWait = 60.0
    package static let longestWait = 86_400.0
    /// How often it is looked whether a tool that was missing is there now, in seconds.
    package static let waitForTool = 600.0
    /// What the desk is told where there is no such program.
    package static let toolIsMissing = "tool_is_missing"

    /// Seconds to wait after so many attempts.
    package static func wait(after attempts: Int) -> Double {
        var wait = firstWait
        for _ in 1..<max(1, min(attempts, 20)) where wait < longestWait { wait *= 2 }
        return min(wait, longestWait)
    }
}

extension Operations {
    /// Prints the papers whose time has come, one after another; answers with how many. Every instance does it, each
    /// its own. No transaction is open while the tool works.
    @discardableResult
    package func printDocuments(with tool: String = Printing.tool) async throws -> Int {
        var printed = 0
        while let job = try await change({ try await $0.takePrintJob(patience: Printing.patience) }) {
            guard let record = try await database.record(of: job.paper) else { continue }
            switch try await Printer(tool: tool).print(record) {
            case .printed(let pdf):
                try await change { transaction in try await transaction.finish(job, with: pdf, hash: pdf.sha256) }
                printed += 1
            case .toolIsMissing:
                // It is no fault of the paper: the attempt does not count.
                try await change { transaction in
                    try await transaction.putOff(
                        job, because: Printing.toolIsMissing, attempts: job.attempts - 1,
                        seconds: Printing.waitForTool)
                }
                logger.warning("printing waits", metadata: ["tool": "\(tool)"])
            case .failed(let said):
                try await change { transaction in
                    try await transaction.putOff(
                        job, because: said, attempts: job.attempts, seconds: Printing.wait(after: job.attempts))
                }
                logger.error("printing failed", metadata: ["paper": "\(job.paper)"])
            }
        }
        return printed
    }
}

extension Querying {
    fileprivate func record(of paper: PrintJob.Paper) async throws -> String? {
        switch paper {
        case .document(let id): try await content(of: id)
        case .received(let id): try await content(of: id)
        }
    }
}
