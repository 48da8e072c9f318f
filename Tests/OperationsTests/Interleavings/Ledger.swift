import Postgres

/// How far payments have come, and of which grants a breach holds them. Compared from commit to commit, it needs no
/// time that anybody has written down.
struct Ledger: Sendable {
    private let held: Set<String>
    private let moving: Set<String>

    init(_ database: some Querying) async throws {
        let rows = try await database.rows(Query(name: "Ledger.rows", text: Self.text))
        let lines: [(kind: String, grant: String, line: String)] = try rows.map {
            (try $0["kind"], try $0["grant"], try $0["line"])
        }
        held = Set(lines.filter { $0.kind == "hold" }.map(\.grant))
        moving = Set(lines.filter { $0.kind == "payment" }.map { "\($0.grant) \($0.line)" })
    }

    /// Whether a payment has moved since, of a grant whose payments a breach held by then.
    func movesMoneyDuringABreach(since earlier: Ledger) -> Bool {
        moving.subtracting(earlier.moving).contains { line in
            earlier.held.contains(String(line.prefix(while: { $0 != " " })))
        }
    }

    private static let text: StaticString = """
        SELECT 'hold' AS kind, hold.grant_id::text AS grant, '' AS line
          FROM payment_holds AS hold
         WHERE hold.released_at IS NULL
        UNION ALL
        SELECT 'payment', payment.grant_id::text, payment.id || ' ' || payment.state
          FROM payments AS payment
         WHERE payment.state IN ('requested', 'attested', 'paid')
        """
}
