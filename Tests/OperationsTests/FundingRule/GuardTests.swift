import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// The rule is kept by two guards, of which each is enough: ordered locks in the operations, and the foreign key of a
/// held condition. Each is tried alone, and the race is tried without either, to show that it would be seen.
@Suite(.serialized) struct `Funded event invites region` {
    @Test func `though every approval meets somebody who closes the event at the same time`() async throws {
        let result = try await Self.race(rounds: 600) { OperationsRace(cases: $0).race }
        print("funded_event_invites_region, operations, locks and foreign key: \(result)")
        #expect(result.violations == 0)
        #expect(result.violatingLooks == 0)
        Self.expectContest(result)
        #expect(result.deviations > 0)
    }

    @Test func `by the locks alone, without the foreign key`() async throws {
        let result = try await Self.race(rounds: 300, after: [Self.dropForeignKey]) { OperationsRace(cases: $0).race }
        print("funded_event_invites_region, operations, locks only: \(result)")
        #expect(result.violations == 0)
        #expect(result.violatingLooks == 0)
        Self.expectContest(result)
    }

    @Test func `by plain SQL that locks first, without the foreign key`() async throws {
        let result = try await Self.race(rounds: 500, after: [Self.dropForeignKey, Self.dropTrigger]) {
            PlainRace(cases: $0, locks: true).race
        }
        print("funded_event_invites_region, plain SQL, locks only: \(result)")
        #expect(result.violations == 0)
        #expect(result.violatingLooks == 0)
        Self.expectContest(result)
    }

    @Test func `by the foreign key alone, under SQL that locks nothing`() async throws {
        let result = try await Self.race(rounds: 500) { PlainRace(cases: $0, locks: false).race }
        print("funded_event_invites_region, plain SQL, foreign key only: \(result)")
        #expect(result.violations == 0)
        #expect(result.violatingLooks == 0)
        Self.expectContest(result)
    }

    /// The control: if this finds nothing, the four above prove nothing.
    @Test func `no longer, without locks and without the foreign key`() async throws {
        let result = try await Self.race(rounds: 500, after: [Self.dropForeignKey, Self.dropTrigger]) {
            PlainRace(cases: $0, locks: false).race
        }
        print("funded_event_invites_region, plain SQL, no guard: \(result)")
        #expect(result.violations > 0)
        #expect(result.violatingLooks > 0)
    }

    private static let dropForeignKey = "ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region"
    private static let dropTrigger = "DROP TRIGGER invites_region_is_kept ON events"

    private static func race(
        rounds: Int, after changes: [String] = [], _ make: @Sendable (RaceCases) -> Race
    ) async throws -> RaceResult {
        try await withScene(RaceCases.forRaces, transactionConnections: 16) { scene, _ in
            for change in changes { try await scene.database.run(change) }
            return try await make(RaceCases(scene: scene, count: rounds)).run()
        }
    }

    /// A race that one side always wins is none.
    private static func expectContest(_ result: RaceResult) {
        #expect(result.approvedFirst > result.rounds / 10)
        #expect(result.closedFirst > result.rounds / 10)
        #expect(result.looks > 20)
    }
}

/// Approvals and closings as people make them.
private struct OperationsRace {
    let cases: RaceCases

    var race: Race {
        let scene = cases.scene
        return Race(
            cases: cases,
            approve: { number in
                let id = try #require(RaceCases.application(number))
                return try await Self.outcome { try await scene.approve(id) }
            },
            close: { number in
                let id = try #require(RaceCases.event(number))
                switch number / 8 % 3 {
                case 0: return try await Self.outcome { try await scene.invite(id, .own, .draft) }
                case 1:
                    return try await Self.outcome {
                        try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: scene.karin)
                    }
                default:
                    return try await Self.outcome(.deviated) {
                        try await scene.operations.reportDeviation(
                            from: id, because: "Sjukdom.", .cancellation, by: scene.ulf)
                    }
                }
            })
    }

    private static func outcome(_ done: RaceOutcome = .done, _ work: () async throws -> some Any) async throws
        -> RaceOutcome
    {
        do {
            _ = try await work()
            return done
        } catch let refusal as Refusal {
            switch refusal {
            case .broken, .wouldBreach, .conflict(.nothingToDeviateFrom): return .refused
            default: throw refusal
            }
        }
    }
}
