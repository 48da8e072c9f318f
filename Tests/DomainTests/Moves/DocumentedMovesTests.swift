import Domain
import Foundation
import Testing

/// docs/moves.md is written by the tables of the Domain: run this suite with `SAMLYFT_WRITE_DOCS=1` after changing one.
@Suite struct `The moves in docs/moves.md` {
    @Test func `are the moves of the program, with their diagrams`() throws {
        let file = root.appending(path: "docs/moves.md")
        if ProcessInfo.processInfo.environment["SAMLYFT_WRITE_DOCS"] != nil {
            try Self.document.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.document)
    }

    @Test func `name every guard with what it means`() throws {
        let rules = try String(contentsOf: root.appending(path: "docs/rules.md"), encoding: .utf8)
        for required in Guard.allCases { #expect(rules.contains("| \(required.rawValue) | "), "\(required)") }
    }

    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static var document: String {
        """
        # Moves

        Every move that a case may make: the tables of the Domain, written out. What stands in no table is refused. A test
        compares this file with the tables; what a guard asks is told in [rules.md](rules.md#guards).

        `clock` is nobody: the time has come, and `samlyft serve` makes the move.

        \(section("Application", GrantApplication.moves))
        \(section("Grant", Grant.moves))
        A grant is *suspended* while a condition of it is broken, be it by its host, by the libraries or boards of the
        region, or as a case officer finds, while its report is overdue, or once a court has annulled or changed its
        decision. That is no move, and is stored nowhere: it follows from the rows, so that nothing can forget it.

        \(section("Condition", Condition.moves))
        \(section("Payment", Payment.moves))
        \(section("Claim", Claim.moves))
        A grant that was closed is as it was before that once a claim of it is due again.

        \(section("Later decision", LaterDecision.moves))
        That releases its claim, from every state, and brings the conditions and the grant back to where they were: of an
        amendment an active grant stays active on the terms before it, of a refusal it has the change to decide again
        (`change-requested`), and of a revocation one that has ended is in the state that it was revoked in.
        """
    }

    private static func section<Command: RawRepresentable<String>, State: RawRepresentable<String>>(
        _ title: String, _ moves: [Move<Command, State>]
    ) -> String {
        let rows = moves.map { move in
            let guards = move.guards.map(\.rawValue).joined(separator: ", ")
            let cells = [
                move.command.rawValue, move.from.rawValue, move.to.rawValue, move.actor.name,
                guards.isEmpty ? "–" : guards,
            ]
            return "| \(cells.joined(separator: " | ")) |\n"
        }
        return """
            ## \(title)

            ```mermaid
            stateDiagram-v2
            \(arrows(moves).joined())```

            | Command | From | To | By | Provided |
            |---|---|---|---|---|
            \(rows.joined())
            """
    }

    /// One arrow for each pair of states and command, whoever makes it.
    private static func arrows<Command: RawRepresentable<String>, State: RawRepresentable<String>>(
        _ moves: [Move<Command, State>]
    ) -> [String] {
        func node(_ state: State) -> String { state.rawValue.replacing("-", with: "_") }
        return moves.reduce(into: []) { arrows, move in
            let arrow = "    \(node(move.from)) --> \(node(move.to)): \(move.command.rawValue)\n"
            if !arrows.contains(arrow) { arrows.append(arrow) }
        }
    }
}
