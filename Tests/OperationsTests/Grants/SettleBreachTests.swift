import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To settle a breach` {
    private func settle(
        _ scene: Scene, _ id: Grant.ID, _ settlement: BreachSettlement, by person: Person
    ) async throws -> Grant.ID {
        let condition = try #require(try await scene.grant(id).conditions.first).id
        return try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Efter samtal med biblioteket.", by: person)
    }

    /// A breach of a grant that has been accepted, and maybe paid; answered by its host.
    private func broken(_ scene: Scene, paid: Bool = false) async throws -> (case: Case, grant: Grant.ID) {
        let accepted = try await scene.acceptedCase()
        let id = accepted.grant.id
        if paid { try await scene.pay(scene.attestFirst(of: id), of: id) }
        try await scene.callOff(accepted.case)
        _ = try await scene.operations.replyToBreach(
            of: accepted.grant.conditions[0].id, in: id, saying: "Föreläsaren blev sjuk.", by: scene.karin)
        return (accepted.case, id)
    }

    @Test func `by waiving all of it lets the money go on`() async throws {
        try await withScene { scene in
            let id = try await broken(scene).grant
            _ = try await settle(scene, id, .waived(accepted: .kronor(30_000)), by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.conditions.map(\.state) == [.waived])
            #expect(!grant.paymentHold)
            #expect(grant.payable == grant.amount)
            try await scene.pay(scene.attestFirst(of: id), of: id)
            #expect(try await scene.grant(id).paid == .kronor(30_000))
            #expect(try await scene.database.openBreaches(limit: 5).isEmpty)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `by waiving all of it waits for no answer`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            try await scene.callOff(accepted.case)
            _ = try await settle(scene, accepted.grant.id, .waived(accepted: .kronor(30_000)), by: scene.dag)
            #expect(try await scene.grant(accepted.grant.id).conditions.map(\.state) == [.waived])
        }
    }

    @Test func `by waiving a part plans the rest anew, and never pays more`() async throws {
        try await withScene { scene in
            let id = try await broken(scene).grant
            _ = try await settle(scene, id, .waived(accepted: .kronor(12_000)), by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.payments.map(\.state) == [.cancelled, .planned])
            #expect(grant.payments.map(\.amount) == [.kronor(30_000), .kronor(12_000)])
            #expect(grant.payable == .kronor(12_000) && grant.undrawn == .zero && grant.claims.isEmpty)
            #expect(try await scene.operations.moveGrants() == 1)
            let payment = try #require(try await scene.grant(id).payments.last).id
            _ = try await scene.operations.attestPayment(payment, of: id, by: scene.finn)
            try await scene.pay(payment, of: id)
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO payments (id, grant_id, number, amount, planned_at)
                    VALUES (gen_random_uuid(), '\(id)', 3, 1, now())
                    """)
            }
            #expect(error?.constraint == "payments_stay_within_grant")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `by enforcing it claims back what was paid, in parts or written off`() async throws {
        try await withScene { scene in
            let id = try await broken(scene, paid: true).grant
            let due = Stockholm.day(scene.now).adding(days: 45)
            _ = try await settle(scene, id, .enforced(dueOn: due), by: scene.dag)
            let grant = try await scene.grant(id)
            let claim = try #require(grant.claims.first)
            #expect(claim.amount == .kronor(30_000) && claim.dueOn == due && grant.owed == .kronor(30_000))
            #expect(grant.conditions.map(\.state) == [.enforced])
            try await repay(scene, .kronor(10_000), claim.id, id)
            #expect(try await scene.grant(id).owed == .kronor(20_000))
            let tooMuch = try await refusal { try await repay(scene, .kronor(20_001), claim.id, id) }
            #expect(tooMuch.fields == ["amount"])
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.writeOffClaim(claim.id, of: id, because: "Ringa.", by: scene.finn)
            }
            _ = try await scene.operations.writeOffClaim(claim.id, of: id, because: "Ringa.", by: scene.dag)
            let settled = try await scene.grant(id)
            #expect(settled.owed == .zero)
            #expect(settled.claims.map(\.state) == [.writtenOff])
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await repay(scene, .kronor(1), claim.id, id)
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    private func repay(_ scene: Scene, _ amount: Money, _ claim: Claim.ID, _ id: Grant.ID) async throws {
        _ = try await scene.operations.recordRepayment(
            of: amount, on: Stockholm.day(try await scene.database.now()), reference: "BG 9", to: claim, of: id,
            by: scene.finn)
    }

    @Test func `repayments at the same time never cover a claim twice`() async throws {
        try await withScene { scene in
            let id = try await broken(scene, paid: true).grant
            _ = try await settle(scene, id, .enforced(dueOn: nil), by: scene.dag)
            let claim = try #require(try await scene.grant(id).claims.first).id
            let refusals = try await atOnce(Array(1...4)) { _ in
                try await repay(scene, .kronor(30_000), claim, id)
            }
            #expect(refusals.count == 3)
            #expect(try await scene.grant(id).claims.map(\.state) == [.repaid])
        }
    }

    @Test func `withholds nothing before the host was heard, be it by SQL`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            try await scene.callOff(accepted.case)
            for withheld in [BreachSettlement.enforced(dueOn: nil), .waived(accepted: .kronor(29_999))] {
                await #expect(throws: Refusal.conflict(.hostWasNotHeard)) {
                    try await settle(scene, accepted.grant.id, withheld, by: scene.dag)
                }
            }
            func keep(_ withheld: Int) async throws {
                try await scene.database.run(
                    """
                    INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at,
                                             delegation_id)
                    SELECT gen_random_uuid(), id, 'waived', 'X', \(withheld), '\(scene.dag.id)', now(),
                           (SELECT id FROM delegations LIMIT 1) FROM conditions
                    """)
            }
            let error = try await #require(throws: PostgresError.self) { try await keep(1) }
            #expect(error.constraint == "host_was_heard")
            try await keep(0)
            // The time to answer passes.
            try await scene.letTimeToAnswerPass()
            _ = try await settle(scene, accepted.grant.id, .enforced(dueOn: nil), by: scene.dag)
            #expect(try await scene.grant(accepted.grant.id).claims.isEmpty, "nothing was paid")
            #expect(try await scene.grant(accepted.grant.id).payments.map(\.state) == [.cancelled])
        }
    }

    @Test func `that nobody could help keeps the money waiting until it is waived`() async throws {
        try await withScene { scene in
            let id = try await broken(scene).grant
            _ = try await settle(scene, id, .frustrated, by: scene.amira)
            #expect(try await scene.grant(id).paymentHold)
            await #expect(throws: Refusal.conflict(.breachStands)) { try await scene.attestFirst(of: id) }
            _ = try await settle(scene, id, .waived(accepted: .kronor(30_000)), by: scene.dag)
            #expect(try await scene.grant(id).paymentHold == false)
            let other = try await scene.acceptedCase()
            _ = try await scene.operations.reportDeviation(
                from: other.case.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsNotCancelled)) {
                try await settle(scene, other.grant.id, .frustrated, by: scene.amira)
            }
        }
    }

    @Test func `is for the impartial alone, each in their role, with reasons`() async throws {
        try await withScene { scene in
            let id = try await broken(scene).grant
            for person in [scene.amira, scene.finn, scene.ulf] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await settle(scene, id, .waived(accepted: .zero), by: person)
                }
            }
            let much = try await refusal {
                try await settle(scene, id, .waived(accepted: .kronor(30_001)), by: scene.dag)
            }
            #expect(much.fields == ["acceptedAmount"])
            let condition = try #require(try await scene.grant(id).conditions.first).id
            let blank = try await refusal {
                try await scene.operations.settleBreach(
                    of: condition, in: id, as: .waived(accepted: .zero), because: " ", by: scene.dag)
            }
            #expect(blank.fields == ["reasons"])
            #expect(try await scene.grant(id).conditions.map(\.state) == [.breached])
        }
    }
}

@Suite struct `A host that mends its event` {
    @Test func `cures the breach in the same commit, and the money may go on`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let before = try await scene.grant(id).revision
            _ = try await scene.operations.reportDeviation(
                from: accepted.case.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            #expect(try await scene.grant(id).paymentHold)
            try await scene.invite(accepted.case.event, .all, .published)
            let cured = try await scene.grant(id)
            #expect(cured.conditions.map(\.state) == [.cured])
            #expect(!cured.paymentHold && cured.revision > before)
            #expect(cured.conditions.flatMap(\.settlements).map(\.settledBy) == [nil])
            try await scene.pay(scene.attestFirst(of: id), of: id)
            // It binds again: to close it anew is a deviation again.
            let refused = try await refusal { try await scene.invite(accepted.case.event, .own, .published) }
            guard case .wouldBreach = refused else { return #expect(Bool(false), "\(refused)") }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `only in part leaves the breach as it is`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            _ = try await scene.operations.reportDeviation(
                from: accepted.case.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            let lund = try scene.library(of: scene.lena)
            try await scene.invite(accepted.case.event, .list, .published, [lund])
            #expect(try await scene.grant(accepted.grant.id).conditions.map(\.state) == [.breached])
            #expect(try await scene.grant(accepted.grant.id).paymentHold)
        }
    }
}
