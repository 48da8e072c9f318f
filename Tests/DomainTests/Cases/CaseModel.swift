import Domain

/// All that can happen to one small case: everybody may try everything, time passes, hosts change their minds.
/// The moves themselves are those of the service (`CaseState.after`); nothing of them is written down here again.
struct CaseModel {
    let world: World
    let tables: CaseState.Tables
    /// The rows of the tables by the state that they lead from.
    private let rows: Rows

    init(_ world: World, tables: CaseState.Tables = CaseState.Tables()) {
        self.world = world
        self.tables = tables
        rows = Rows(tables)
    }

    /// One or several who lead a case to the same state by the same move.
    struct Step {
        let what: What
        let to: CaseState
        /// Who made the move; empty if nobody did.
        var actors: [CaseActor] = []

        /// Told in words only where something breaks: there are a million steps.
        enum What {
            case move(CaseCommand), change(World.Change)
        }
    }

    /// A move that the tables let somebody try.
    struct Attempt {
        let command: CaseCommand
        let actor: Actor
        /// The row that says so; nil for what hosts do to their events, of which the tables say nothing.
        let row: Row?

        /// Whether a guard lets `actor` make this move.
        func passes(_ asked: Guard, by actor: CaseActor, in state: CaseState) -> Bool {
            var event: CaseState.EventStanding?
            var payment: CaseState.PaymentStanding?
            if case .condition(_, let index) = command { event = state.events[index] }
            if case .payment(_, let number) = command {
                payment = state.grant.flatMap { $0.payments.indices.contains(number) ? $0.payments[number] : nil }
            }
            return state.holds(asked, for: actor, event: event, payment: payment)
        }
    }

    /// What the tables let somebody try in `state`, with who may. That they refuse the rest is asked of each table
    /// alone.
    func attempts(in state: CaseState) -> [Attempt] {
        var attempts: [Attempt] = []
        for (row, move) in rows.applications[state.application] ?? [] {
            if move.command == .recommend {
                attempts += [true, false].map {
                    Attempt(command: .recommend(toApprove: $0), actor: move.actor, row: row)
                }
            } else {
                attempts.append(Attempt(command: .application(move.command), actor: move.actor, row: row))
            }
        }
        guard let grant = state.grant else { return attempts + changes(of: state) }
        if world.endsAtTheDecision { return attempts }
        for (row, move) in rows.grants[grant.state] ?? [] {
            let isSettling = move.command == .settle || move.command == .confirmSettlement
            let command: CaseCommand =
                isSettling ? .settle(below: move.command == .confirmSettlement) : .grant(move.command)
            attempts.append(Attempt(command: command, actor: move.actor, row: row))
        }
        return attempts + ofConditions(state) + ofMoney(state, grant) + changes(of: state)
    }

    private func ofConditions(_ state: CaseState) -> [Attempt] {
        state.events.enumerated().flatMap { index, event -> [Attempt] in
            (event.condition.flatMap { rows.conditions[$0] } ?? []).compactMap { row, move in
                // A host breaks a condition by changing its event.
                guard move.command != .breach || move.actor != .person(.host) else { return nil }
                guard move.command != .reschedule || state.events.count <= world.start.events.count else { return nil }
                return Attempt(command: .condition(move.command, event: index), actor: move.actor, row: row)
            }
        }
    }

    private func ofMoney(_ state: CaseState, _ grant: CaseState.GrantStanding) -> [Attempt] {
        var attempts: [Attempt] = []
        for (index, payment) in grant.payments.enumerated() {
            for (row, move) in rows.payments[payment.state] ?? [] {
                attempts.append(
                    Attempt(command: .payment(move.command, number: index), actor: move.actor, row: row))
            }
        }
        if !state.terms.paysAtOnce, grant.payments.isEmpty {
            for (row, move) in rows.payments[.planned] ?? [] where move.command == .request {
                attempts.append(Attempt(command: .payment(.request, number: 0), actor: move.actor, row: row))
            }
        }
        for (index, claim) in grant.claims.enumerated() {
            for (row, move) in rows.claims[claim] ?? [] {
                attempts.append(Attempt(command: .claim(move.command, number: index), actor: move.actor, row: row))
            }
        }
        return attempts
    }

    /// A host may try every change of its events, told or not, as long as the case is open.
    private func changes(of state: CaseState) -> [Attempt] {
        guard state.application != .lapsed, state.grant?.state.isFinal != true else { return [] }
        return state.events.indices.flatMap { index in
            CaseCommand.EventChange.allCases.flatMap { change in
                [CaseCommand.change(change, event: index), .deviation(change, event: index)].map {
                    Attempt(command: $0, actor: .person(.host), row: nil)
                }
            }
        }
    }

    /// Every state that one move, or a while, leads to. `coverage` is told what was taken and what was refused.
    func steps(from state: CaseState, _ coverage: inout Coverage) -> [Step] {
        var steps: [Step] = []
        for attempt in attempts(in: state) {
            var found: [(next: CaseState, actors: [CaseActor])] = []
            for actor in world.cast where actor.isActor(attempt.actor) {
                let next = after(attempt, by: actor, in: state)
                coverage.note(attempt, by: actor, from: state, to: next, rows)
                guard let next, next != state else { continue }
                if let same = found.firstIndex(where: { $0.next == next }) {
                    found[same].actors.append(actor)
                } else {
                    found.append((next, [actor]))
                }
            }
            for (next, actors) in found {
                steps.append(Step(what: .move(attempt.command), to: next.plain(in: world), actors: actors))
            }
        }
        return steps + world.passing(of: state)
    }

    /// Nil if it is refused. Mostly a guard of the row refuses, which is asked first, since an error that is thrown costs
    /// most of the time of the walk; a recommendation and a new date ask for the funding rule in ways of their own.
    private func after(_ attempt: Attempt, by actor: CaseActor, in state: CaseState) -> CaseState? {
        let guards = attempt.row?.guards ?? []
        guard guards.allSatisfy({ $0 == .fundedEventInvitesRegion || attempt.passes($0, by: actor, in: state) }) else {
            return nil
        }
        do { return try state.after(attempt.command, by: actor, tables: tables) } catch { return nil }
    }
}
