import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What is fixed when it is written is changed by nobody, not even by somebody who comes to the database past the service.
@Suite struct `Once it is written` {
    private func refused(_ statement: String, _ constraint: String, _ scene: Scene) async throws {
        let error = try await #require(throws: PostgresError.self, "\(statement)") {
            try await scene.database.run(statement)
        }
        #expect(error.constraint == constraint, "\(statement)")
    }

    /// A paid grant whose breach was settled: what was paid is claimed back.
    private func claimed(_ scene: Scene) async throws -> (grant: Grant.ID, claim: Claim) {
        let broken = try await scene.brokenCase(paid: true)
        _ = try await scene.operations.settleBreach(
            of: broken.grant.conditions[0].id, in: broken.grant.id, as: .enforced(dueOn: nil), because: "Så.",
            by: scene.dag)
        return (broken.grant.id, try #require(try await scene.grant(broken.grant.id).claims.first))
    }

    @Test func `a claim keeps its sum, its day and its decision, and ends once`() async throws {
        try await withScene { scene in
            let (grant, claim) = try await claimed(scene)
            for change in [
                "amount = 1", "due_on = due_on + 1", "reasons = 'X'", "demanded_at = now()", "kind = 'unspent'",
            ] {
                try await refused("UPDATE claims SET \(change) WHERE id = '\(claim.id)'", "claim_is_kept", scene)
            }
            for statement in ["DELETE FROM claims", "TRUNCATE claims CASCADE"] {
                try await refused(statement, "claim_is_kept", scene)
            }
            for state in ["repaid", "written-off"] {
                let statement = "UPDATE claims SET state = '\(state)' WHERE id = '\(claim.id)'"
                try await refused(statement, "repayments_cover_the_claim", scene)
            }
            _ = try await scene.operations.writeOffClaim(claim.id, of: grant, because: "Ringa.", by: scene.dag)
            for state in ["due", "repaid"] {
                let statement = "UPDATE claims SET state = '\(state)' WHERE id = '\(claim.id)'"
                try await refused(statement, "claim_is_kept", scene)
            }
        }
    }

    @Test func `a claim that its entries do not cover is found by the sweep`() async throws {
        try await withScene { scene in
            let claim = try await claimed(scene).claim
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            try await scene.age("claims", "UPDATE claims SET state = 'repaid' WHERE id = '\(claim.id)'")
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == ["repayments_cover_the_claim"])
        }
    }

    @Test func `a breach keeps what was broken and the time to answer, and is closed once`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            for change in [
                "reply_due_at = now()", "breached_at = now()", "ground = 'rule', reasons = 'X'", "deviation_id = NULL",
            ] {
                try await refused("UPDATE breaches SET \(change)", "breach_is_kept", scene)
            }
            for statement in ["DELETE FROM breaches", "TRUNCATE breaches CASCADE"] {
                try await refused(statement, "breach_is_kept", scene)
            }
            _ = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: broken.grant.id, as: .waived(accepted: .kronor(30_000)),
                because: "Så.", by: scene.dag)
            try await refused("UPDATE breaches SET closed_at = now()", "breach_is_kept", scene)
        }
    }

    @Test func `a dispatch keeps to whom it went, and is answered once`() async throws {
        try await withScene { scene in
            _ = try await scene.publishedEvent()
            try await scene.database.run(
                """
                INSERT INTO dispatches (event_id, event_version, library_id)
                SELECT event_id, version, (SELECT id FROM libraries LIMIT 1) FROM event_versions
                """, "UPDATE dispatches SET accepted_at = now()", "UPDATE dispatches SET bounced_at = now()")
            for change in [
                "accepted_at = now() + interval '1 day'", "bounced_at = NULL", "queued_at = now() - interval '1 day'",
            ] {
                try await refused("UPDATE dispatches SET \(change)", "dispatch_is_kept", scene)
            }
            for statement in ["DELETE FROM dispatches", "TRUNCATE dispatches"] {
                try await refused(statement, "dispatch_is_kept", scene)
            }
        }
    }
}
