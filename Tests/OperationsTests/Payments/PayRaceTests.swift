import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A payment and a deviation of its event begin at almost the same time, over and over. Never may money leave once a
/// breach stands: not by the locks alone, not by the trigger alone; and without either it must, else the others prove
/// nothing.
@Suite(.serialized) struct `No breach stands` {
    private static let rounds = 16

    @Test func `when money leaves, with all guards`() async throws {
        try await withScene(MoneyGround.attested, transactionConnections: 8) { scene, cases in
            let result = try await race(scene, cases) { payment, grant in try await scene.pay(payment, of: grant) }
            #expect(result.violations == 0)
            #expect(result.breaches == Self.rounds)
        }
    }

    @Test func `when money leaves, by the locks alone`() async throws {
        try await withScene(MoneyGround.attested, transactionConnections: 8) { scene, cases in
            try await scene.database.run("DROP TRIGGER no_breach_stands ON payments")
            let result = try await race(scene, cases) { payment, grant in try await scene.pay(payment, of: grant) }
            #expect(result.violations == 0)
        }
    }

    @Test func `when money leaves, by the trigger alone`() async throws {
        try await withScene(MoneyGround.attested, transactionConnections: 8) { scene, cases in
            let result = try await race(scene, cases) { payment, _ in try await Self.payPlainly(payment, scene) }
            #expect(result.violations == 0)
        }
    }

    @Test func `or money leaves all the same, with neither`() async throws {
        try await withScene(MoneyGround.attested, transactionConnections: 8) { scene, cases in
            try await scene.database.run("DROP TRIGGER no_breach_stands ON payments")
            let result = try await race(scene, cases) { payment, _ in try await Self.payPlainly(payment, scene) }
            #expect(result.violations > 0)
        }
    }

    private struct Result {
        let breaches: Int
        let violations: Int
    }

    private func race(
        _ scene: Scene, _ cases: [Case], _ pay: @escaping @Sendable (Payment.ID, Grant.ID) async throws -> Void
    ) async throws -> Result {
        for (round, made) in cases.prefix(Self.rounds).enumerated() {
            let grant = try await scene.grantID(of: made)
            let payment = try #require(try await scene.grant(grant).payments.first?.id)
            let wait = Duration.milliseconds(round % 8 * 3)
            async let deviation: Void = later(wait) { try await scene.callOff(made) }
            do { try await pay(payment, grant) } catch is Refusal {}
            try await deviation
        }
        return Result(
            breaches: try await scene.database.openBreaches(limit: 500).count,
            violations: try await scene.operations.sweepInvariants().filter { $0.invariant == "no_breach_stands" }
                .count)
    }

    private func later(_ wait: Duration, _ work: @Sendable () async throws -> Void) async throws {
        try await Task.sleep(for: wait)
        try await work()
    }

    /// As somebody would pay who knows nothing of locks: look, take a while, write.
    private static func payPlainly(_ payment: Payment.ID, _ scene: Scene) async throws {
        do {
            try await scene.client.transaction { transaction in
                let held = try await transaction.lines(
                    """
                    SELECT 'held' FROM payment_holds AS hold JOIN payments USING (grant_id)
                     WHERE payments.id = '\(payment)' AND hold.released_at IS NULL
                    """)
                guard held.isEmpty else { return }
                try await transaction.run("SELECT pg_sleep(0.05)")
                try await transaction.run(
                    """
                    UPDATE payments SET state = 'paid', paid_by = '\(try scene.frida.id)', paid_at = clock_timestamp(),
                           paid_on = current_date, reference = 'Race' WHERE id = '\(payment)'
                    """)
            }
        } catch let error as PostgresError where error.constraint == "no_breach_stands" {}
    }
}
