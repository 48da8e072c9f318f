import Domain
import Foundation
import Testing

/// docs/coverage.md names for every rule the code, the constraint and the test. What it names must be there.
@Suite struct `The coverage in docs/coverage.md` {
    @Test func `has a row for every predicate and every move`() throws {
        let expected =
            numbered("P", 16) + numbered("A", 14) + numbered("G", 14)
            + Condition.Command.allCases.map { "condition \($0.rawValue)" }
            + Payment.Command.allCases.map { "payment \($0.rawValue)" }
            + Claim.Command.allCases.map { "claim \($0.rawValue)" }
        let rows = try Repository.coverage.map(\.name)
        #expect(Set(expected).subtracting(rows) == [], "rows that are missing")
        #expect(Set(rows).subtracting(expected) == [], "rows that nobody knows")
        #expect(rows.count == Set(rows).count, "rows that stand twice")
        #expect(Set(Predicate.allCases.map(\.rawValue)).isSubset(of: rows))
    }

    @Test func `leaves open only what is not built yet, and says so`() throws {
        let open = try Repository.coverage.filter {
            $0.code.isEmpty || $0.tests.isEmpty || $0.sql.isEmpty && !$0.isGuardOnly
        }
        #expect(
            try Set(open.map(\.name)) == Set(Repository.notYet), "the rows with a dash are those after 'Not yet:'")
    }

    @Test func `names files that exist`() throws {
        for row in try Repository.coverage {
            for file in row.code { #expect(Repository.exists(file), "\(row.name): there is no file \(file)") }
        }
    }

    @Test func `names constraints, triggers, indexes and functions that exist`() throws {
        let names = try Repository.namesInSQL()
        for row in try Repository.coverage {
            for name in row.sql { #expect(names.contains(name), "\(row.name): SQL knows no \(name)") }
        }
    }

    /// That a word is known keeps nobody from writing it where it does not belong.
    @Test func `names no constraint that only knows the words of a column`() throws {
        for row in try Repository.coverage {
            let ofWords = row.sql.filter { $0.hasSuffix("_state_is_known") || $0.hasSuffix("_status_is_known") }
            #expect(ofWords == [], "\(row.name)")
        }
    }

    @Test func `names tests that exist`() throws {
        let names = try Repository.testNames()
        for row in try Repository.coverage {
            for name in row.tests { #expect(names.contains(name), "\(row.name): there is no test '\(name)'") }
        }
    }

    /// The control.
    @Test func `would be found out`() throws {
        #expect(!Repository.exists("Sources/Domain/Nothing.swift"))
        #expect(try !Repository.namesInSQL().contains("no_such_constraint"))
        #expect(try !Repository.testNames().contains("no such test"))
    }

    private func numbered(_ letter: String, _ count: Int) -> [String] { (1...count).map { "\(letter)\($0)" } }
}

/// What stands in the repository.
private enum Repository {
    struct Row {
        let name: String
        let code: [String]
        let sql: [String]
        /// Nothing in SQL keeps it, and the row says so in these words.
        let isGuardOnly: Bool
        let tests: [String]
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func lines() throws -> [Substring] {
        try String(contentsOf: root.appending(path: "docs/coverage.md"), encoding: .utf8)
            .split(separator: "\n")
    }

    /// The rows of all tables.
    static var coverage: [Row] {
        get throws {
            try lines().filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Row ") }.map { line in
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                try #require(cells.count == 5, "\(line)")
                return Row(
                    name: cells[0], code: quoted(cells[2]), sql: quoted(cells[3]),
                    isGuardOnly: cells[3] == "none: guard only", tests: quoted(cells[4]))
            }
        }
    }

    static var notYet: [String] {
        get throws {
            try lines().filter { $0.hasPrefix("Not yet:") }
                .flatMap { $0.dropFirst("Not yet:".count).split(separator: ",") }
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private static func quoted(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func namesInSQL() throws -> Set<String> {
        let word = /(?:CONSTRAINT|TRIGGER|INDEX|FUNCTION)(?: =)? '?([a-z_0-9]+)/
        return try names(in: "SQL/Migrations", endingWith: ".sql", matching: word)
    }

    static func testNames() throws -> Set<String> {
        let swift = try names(in: "Tests", endingWith: ".swift", matching: /(?:struct|func) `([^`]+)`/)
        return swift.union(try names(in: "Tests", endingWith: ".py", matching: /def (test_[a-z_0-9]+)/))
    }

    private static func names(
        in folder: String, endingWith end: String, matching pattern: Regex<(Substring, Substring)>
    ) throws -> Set<String> {
        let folder = root.appending(path: folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.path.hasSuffix(end) else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            names.formUnion(text.matches(of: pattern).map { String($0.output.1) })
        }
        return names
    }
}
