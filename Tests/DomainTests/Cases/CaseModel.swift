import Domain

/// All that can happen to one small case: everybody may try everything, time passes, hosts change their minds.
/// The moves themselves are those of the service (`CaseState.after`); nothing of them is written down here again.
struct CaseModel {
    var tables = CaseState.Tables()

    struct Step {
        let name: String
        let to: CaseState
        /// Who made the move, if anybody did.
        var actor: Person.ID?
    }

    static let start = CaseState(
        call: .announced,
        events: [CaseState.EventStanding(holdsRule: false), CaseState.EventStanding(holdsRule: false)])

    /// Everybody who matters: one person of each role, one who has every role of the region, and one who is partial.
    static let actors: [CaseActor] = [
        .person(Person.ID(number: 1), roles: [.signatory, .host], isImpartial: false),
        .person(Person.ID(number: 2), roles: [.caseOfficer], isImpartial: true),
        .person(Person.ID(number: 3), roles: [.decisionMaker], isImpartial: true),
        .person(Person.ID(number: 4), roles: [.caseOfficer, .decisionMaker, .finance], isImpartial: true),
        .person(Person.ID(number: 5), roles: [.finance], isImpartial: true),
        .person(Person.ID(number: 6), roles: [.caseOfficer, .decisionMaker], isImpartial: false),
        .clock,
    ]

    /// What the tables let somebody try in `state`, with who may. That they refuse the rest is asked of each table
    /// alone.
    func attempts(in state: CaseState) -> [(command: CaseCommand, actor: Actor)] {
        var attempts: [(command: CaseCommand, actor: Actor)] = []
        for move in tables.applications where move.from == state.application && move.command != .correct {
            if move.command == .recommend {
                attempts += [true, false].map { (.recommend(toApprove: $0), move.actor) }
            } else {
                attempts.append((.application(move.command), move.actor))
            }
        }
        guard let grant = state.grant else { return attempts + changes(of: state) }
        for move in tables.grants where move.from == grant.state {
            if move.command == .settle || move.command == .confirmSettlement {
                attempts.append((.settle(below: move.command == .confirmSettlement), move.actor))
            } else {
                attempts.append((.grant(move.command), move.actor))
            }
        }
        for (index, event) in state.events.enumerated() {
            for move in tables.conditions where move.from == event.condition {
                // A host breaks a condition by changing its event.
                guard move.command != .breach || move.actor != .person(.host) else { continue }
                guard move.command != .reschedule || state.events.count < 3 else { continue }
                attempts.append((.condition(move.command, event: index), move.actor))
            }
        }
        for (index, payment) in grant.payments.enumerated() {
            for move in tables.payments where move.from == payment.state {
                attempts.append((.payment(move.command, number: index), move.actor))
            }
        }
        for (index, claim) in grant.claims.enumerated() {
            for move in tables.claims where move.from == claim {
                attempts.append((.claim(move.command, number: index), move.actor))
            }
        }
        return attempts + changes(of: state)
    }

    /// A host may try every change of its events, told or not, as long as the case is open.
    private func changes(of state: CaseState) -> [(command: CaseCommand, actor: Actor)] {
        guard state.application != .lapsed, state.grant?.state.isFinal != true else { return [] }
        return state.events.indices.flatMap { index in
            CaseCommand.EventChange.allCases.flatMap { change -> [(command: CaseCommand, actor: Actor)] in
                [(.change(change, event: index), .person(.host)), (.deviation(change, event: index), .person(.host))]
            }
        }
    }

    /// Every state that one move, or a while, leads to.
    func steps(from state: CaseState) -> [Step] {
        var steps: [Step] = []
        for (command, row) in attempts(in: state) {
            for actor in Self.actors where actor.plays(row) {
                guard let next = attempt(command, by: actor, in: state), next != state else { continue }
                steps.append(Step(name: "\(command)", to: next.plain, actor: actor.person))
            }
        }
        return steps + Self.passing(of: state)
    }

    private func attempt(_ command: CaseCommand, by actor: CaseActor, in state: CaseState) -> CaseState? {
        do { return try state.after(command, by: actor, tables: tables) } catch { return nil }
    }

    /// What no one does: the call opens and closes, an event ends, the time to answer passes, a court annuls.
    private static func passing(of state: CaseState) -> [Step] {
        var steps: [Step] = []
        func step(_ name: String, _ change: (inout CaseState) -> Void) {
            var next = state
            change(&next)
            if next != state { steps.append(Step(name: name, to: next.plain)) }
        }
        if state.call == .announced { step("call opens") { $0.call = .open } }
        if state.call == .open { step("call closes") { $0.call = .closed } }
        for index in state.events.indices where state.grant?.state.isInForce == true {
            step("offer of a new date lapses") { $0.events[index].newDateIsOffered = false }
            step("time to answer passes") {
                $0.events[index].hostWasHeard = $0.events[index].condition?.holdsPayments == true
            }
        }
        if let grant = state.grant?.state, grant != .ended, grant != .repaymentDemanded {
            step("a court annuls") { $0.terms.decisionIsAnnulled = true }
        }
        if state.grant?.state.isInForce == true {
            step("events end") { next in
                for index in next.events.indices where !next.events[index].isCancelled {
                    next.events[index].hasEnded = true
                }
            }
        }
        return steps
    }
}

extension CaseState {
    /// The same case without what no move looks at any more, and with its events in one order: states that can do the
    /// same are walked once.
    fileprivate var plain: CaseState {
        var plain = self
        if application != .draft { plain.call = .closed }
        if application.isApproved { plain.application = .approved }
        if application.isFinal {
            plain.preparers = []
            plain.recommendation = nil
        }
        if let payments = grant?.payments {
            for index in payments.indices where !payments[index].state.isAttested {
                plain.grant?.payments[index].attestedBy = nil
            }
        }
        plain.grant?.claims.removeAll { !$0.isOpen }
        if grant?.state == .ended || grant?.state == .repaymentDemanded { plain.terms.decisionIsAnnulled = false }
        for index in events.indices { plain.events[index] = events[index].plain }
        plain.events.sort { $0.order < $1.order }
        return plain
    }
}

extension CaseActor {
    fileprivate var person: Person.ID? {
        if case .person(let id, _, _) = self { id } else { nil }
    }

    /// Whether this one may make a move of `actor`'s.
    fileprivate func plays(_ actor: Actor) -> Bool {
        switch (self, actor) {
        case (.clock, .clock): true
        case (.person(_, let roles, _), .person(let role)): roles.contains(role)
        default: false
        }
    }
}

extension CaseState.EventStanding {
    fileprivate var plain: Self {
        if condition?.isSettled == true { return Self(holdsRule: false, condition: condition) }
        var plain = self
        if condition?.holdsPayments != true {
            plain.hostWasHeard = false
            plain.newDateIsOffered = false
        }
        return plain
    }

    private var bits: Int {
        (holdsRule ? 1 : 0) + (isCancelled ? 2 : 0) + (hasEnded ? 4 : 0) + (hostWasHeard ? 8 : 0)
            + (newDateIsOffered ? 16 : 0)
    }

    private var conditionNumber: Int {
        condition.flatMap { Condition.State.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }

    fileprivate var order: Int { conditionNumber * 32 + bits }
}
