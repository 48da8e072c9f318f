import Postgres
import Testing

/// An operation that does something else than it should: a statement of its own is left out, or writes another word.
/// What it asks before is the same, so only the comparison with `CaseState.after` can find it.
struct ChangedEffect: Sendable, CustomTestStringConvertible {
    let testDescription: String
    fileprivate let statement: String
    fileprivate let instead: @Sendable (Query) -> Query

    static let none = ChangedEffect(testDescription: "nothing", statement: "") { $0 }

    /// Each is let through by every constraint: nothing in SQL knows what a move is to do beside.
    static let all: [ChangedEffect] = [
        leavingOut("Payments.insert", "an acceptance plans no payment"),
        leavingOut("Payments.attest", "an attestation is not noted"),
        leavingOut("Payments.setAccount", "an account is confirmed and not kept"),
        leavingOut("Grants.insertReply", "an answer to a breach is lost"),
    ]

    var watch: (@Sendable (Query) async throws -> Query)? {
        guard !statement.isEmpty else { return nil }
        return { [statement, instead] query in "\(query.name)" == statement ? instead(query) : query }
    }

    private static func leavingOut(_ statement: String, _ description: String) -> ChangedEffect {
        ChangedEffect(testDescription: description, statement: statement) { _ in
            Query(name: "Changed.nothing", text: "SELECT 1 AS nothing WHERE false")
        }
    }
}
