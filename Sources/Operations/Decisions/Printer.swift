import Foundation
import Letters
import Subprocess
import SystemPackage

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
        // 127 is what timeout says of a program that it does not find (coreutils).
        if status == 127 { return .toolIsMissing }
        let words = String(decoding: try Data(contentsOf: said).suffix(500), as: UTF8.self)
        guard status == 0, files(pdf) else { return .failed("exit status \(status): \(words)") }
        let bytes = Array(try Data(contentsOf: pdf))
        guard bytes.starts(with: Array("%PDF-".utf8)) else { return .failed("no PDF: \(words)") }
        return .printed(bytes)
    }

    private func files(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// The exit status of the tool. A tool that hangs is ended before another instance takes the job, and one whose
    /// print nobody waits for any more is ended at once, with whatever it has started: then `CancellationError` is
    /// thrown.
    private func run(_ arguments: [String], in place: URL, saying said: URL) async throws -> Int32 {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        let ended = try await Subprocess.run(
            .name("timeout"), arguments: Arguments(["\(Int(Printing.patience) - 20)", tool] + arguments),
            // The same record is the same PDF whenever it is printed (reproducible-builds.org, SOURCE_DATE_EPOCH).
            environment: .inherit.updating(["SOURCE_DATE_EPOCH": "0"]), workingDirectory: FilePath(place.path),
            platformOptions: options, output: .discarded,
            error: .fileDescriptor(try .open(FilePath(said.path), .writeOnly), closeAfterSpawningProcess: true))
        try Task.checkCancellation()
        switch ended.terminationStatus {
        case .exited(let status), .signaled(let status): return status
        }
    }
}
