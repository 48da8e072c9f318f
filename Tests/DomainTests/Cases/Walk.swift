import Domain

/// A breadth-first walk over everything that the model can reach.
struct Walk {
    private(set) var transitions = 0
    /// For each invariant that broke, the shortest way to it.
    private(set) var broken: [CaseInvariant: [String]] = [:]
    private(set) var deadEnds = 0
    private(set) var coverage = Coverage()
    private var numbers: [CaseState: Int] = [:]
    private var list: [CaseState] = []
    private var cameFrom: [(state: Int, what: CaseModel.Step.What)] = []
    private var reversed: [[Int32]] = []

    var states: Int { list.count }

    var description: String { "\(states) states, \(transitions) transitions, \(deadEnds) dead ends" }

    init(_ model: CaseModel, stopsAtABreach: Bool = false) {
        add(model.world.start, from: -1, .change(.callOpens))
        var next = 0
        while next < list.count, !stopsAtABreach || broken.isEmpty {
            take(model.steps(from: list[next], &coverage), from: next)
            next += 1
        }
        if !stopsAtABreach { deadEnds = countDeadEnds() }
    }

    private mutating func take(_ steps: [CaseModel.Step], from number: Int) {
        let state = list[number]
        for step in steps {
            transitions += max(1, step.actors.count)
            if let known = numbers[step.to] {
                reversed[known].append(Int32(number))
            } else {
                reversed[add(step.to, from: number, step.what)].append(Int32(number))
                for invariant in CaseInvariant.ofStates where !invariant.holds(in: step.to) {
                    note(invariant, number, step)
                }
            }
            guard state.mayBreakAStep(to: step.to) else { continue }
            for invariant in CaseInvariant.ofSteps where !invariant.holds(state, step) { note(invariant, number, step) }
        }
    }

    private mutating func note(_ invariant: CaseInvariant, _ number: Int, _ step: CaseModel.Step) {
        guard broken[invariant] == nil else { return }
        broken[invariant] = way(to: number) + ["\(step.what)"]
    }

    @discardableResult
    private mutating func add(_ state: CaseState, from: Int, _ what: CaseModel.Step.What) -> Int {
        numbers[state] = list.count
        list.append(state)
        cameFrom.append((from, what))
        reversed.append([])
        return list.count - 1
    }

    private func way(to state: Int) -> [String] {
        state <= 0 ? [] : way(to: cameFrom[state].state) + ["\(cameFrom[state].what)"]
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
