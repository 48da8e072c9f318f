import Domain

/// A row of one of the tables of moves, by where it stands.
struct Row: Hashable, CustomStringConvertible {
    let table: String
    let number: Int
    let description: String
    let guards: [Guard]

    static func == (one: Row, other: Row) -> Bool { one.number == other.number && one.table == other.table }

    func hash(into hasher: inout Hasher) {
        hasher.combine(table)
        hasher.combine(number)
    }
}

/// The rows of all tables, by the state that they lead from.
struct Rows {
    typealias Found<Command: Sendable & Equatable, State: Hashable & Sendable> =
        [State: [(row: Row, move: Move<Command, State>)]]

    let applications: Found<GrantApplication.Command, GrantApplication.Status>
    let grants: Found<Grant.Command, Grant.State>
    let conditions: Found<Condition.Command, Condition.State>
    let payments: Found<Payment.Command, Payment.State>
    let claims: Found<Claim.Command, Claim.State>
    private(set) var all: Set<Row> = []

    init(_ tables: CaseState.Tables) {
        applications = Self.found("application", tables.applications)
        grants = Self.found("grant", tables.grants)
        conditions = Self.found("condition", tables.conditions)
        payments = Self.found("payment", tables.payments)
        claims = Self.found("claim", tables.claims)
        all.formUnion(applications.values.joined().map(\.row))
        all.formUnion(grants.values.joined().map(\.row))
        all.formUnion(conditions.values.joined().map(\.row))
        all.formUnion(payments.values.joined().map(\.row))
        all.formUnion(claims.values.joined().map(\.row))
    }

    private static func found<Command, State>(
        _ table: String, _ moves: [Move<Command, State>]
    ) -> Found<Command, State> {
        let rows = moves.enumerated().map { number, move in
            (
                row: Row(
                    table: table, number: number,
                    description: "\(table) \(move.command) from \(move.from) by \(move.actor.name)", guards: move.guards
                ),
                move: move
            )
        }
        return Dictionary(grouping: rows) { $0.move.from }
    }
}

/// Which rows were taken, and which guards let somebody pass and refused somebody.
struct Coverage {
    private(set) var taken: Set<Row> = []
    private(set) var passed: Set<Guard> = []
    private(set) var refused: Set<Guard> = []

    mutating func note(
        _ attempt: CaseModel.Attempt, by actor: CaseActor, from state: CaseState, to next: CaseState?, _ rows: Rows
    ) {
        if case .deviation(_, let index) = attempt.command, next != nil {
            // By a deviation the host makes the move that breaks a condition.
            let broken = state.events[index].condition.flatMap { rows.conditions[$0] } ?? []
            taken.formUnion(broken.filter { $0.move.command == .breach && $0.move.actor == .person(.host) }.map(\.row))
        }
        guard let row = attempt.row else { return }
        // Who has several roles may have made it by another row.
        if next != nil, actor.hasOneRole { taken.insert(row) }
        for asked in row.guards where !passed.contains(asked) || !refused.contains(asked) {
            if attempt.passes(asked, by: actor, in: state) { passed.insert(asked) } else { refused.insert(asked) }
        }
    }

    mutating func add(_ other: Coverage) {
        taken.formUnion(other.taken)
        passed.formUnion(other.passed)
        refused.formUnion(other.refused)
    }
}

extension CaseActor {
    fileprivate var hasOneRole: Bool {
        if case .person(_, let roles, _) = self { roles.count == 1 } else { true }
    }

    var person: Person.ID? {
        if case .person(let id, _, _) = self { id } else { nil }
    }
}
