import Domain
import RuleSnapshots
import Store
import TestDatabase
import Testing

/// Random histories of a case, in which anybody tries anything, against the production tables (docs/moves.md).
@Suite struct `A history of random commands` {
    private static let histories = 120
    private static let length = 16

    @Test func `goes as the tables say, step by step`() async throws {
        var random = SeededGenerator(seed: 20_261_121)
        try await withScene { scene in
            let call = try await scene.openCall { $0.budget = .largest }
            var accepted = 0
            for number in 0..<Self.histories {
                let steps = Self.steps(in: scene, &random)
                let outcome = try await Self.run(steps, in: scene, call)
                accepted += outcome.accepted
                guard let fault = outcome.fault else { continue }
                let shortest = try await Self.shrink(steps, in: scene, call)
                Issue.record("history \(number): \(fault)\nthe shortest: \(shortest.steps)\n\(shortest.fault)")
                return
            }
            let grants = try await scene.database.grants(for: .region, limit: 1).total
            print("histories: \(Self.histories), grants \(grants), of \(Self.length) steps, accepted \(accepted)")
            #expect(accepted > Self.histories * 2)
            #expect(grants > 5)
            #expect(try await Invariants.broken(scene.client).isEmpty)
        }
    }

    /// The control: a table that lets somebody withdraw what is decided is found out, and told by few steps.
    @Test func `finds a planted fault, and shrinks what led to it`() async throws {
        var random = SeededGenerator(seed: 1)
        var tables = CaseState.Tables()
        tables.applications.append(
            .init(.withdraw, .approved, .withdrawn, by: .person(.signatory), provided: []))
        try await withScene { scene in
            let call = try await scene.openCall { $0.budget = .largest }
            for _ in 0..<Self.histories {
                let steps = Self.steps(in: scene, by: tables, &random)
                guard try await Self.run(steps, in: scene, call, tables).fault != nil else { continue }
                let shortest = try await Self.shrink(steps, in: scene, call, tables)
                #expect(shortest.steps.count <= 6, "\(shortest.steps)")
                return
            }
            Issue.record("nobody found that a decided case can be withdrawn")
        }
    }

    /// Steps of which most are moves that the tables let somebody make, so that histories get somewhere.
    private static func steps(
        in scene: Scene, by tables: CaseState.Tables = CaseState.Tables(), _ random: inout SeededGenerator
    ) -> [Step] {
        var model = History.start
        return (0..<length).compactMap { _ in
            let allowed = Step.all.compactMap { step in
                History.model(model, after: step, in: scene, tables).success.map { (step, $0) }
            }
            let moves = allowed.filter { !$0.0.isChange }
            let chosen =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: allowed
                case 1: [(step: Step, after: CaseState)]()
                default: moves
                }
            guard let (step, after) = chosen.randomElement(using: &random) else {
                return Step.all.randomElement(using: &random)
            }
            model = after
            return step
        }
    }

    private static func run(
        _ steps: [Step], in scene: Scene, _ call: Call.ID, _ tables: CaseState.Tables = CaseState.Tables()
    ) async throws -> (fault: String?, accepted: Int) {
        var history = try await History.begin(in: scene, call: call, tables)
        var accepted = 0
        for step in steps {
            let before = history.model
            if let fault = try await history.take(step) { return (fault, accepted) }
            if history.model != before { accepted += 1 }
        }
        return (nil, accepted)
    }

    /// Leaves out steps as long as the rest still goes wrong.
    private static func shrink(
        _ steps: [Step], in scene: Scene, _ call: Call.ID, _ tables: CaseState.Tables = CaseState.Tables()
    ) async throws -> (steps: [Step], fault: String) {
        var kept = steps
        var fault = ""
        var index = 0
        while index < kept.count {
            var fewer = kept
            fewer.remove(at: index)
            if let still = try await run(fewer, in: scene, call, tables).fault {
                (kept, fault, index) = (fewer, still, 0)
            } else {
                index += 1
            }
        }
        return (kept, fault)
    }
}

extension Result {
    fileprivate var success: Success? {
        if case .success(let value) = self { value } else { nil }
    }
}
