import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A swap that is agreed to meets its new event being narrowed, over and over. Never may the grant depend on an event
/// that is closed without a breach: not with all guards, not by the locks alone; and without either it must, else the
/// others prove nothing.
@Suite(.serialized) struct `A swap and a narrowing at the same time` {
    private static let rounds = 100

    @Test func `leave no funded event closed unnoticed, with all guards`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let result = try await race(scene, rounds: Self.rounds) { change, grant, _ in
                try await scene.approve(change, of: grant)
            }
            #expect(result.violations == 0)
            #expect(result.swapped > 0 && result.swapped < Self.rounds, "\(result.swapped) swaps came first")
        }
    }

    @Test func `leave none so by the locks alone`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            try await scene.database.run("ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region")
            let result = try await race(scene, rounds: 40) { change, grant, _ in
                try await scene.approve(change, of: grant)
            }
            #expect(result.violations == 0)
        }
    }

    @Test func `leave some so with neither`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            try await scene.database.run(
                "ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region",
                "DROP TRIGGER binding_condition_asks_its_event ON conditions")
            let result = try await race(scene, rounds: 20) { _, grant, event in
                try await Self.swapPlainly(grant, event, scene)
            }
            #expect(result.violations > 0)
        }
    }

    private struct Result {
        var swapped = 0
        var violations = 0
    }

    private func race(
        _ scene: Scene, rounds: Int,
        _ swap: @escaping @Sendable (ChangeRequest.ID, Grant.ID, Event.ID) async throws -> Void
    ) async throws -> Result {
        let accepted = try await scene.acceptedCase()
        var event = accepted.case.event
        var result = Result()
        var wait = 8_000.0
        for _ in 0..<rounds {
            let other = try await scene.publishedEvent()
            let change = try await scene.operations.requestChange(
                of: accepted.grant.id, .eventSwap(event, for: other), because: "Lokalen brann.", by: scene.ulf)
            let pause = Duration.microseconds(Int(wait * Double.random(in: 0.5...1.5)))
            async let narrowing: Void = narrow(other, after: pause, scene)
            do { try await swap(change, accepted.grant.id, other) } catch is Refusal {}
            try await narrowing
            let hasSwapped = try await scene.grant(accepted.grant.id).conditions.contains { $0.eventID == other }
            wait = min(60_000, max(200, wait * (hasSwapped ? 0.85 : 1.15)))
            if hasSwapped {
                result.swapped += 1
                event = other
            }
            if try await scene.grant(accepted.grant.id).state == .changeRequested {
                _ = try await scene.operations.rejectChange(
                    change, of: accepted.grant.id, because: "Nej.", by: scene.dag)
            }
        }
        result.violations = try await violations(scene)
        return result
    }

    private func narrow(_ event: Event.ID, after pause: Duration, _ scene: Scene) async throws {
        try await Task.sleep(for: pause)
        do { try await scene.invite(event, .own, .published) } catch is Refusal {}
    }

    private func violations(_ scene: Scene) async throws -> Int {
        try await scene.client.transaction { transaction in
            try await transaction.lines(
                """
                SELECT condition.id::text FROM conditions AS condition JOIN events AS event ON event.id = condition.event_id
                 WHERE condition.state IN ('held', 'cured') AND event.invitation_scope = 'own'
                """
            ).count
        }
    }

    /// As somebody would swap who knows nothing of locks: look, take a while, write.
    private static func swapPlainly(_ grant: Grant.ID, _ event: Event.ID, _ scene: Scene) async throws {
        try await scene.client.transaction { transaction in
            let open = try await transaction.lines(
                "SELECT 'open' FROM events WHERE id = '\(event)' AND invitation_scope <> 'own'")
            guard !open.isEmpty else { return }
            try await transaction.run("SELECT pg_sleep(0.05)")
            try await transaction.run(
                """
                INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts, held_since)
                SELECT '\(grant)', '\(event)', 0, call_id, rule_version, minimum_invited, hosts, now()
                  FROM conditions WHERE grant_id = '\(grant)' ORDER BY held_since LIMIT 1
                """)
        }
    }
}
