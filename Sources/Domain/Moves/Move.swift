/// One row of a table of moves: which command leads from where to where, who makes it, and what must be so.
/// What stands in no row is refused.
package struct Move<Command: Sendable & Equatable, State: Sendable & Equatable>: Sendable, Equatable {
    package let command: Command
    package let from: State
    package let to: State
    package let actor: Actor
    package let guards: [Guard]

    package init(_ command: Command, _ from: State, _ to: State, by actor: Actor, provided guards: [Guard]) {
        self.command = command
        self.from = from
        self.to = to
        self.actor = actor
        self.guards = guards
    }
}

/// Who makes a move: a person in a role, or the clock.
package enum Actor: Sendable, Hashable {
    case person(Role)
    case clock

    /// The name in docs/rules.md.
    package var name: String {
        switch self {
        case .person(let role): role.rawValue
        case .clock: "clock"
        }
    }
}

extension Sequence {
    /// The row for `command` from `state`, if one of its actors is `isActor`. Whoever could make the command from no
    /// state at all lacks the role; else the state is wrong.
    package func row<Command, State>(
        for command: Command, from state: State, isActor: (Actor) -> Bool
    ) throws(Refusal) -> Element where Element == Move<Command, State> {
        var hasRole = false
        for move in self where move.command == command && isActor(move.actor) {
            if move.from == state { return move }
            hasRole = true
        }
        throw hasRole ? .conflict(.wrongState) : .notAllowed(.roleIsMissing)
    }
}
