import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `Rule evaluation is repeatable` {
    /// A sweep that asks one kept evaluation again, beside what is new.
    private let little = SweepReach.part(atLeast: 1)

    private func tamper(_ scene: Scene, _ change: String, where condition: String) async throws {
        try await scene.database.run(
            "ALTER TABLE rule_evaluations DISABLE TRIGGER USER",
            "UPDATE rule_evaluations SET \(change) WHERE \(condition)",
            "ALTER TABLE rule_evaluations ENABLE TRIGGER USER")
    }

    private func sweep(_ scene: Scene, _ reach: SweepReach) async throws -> [String] {
        try await scene.operations.sweepInvariants(reach).map(\.invariant)
    }

    @Test func `of what is new at once, however little a sweep asks again`() async throws {
        try await withScene { scene in
            for _ in 0..<4 { _ = try await scene.case(.approved) }
            #expect(try await sweep(scene, little) == [])
            let funded = try await scene.case(.approved)
            try await tamper(scene, "inputs_hash = sha256('')", where: "application_id = '\(funded.application)'")
            #expect(try await sweep(scene, little) == ["rule_evaluation_is_repeatable"])
        }
    }

    @Test func `of the rest in one round through all of it, and the alarm stays until it is mended`() async throws {
        try await withScene { scene in
            for _ in 0..<4 { _ = try await scene.case(.approved) }
            #expect(try await sweep(scene, little) == [])
            let kept = try await scene.database.evaluationsToRepeat(after: 0)
            let middle = kept[kept.count / 2]
            try await tamper(scene, "rule_version = 7", where: "id = \(middle)")
            var sweeps = 0
            while try await sweep(scene, little).isEmpty, sweeps <= kept.count { sweeps += 1 }
            #expect(sweeps > 1, "it was not asked at once")
            #expect(sweeps <= kept.count)
            for _ in 0..<3 { #expect(try await sweep(scene, little) == ["rule_evaluation_is_repeatable"]) }
            #expect(try await scene.database.openAlarms(limit: 9).count == 1)
            try await tamper(scene, "rule_version = 1", where: "id = \(middle)")
            #expect(try await sweep(scene, little) == [])
            #expect(try await scene.database.openAlarms(limit: 9).isEmpty)
        }
    }

    @Test func `of everything at once, where that is asked for`() async throws {
        try await withScene { scene in
            for _ in 0..<4 { _ = try await scene.case(.approved) }
            #expect(try await sweep(scene, little) == [])
            try await tamper(scene, "rule_version = 7", where: "id = (SELECT max(id) - 4 FROM rule_evaluations)")
            #expect(try await sweep(scene, little) == [])
            #expect(try await sweep(scene, .everything) == ["rule_evaluation_is_repeatable"])
        }
    }
}
