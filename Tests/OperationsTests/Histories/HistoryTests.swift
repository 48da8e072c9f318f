import Domain
import Operations
import RuleSnapshots
import Store
import TestDatabase
import Testing

/// Random histories of a case, in which anybody tries anything, against the production tables (docs/moves.md): from the
/// draft to the decision, and from the decision to the money.
@Suite struct `A history of random commands` {
    enum Beginning: CaseIterable, Sendable {
        case draft, grant

        var histories: Int { self == .draft ? 40 : 50 }
        var length: Int { self == .draft ? 16 : 24 }
        var steps: [Step] { self == .draft ? Step.ofCases : Step.ofGrants }
    }

    @Test(arguments: Beginning.allCases)
    func `goes as the tables say, step by step`(_ beginning: Beginning) async throws {
        var random = SeededGenerator(seed: 20_261_121)
        try await withScene { scene in
            let run = try await Run(beginning, in: scene)
            var accepted = 0
            for number in 0..<beginning.histories {
                let steps = try run.steps(&random)
                let outcome = try await run.take(steps)
                accepted += outcome.accepted
                guard let fault = outcome.fault else { continue }
                let shortest = try await run.shrink(steps)
                Issue.record("history \(number): \(fault)\nthe shortest: \(shortest.steps)\n\(shortest.fault)")
                return
            }
            let reached = try await Self.reached(scene)
            print("histories from a \(beginning): \(beginning.histories), accepted \(accepted), reached \(reached)")
            #expect(accepted > beginning.histories * 2)
            if beginning == .grant { #expect(reached.allSatisfy { $0.value > 0 }, "\(reached)") }
            #expect(try await Invariants.broken(scene.client).isEmpty)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// The controls: a table that lets somebody do what nobody may is found out, and told by few steps.
    @Test(arguments: Beginning.allCases)
    func `finds a planted fault, and shrinks what led to it`(_ beginning: Beginning) async throws {
        var random = SeededGenerator(seed: 1)
        var tables = CaseState.Tables()
        tables.applications.append(.init(.withdraw, .approved, .withdrawn, by: .person(.signatory), provided: []))
        tables.payments.append(.init(.pay, .requested, .paid, by: .person(.finance), provided: []))
        try await withScene { scene in
            let run = try await Run(beginning, in: scene, tables)
            for _ in 0..<beginning.histories * 2 {
                let steps = try run.steps(&random)
                guard try await run.take(steps).fault != nil else { continue }
                let shortest = try await run.shrink(steps)
                #expect(shortest.steps.count <= 6, "\(shortest.steps)")
                return
            }
            Issue.record("nobody found the fault")
        }
    }

    /// The controls of the effects: an operation that does something else than its move says is found out.
    @Test(arguments: ChangedEffect.all)
    func `finds an operation whose effect is another`(_ changed: ChangedEffect) async throws {
        var random = SeededGenerator(seed: 2)
        try await withScene { scene in
            let run = try await Run(.grant, in: scene, changed: changed)
            for number in 0..<60 {
                guard let fault = try await run.take(run.steps(&random)).fault else { continue }
                print("changed effect, \(changed.testDescription): found in history \(number), \(fault)")
                return
            }
            Issue.record("nobody found that \(changed.testDescription)")
        }
    }

    /// How many histories came how far.
    private static func reached(_ scene: Scene) async throws -> [String: Int] {
        let grants = try await scene.database.grants(for: .region, limit: 500).grants
        return [
            "changed": try await scene.decidedChanges(of: grants),
            "demanded back": grants.count { $0.state == .repaymentDemanded },
            "accepted": grants.count { $0.acceptance != nil }, "declined": grants.count { $0.state == .ended },
            "paid": grants.count { $0.paid > .zero }, "claimed": grants.count { !$0.claims.isEmpty },
            "cured": grants.count { $0.conditions.contains { $0.state == .cured } },
            "enforced": grants.count { $0.conditions.contains { $0.state == .enforced } },
            "settled claims": grants.count { $0.claims.contains { !$0.state.isOpen } },
        ]
    }
}

extension Scene {
    /// How many changes of these grants the region has decided.
    fileprivate func decidedChanges(of grants: [Grant]) async throws -> Int {
        var decided = 0
        for grant in grants {
            decided += try await database.changeRequests(of: grant.id).count { $0.decision != nil }
        }
        return decided
    }
}

/// How histories of one beginning are made, taken and shortened.
private struct Run {
    let beginning: `A history of random commands`.Beginning
    let scene: Scene
    let call: Call.ID
    let tables: CaseState.Tables
    let changed: ChangedEffect

    init(
        _ beginning: `A history of random commands`.Beginning, in scene: Scene,
        _ tables: CaseState.Tables = CaseState.Tables(), changed: ChangedEffect = .none
    ) async throws {
        self.changed = changed
        self.beginning = beginning
        self.scene = scene
        self.tables = tables
        call = try await scene.openCall { $0.budget = .largest }
    }

    /// Steps of which most are moves that the tables let somebody make, so that histories get somewhere.
    func steps(_ random: inout SeededGenerator) throws -> [Step] {
        var model = beginning == .draft ? History.draft : try History.granted(in: scene, tables)
        return try (0..<beginning.length).compactMap { _ in
            let allowed = try beginning.steps.compactMap { step in
                try History.foresee(model, after: step, in: scene, tables).success.flatMap { after in
                    after == model ? nil : (step: step, after: after)
                }
            }
            let chosen =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: allowed
                case 1: [(step: Step, after: CaseState)]()
                default: allowed.filter { $0.after.cures(model) || !$0.step.isChange && !$0.step.isEnding }
                }
            guard let (step, after) = chosen.randomElement(using: &random) else {
                return beginning.steps.randomElement(using: &random)
            }
            model = after
            return step
        }
    }

    func take(_ steps: [Step]) async throws -> (fault: String?, accepted: Int) {
        var history =
            beginning == .draft
            ? try await History.beginDraft(in: scene, call: call, tables, changed)
            : try await History.beginGrant(in: scene, call: call, tables, changed)
        var accepted = 0
        for step in steps {
            let before = history.model
            if let fault = try await history.take(step) { return (fault, accepted) }
            if history.model != before { accepted += 1 }
        }
        return (nil, accepted)
    }

    /// Leaves out steps as long as the rest still goes wrong.
    func shrink(_ steps: [Step]) async throws -> (steps: [Step], fault: String) {
        var kept = steps
        var fault = ""
        var index = 0
        while index < kept.count {
            var fewer = kept
            fewer.remove(at: index)
            if let still = try await take(fewer).fault {
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

extension CaseState {
    /// Whether a host has mended more than `before`.
    fileprivate func cures(_ before: CaseState) -> Bool {
        events.count { $0.condition == .cured } > before.events.count { $0.condition == .cured }
    }
}
