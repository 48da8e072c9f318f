import Domain
import Testing

/// Walks every state that a case can come to, and asks the invariants of each step (docs/rules.md, "Model check").
@Suite struct `Every life of a case` {
    @Test func `keeps every invariant, and can always come to an end`() {
        let walk = Walk(CaseModel())
        #expect(walk.broken.isEmpty, "\(walk.broken)")
        #expect(walk.states > 10_000)
        #expect(walk.deadEnds == 0)
        print("model check: \(walk.states) states, \(walk.transitions) transitions, \(walk.deadEnds) dead ends")
    }

    @Test func `would not, if the rule were asked at the submission only`() {
        var model = CaseModel()
        model.tables.applications = GrantApplication.moves.dropping(
            .fundedEventInvitesRegion, .recommendationIsForThisVersion)
        #expect(Walk(model, stopsAtABreach: true).broken[.approvedOnlyWhileTheRuleHolds] != nil)
    }

    @Test func `would not, if an invitation could be withdrawn in silence`() {
        var model = CaseModel()
        model.tables.refusesSilence = false
        #expect(Walk(model, stopsAtABreach: true).broken[.fundedEventIsNeverClosedUnnoticed] != nil)
    }

    @Test func `would not, if one person could recommend and decide, or attest and pay`() {
        var model = CaseModel()
        model.tables.applications = GrantApplication.moves.dropping(.fourEyesDecide)
        #expect(Walk(model, stopsAtABreach: true).broken[.twoPersonsDecideAndTwoPay] != nil)
        model = CaseModel()
        model.tables.payments = Payment.moves.dropping(.twoPersonsPay)
        #expect(Walk(model, stopsAtABreach: true).broken[.twoPersonsDecideAndTwoPay] != nil)
    }

    @Test func `would not, if money were demanded back while the bank has it`() {
        var model = CaseModel()
        model.tables.grants = Grant.moves.dropping(.bankHasAnswered)
        #expect(Walk(model, stopsAtABreach: true).broken[.exportedPaymentEndsAtTheBank] != nil)
    }

    @Test func `would not, if payments did not look for a breach`() {
        var model = CaseModel()
        model.tables.payments = Payment.moves.dropping(.noBreachStands, .fundedEventInvitesRegion)
        #expect(Walk(model, stopsAtABreach: true).broken[.nothingIsPaidDuringABreach] != nil)
    }
}

extension Array {
    /// The same rows without some of their guards.
    fileprivate func dropping<Command, State>(_ guards: Guard...) -> [Element] where Element == Move<Command, State> {
        map { move in
            Move(
                move.command, move.from, move.to, by: move.actor, provided: move.guards.filter { !guards.contains($0) })
        }
    }
}

/// A breadth-first walk over everything that the model can reach.
private struct Walk {
    private(set) var transitions = 0
    /// For each invariant that broke, the shortest way to it.
    private(set) var broken: [CaseInvariant: [String]] = [:]
    private(set) var deadEnds = 0
    private var numbers: [CaseState: Int] = [:]
    private var list: [CaseState] = []
    private var cameFrom: [(state: Int, name: String)] = []
    private var reversed: [[Int32]] = []

    var states: Int { list.count }

    init(_ model: CaseModel, stopsAtABreach: Bool = false) {
        add(CaseModel.start, from: -1, "start")
        var next = 0
        while next < list.count, !stopsAtABreach || broken.isEmpty {
            let state = list[next]
            for step in model.steps(from: state) {
                transitions += 1
                let number = numbers[step.to] ?? add(step.to, from: next, step.name)
                reversed[number].append(Int32(next))
                for invariant in CaseInvariant.allCases where broken[invariant] == nil {
                    if !invariant.holds(state, step) { broken[invariant] = way(to: next) + [step.name] }
                }
            }
            next += 1
        }
        if !stopsAtABreach { deadEnds = countDeadEnds() }
    }

    @discardableResult
    private mutating func add(_ state: CaseState, from: Int, _ name: String) -> Int {
        numbers[state] = list.count
        list.append(state)
        cameFrom.append((from, name))
        reversed.append([])
        return list.count - 1
    }

    private func way(to state: Int) -> [String] {
        state <= 0 ? [] : way(to: cameFrom[state].state) + [cameFrom[state].name]
    }

    /// The states from which no end can be reached any more.
    private func countDeadEnds() -> Int {
        var canEnd = list.map(Self.isEnd)
        var open = canEnd.indices.filter { canEnd[$0] }
        while let state = open.popLast() {
            for before in reversed[state] where !canEnd[Int(before)] {
                canEnd[Int(before)] = true
                open.append(Int(before))
            }
        }
        return canEnd.filter { !$0 }.count
    }

    private static func isEnd(_ state: CaseState) -> Bool {
        [.rejected, .dismissed, .withdrawn, .lapsed].contains(state.application) || state.grant?.state.isFinal == true
    }
}
