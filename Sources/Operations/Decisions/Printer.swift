import Foundation
import Letters

/// Runs WeasyPrint on one record, in a directory of its own that is gone afterwards.
struct Printer: Sendable {
    let tool: String

    /// What came of it.
    enum Outcome: Sendable {
        case printed([UInt8])
        case toolIsMissing
        case failed(String)
    }

    func print(_ record: String) async throws -> Outcome {
        let files = FileManager.default
        let place = files.temporaryDirectory.appending(component: "samlyft-\(UUID().uuidString)")
        try files.createDirectory(at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let told: Outcome
        do {
            told = try await print(record, in: place)
        } catch {
            try files.removeItem(at: place)
            throw error
        }
        try files.removeItem(at: place)
        return told
    }

    private func print(_ record: String, in place: URL) async throws -> Outcome {
        let page = place.appending(component: "letter.html")
        let style = place.appending(component: "letter.css")
        let pdf = place.appending(component: "letter.pdf")
        let said = place.appending(component: "said")
        try Data(record.utf8).write(to: page)
        try Data(LetterStyle.text.utf8).write(to: style)
        try Data().write(to: said)
        let status = try await run(
            [
                "--pdf-variant", Printing.variant, "--base-url", place.path, "--stylesheet", style.path, page.path,
                pdf.path,
            ], in: place, saying: said)
        // 127 is what env says of a program that it does not find (POSIX env).
        if status == 127 { return .toolIsMissing }
        let words = String(decoding: try Data(contentsOf: said).suffix(500), as: UTF8.self)
        guard status == 0, files(pdf) else { return .failed("exit status \(status): \(words)") }
        let bytes = Array(try Data(contentsOf: pdf))
        guard bytes.starts(with: Array("%PDF-".utf8)) else { return .failed("no PDF: \(words)") }
        return .printed(bytes)
    }

    private func files(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Ends with the tool; a tool that hangs is ended before another instance takes the job.
    private func run(_ arguments: [String], in place: URL, saying said: URL) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "\(Int(Printing.patience) - 20)", tool] + arguments
        process.currentDirectoryURL = place
        // The same record is the same PDF whenever it is printed (reproducible-builds.org, SOURCE_DATE_EPOCH).
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: said)
        return try await withCheckedThrowingContinuation { ended in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
    }
}
