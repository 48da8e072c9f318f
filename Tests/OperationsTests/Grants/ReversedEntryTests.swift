import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What was booked on a claim is booked once, and taken back by a counter-entry where it was a mistake.
@Suite struct `An entry of a claim` {
    /// All of a paid grant is demanded back.
    private func demanded(_ scene: Scene) async throws -> (grant: Grant.ID, claim: Claim.ID) {
        let broken = try await scene.brokenCase(paid: true)
        try await scene.demand(broken.grant.id)
        return (broken.grant.id, try #require(try await scene.grant(broken.grant.id).claims.first).id)
    }

    private func repay(
        _ scene: Scene, _ kronor: Int, _ reference: String = "BG 9", to made: (grant: Grant.ID, claim: Claim.ID)
    ) async throws {
        _ = try await scene.operations.recordRepayment(
            of: .kronor(kronor), on: Stockholm.day(scene.now), reference: reference, to: made.claim, of: made.grant,
            by: scene.finn)
    }

    private func claim(_ scene: Scene, _ made: (grant: Grant.ID, claim: Claim.ID)) async throws -> Claim {
        try await scene.grant(made.grant).claim(made.claim)
    }

    private func reverse(
        _ entry: Claim.Entry?, _ scene: Scene, of made: (grant: Grant.ID, claim: Claim.ID), by person: Person
    ) async throws {
        _ = try await scene.operations.reverseEntry(
            #require(entry).id, of: made.claim, in: made.grant, because: "Fel ärende.", by: person)
    }

    @Test func `with the same day and reference is refused beside the reference, and in SQL`() async throws {
        try await withScene { scene in
            let made = try await demanded(scene)
            try await repay(scene, 10_000, to: made)
            for reference in ["BG 9", "bg9 "] {
                let twice = try await refusal { try await repay(scene, 5_000, reference, to: made) }
                #expect(twice == .invalid("reference", .isBooked))
            }
            try await repay(scene, 5_000, "BG 10", to: made)
            #expect(try await claim(scene, made).left == .kronor(15_000))
            let again = """
                INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at)
                SELECT gen_random_uuid(), claim_id, kind, 1, ' bg 9', happened_on, recorded_by, now()
                  FROM claim_entries WHERE note = 'BG 9' LIMIT 1
                """
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(again) }
            #expect(error.constraint == "repayment_is_booked_once")
            // The negative control: it is this trigger that refuses it.
            try await scene.database.run("DROP TRIGGER repayment_is_booked_once ON claim_entries", again)
        }
    }

    @Test func `that was booked by mistake is taken back, and the closed grant owes it again`() async throws {
        try await withScene { scene in
            let made = try await demanded(scene)
            try await repay(scene, 30_000, to: made)
            try await scene.operations.closeGrant(made.grant)
            #expect(try await scene.grant(made.grant).state == .closed)
            let booked = try await claim(scene, made).entries.first
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await reverse(booked, scene, of: made, by: scene.dag)
            }
            try await reverse(booked, scene, of: made, by: scene.finn)
            let grant = try await scene.grant(made.grant)
            #expect(grant.state == .repaymentDemanded && grant.reporting.closedOn == nil)
            #expect(grant.owed == .kronor(30_000) && grant.claims.map(\.state) == [.due])
            #expect(grant.claims[0].entries.map(\.amount) == [.kronor(30_000), .kronor(-30_000)])
            #expect(grant.claims[0].entries.last?.reversesID == booked?.id)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await reverse(booked, scene, of: made, by: scene.finn)
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            try await repay(scene, 30_000, to: made)
            try await scene.operations.closeGrant(made.grant)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `by which a claim was written off is taken back with four eyes, by a power that covers it`() async throws
    {
        try await withScene { scene in
            let made = try await demanded(scene)
            try await repay(scene, 10_000, to: made)
            _ = try await scene.operations.writeOffClaim(made.claim, of: made.grant, because: "Ringa.", by: scene.dag)
            let entries = try await claim(scene, made).entries
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await reverse(entries.last, scene, of: made, by: amira)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await reverse(entries.last, scene, of: made, by: scene.finn)
            }
            // What had come back is taken back alone: the rest stays given up.
            try await reverse(entries.first, scene, of: made, by: scene.finn)
            #expect(try await claim(scene, made).left == .kronor(10_000))
            try await reverse(entries.last, scene, of: made, by: scene.dag)
            let due = try await claim(scene, made)
            #expect(due.state == .due && due.left == .kronor(30_000) && due.standingEntries.isEmpty)
            #expect(due.entries.last?.authority?.delegationID != nil)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is reversed once and whole, by SQL too`() async throws {
        try await withScene { scene in
            let made = try await demanded(scene)
            try await repay(scene, 10_000, to: made)
            func counter(_ amount: String) -> String {
                """
                INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at,
                                           reverses_id)
                SELECT gen_random_uuid(), claim_id, kind, \(amount), 'X', happened_on, recorded_by, now(), id
                  FROM claim_entries WHERE reverses_id IS NULL AND claim_id = '\(made.claim)'
                """
            }
            for (amount, constraint) in [
                ("-1", "counter_entry_is_of_its_entry"), ("amount", "claim_entry_amount_is_positive"),
            ] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(counter(amount))
                }
                #expect(error.constraint == constraint)
            }
            try await reverse(try await claim(scene, made).entries.first, scene, of: made, by: scene.finn)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(counter("-amount"))
            }
            #expect(error.constraint == "entry_is_reversed_once")
        }
    }
}
