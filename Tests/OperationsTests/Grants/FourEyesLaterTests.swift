import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What is decided of a grant later is decided by other eyes than prepared its case, as its award was.
@Suite struct `Whoever has prepared a case` {
    private static let refused = Refusal.notAllowed(.fourEyesDecide)

    @Test func `decides of no change, not even for a board`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            for minutes in [nil, `A decision of a board`.minutes] {
                await #expect(throws: Self.refused) {
                    try await scene.operations.approveChange(
                        change, of: id, because: "Ja.", by: amira, registering: minutes)
                }
                await #expect(throws: Self.refused) {
                    try await scene.operations.rejectChange(
                        change, of: id, because: "Nej.", by: amira, registering: minutes)
                }
            }
            try await scene.approve(change, of: id)
        }
    }

    @Test(arguments: [true, false])
    func `neither settles a breach nor ends the grant`(_ isPaid: Bool) async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: isPaid)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let (id, condition) = (broken.grant.id, broken.grant.conditions[0].id)
            for settlement in [BreachSettlement.waived(accepted: .kronor(1)), .enforced(dueOn: nil)] {
                await #expect(throws: Self.refused) {
                    try await scene.operations.settleBreach(
                        of: condition, in: id, as: settlement, because: "Så.", by: amira)
                }
            }
            await #expect(throws: Self.refused) {
                if isPaid {
                    try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Så.", by: amira)
                } else {
                    try await scene.operations.revokeGrant(id, because: "Så.", by: amira)
                }
            }
            // That nobody could help it takes no money, and is said by the case officer.
            _ = try await scene.operations.settleBreach(
                of: condition, in: id, as: .frustrated, because: "Brand.", by: amira)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at)
                    VALUES (gen_random_uuid(), '\(condition)', 'enforced', 'X', 1, '\(amira.id)', now())
                    """)
            }
            #expect(error.constraint == "four_eyes_decide")
        }
    }

    @Test func `writes off no claim`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            _ = try await scene.operations.demandRepayment(
                of: broken.grant.id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(broken.grant.id).claims.first)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            await #expect(throws: Self.refused) {
                try await scene.operations.writeOffClaim(
                    claim.id, of: broken.grant.id, because: "Ringa.", by: amira)
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at)
                    VALUES (gen_random_uuid(), '\(claim.id)', 'written-off', 1, 'X', current_date, '\(amira.id)', now())
                    """)
            }
            #expect(error.constraint == "four_eyes_decide")
        }
    }
}
