import Foundation
import Testing

@testable import Domain

@Suite struct `The moves in docs/rules.md` {
    @Test func `are the moves of the program, in its order`() throws {
        let rows = try documentedRows()
        let moves = GrantApplication.moves.map { move in
            let guards = move.guards.map(\.rawValue).joined(separator: ", ")
            let cells = [
                move.command.rawValue, move.from.rawValue, move.to.rawValue, move.actor.rawValue,
                guards.isEmpty ? "–" : guards,
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        #expect(rows == moves)
    }

    @Test func `name every guard with what it means`() throws {
        let text = try document()
        for required in GrantApplication.Guard.allCases {
            #expect(text.contains("| \(required.rawValue) | "))
        }
    }

    @Test func `stand beside every finding that the rule can make`() throws {
        let text = try document()
        for reason in Finding.Reason.allCases where reason != .holds {
            #expect(text.contains("`\(reason.rawValue)`"), "\(reason.rawValue)")
        }
    }

    private func documentedRows() throws -> [String] {
        let parts = try document().components(separatedBy: "<!-- moves -->")
        let table = try #require(parts.last?.components(separatedBy: "<!-- end of moves -->").first)
        return Array(table.split(separator: "\n").map(String.init).dropFirst(2))
    }

    private func document() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/rules.md"), encoding: .utf8)
    }
}
