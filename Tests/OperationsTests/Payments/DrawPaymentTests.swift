import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Payments stay within grant` {
    private func draw(_ scene: Scene, _ id: Grant.ID, _ kronor: Int, by person: Person? = nil) async throws
        -> Payment.ID
    {
        try await scene.operations.requestPayment(
            of: .kronor(kronor), for: "Arvode.", from: id, by: person ?? scene.ulf)
    }

    @Test func `where the library draws them, also at the same time`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase(GrantTerms(payment: .drawn)).grant.id
            let refusals = try await atOnce(Array(1...6)) { _ in try await draw(scene, id, 10_000) }
            #expect(refusals.count == 3)
            #expect(refusals.allSatisfy { $0 == .conflict(.grantHasNoMoneyLeft) })
            let grant = try await scene.grant(id)
            #expect(grant.payments.map(\.number) == [1, 2, 3])
            #expect(grant.undrawn == .zero)
            _ = try await scene.operations.cancelPayment(
                grant.payments[0].id, of: id, because: "Dubbelt begärd.", by: scene.finn)
            let tooMuch = try await refusal { try await draw(scene, id, 10_001) }
            #expect(tooMuch == .invalid("amount", .isMoreThan(.kronor(10_000))))
            _ = try await draw(scene, id, 10_000)
        }
    }

    @Test func `whoever sends the SQL`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO payments (id, grant_id, number, amount, planned_at)
                    VALUES (gen_random_uuid(), '\(id)', 2, 1, now())
                    """)
            }
            #expect(error?.constraint == "payments_stay_within_grant")
        }
    }

    @Test func `and are drawn by a signatory, with words, of a grant that pays so and is in force`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase(GrantTerms(payment: .drawn)).grant.id
            for person in [scene.karin, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await draw(scene, id, 1, by: person)
                }
            }
            let blank = try await refusal {
                try await scene.operations.requestPayment(of: .zero, for: " ", from: id, by: scene.ulf)
            }
            #expect(blank.fields == ["amount", "text"])
            let fixed = try await scene.acceptedCase().grant.id
            await #expect(throws: Refusal.conflict(.wrongState)) { try await draw(scene, fixed, 1) }
            let awarded = try await scene.grantID(
                of: scene.case(.approved, in: scene.openCall { $0.terms.payment = .drawn }))
            await #expect(throws: Refusal.conflict(.grantIsNotInForce)) { try await draw(scene, awarded, 1) }
        }
    }
}
