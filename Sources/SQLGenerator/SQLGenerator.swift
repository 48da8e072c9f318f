import Foundation

/// Turns the files of SQL/ into Swift while the build runs: `SQLGenerator <output directory> <file.sql>…`.
/// What a file means is told by the folder it lies in: Queries, Migrations or Seeds.
@main struct SQLGenerator {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            return stop(["usage: SQLGenerator <output directory> <file.sql>…"])
        }
        let (files, faults) = SourceFile.reading(arguments.dropFirst())
        guard faults.isEmpty else { return stop(faults.map(\.description)) }
        do {
            for (name, source) in try GeneratedSources(files).byFileName {
                try source.write(toFile: "\(output)/\(name)", atomically: true, encoding: .utf8)
            }
        } catch let faults as Faults {
            stop(faults.all.map(\.description))
        } catch {
            stop(["error: \(error)"])
        }
    }

    /// The form `file:line: error: …` is the one that SwiftPM and editors show at its place.
    private static func stop(_ messages: [String]) {
        FileHandle.standardError.write(Data((messages.joined(separator: "\n") + "\n").utf8))
        exit(1)
    }
}
