import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// To withhold of what was granted is decided later, by a numbered decision, be anything of it paid or not.
@Suite struct `To withhold of a share` {
    private func settle(
        _ scene: Scene, _ grant: Grant, _ settlement: BreachSettlement, registering minutes: BoardMinutes? = nil
    ) async throws {
        _ = try await scene.operations.settleBreach(
            of: grant.conditions[0].id, in: grant.id, as: settlement, because: "Efter samtal.", by: scene.dag,
            registering: minutes)
    }

    @Test(arguments: [Money.zero, .kronor(12_000)])
    func `is a numbered decision also where nothing is paid, and claims nothing`(_ accepted: Money) async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let paying: BreachSettlement = accepted == .zero ? .enforced(dueOn: nil) : .waived(accepted: accepted)
            try await settle(scene, broken.grant, paying)
            let grant = try await scene.grant(broken.grant.id)
            #expect(grant.payable == accepted && grant.claims.isEmpty)
            let kept = try #require(try await scene.database.documents(of: broken.case.application).last)
            #expect(kept.document.kind == .withholding && kept.appeal != nil)
            #expect(grant.conditions[0].settlements.map(\.documentID) == [kept.document.id])
            let letter = try #require(try await scene.database.content(of: kept.document.id))
            let rest = accepted == .zero ? "0" : "12\u{A0}000"
            for words in [
                "Inget krävs tillbaka.", "30\u{A0}000\u{A0}kr → \(rest)", "Efter samtal.", "överklaga",
                scene.amira.name,
            ] {
                #expect(letter.contains(words), "\(words)")
            }
            _ = try await scene.operations.announceDecision(
                on: broken.case.application, kept.document.id, by: scene.amira)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is the demand where some of it was paid, and no decision beside that`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            try await settle(scene, broken.grant, .waived(accepted: .kronor(12_000)))
            let grant = try await scene.grant(broken.grant.id)
            #expect(grant.claims.map(\.amount) == [.kronor(18_000)])
            #expect(grant.conditions[0].settlements.map(\.documentID) == grant.claims.map(\.documentID))
            let papers = try await scene.database.documents(of: broken.case.application).map(\.document.kind)
            #expect(papers == [.decision, .repaymentDemand])
        }
    }

    /// Whoever may grant the sum may also waive it, withhold it or give up what is owed of it.
    @Test(arguments: [false, true])
    func `and to waive it, and to give up a claim, wants a line of the delegation order or a board`(
        _ isPaid: Bool
    ) async throws {
        try await withScene { scene in
            let minutes = `A decision of a board`.minutes
            let broken = try await scene.brokenCase(paid: isPaid)
            try await scene.alterDelegations("SET maximum_amount = 1")
            for settlement in [
                BreachSettlement.waived(accepted: .kronor(30_000)), .waived(accepted: .zero), .enforced(dueOn: nil),
            ] {
                await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                    try await settle(scene, broken.grant, settlement)
                }
            }
            try await settle(scene, broken.grant, .enforced(dueOn: nil), registering: minutes)
            let grant = try await scene.grant(broken.grant.id)
            #expect(grant.conditions[0].settlements.map(\.minutes) == [minutes])
            #expect(grant.claims.isEmpty == !isPaid)
            guard let claim = grant.claims.first else { return }
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.operations.writeOffClaim(claim.id, of: grant.id, because: "Ringa.", by: scene.dag)
            }
            _ = try await scene.operations.writeOffClaim(
                claim.id, of: grant.id, because: "Ringa.", by: scene.dag, registering: minutes)
            let entry = try #require(try await scene.grant(grant.id).claims.first?.entries.first)
            #expect(entry.authority == .board(minutes))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `names its line of the delegation order, waived in whole too`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            try await settle(scene, broken.grant, .waived(accepted: .kronor(30_000)))
            let settled = try await scene.grant(broken.grant.id).conditions[0].settlements
            #expect(settled.count == 1 && settled[0].authority?.delegationID != nil && settled[0].documentID == nil)
            #expect(try await scene.database.documents(of: broken.case.application).count == 1)
        }
    }

    @Test func `wants by SQL too its decision, of the same grant`() async throws {
        try await withScene { scene in
            let (own, other) = (try await scene.brokenCase(), try await scene.brokenCase())
            try await settle(scene, other.grant, .enforced(dueOn: nil))
            let paper = try #require(try await scene.grant(other.grant.id).conditions[0].settlements[0].documentID)
            func withhold(_ document: String) async throws -> String? {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        """
                        INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at,
                                                 delegation_id, document_id)
                        SELECT gen_random_uuid(), '\(own.grant.conditions[0].id)', 'enforced', 'X', 1, '\(scene.dag.id)',
                               now(), id, \(document) FROM delegations LIMIT 1
                        """)
                }
                return error.constraint
            }
            #expect(try await withhold("NULL") == "withheld_share_has_its_decision")
            #expect(try await withhold("'\(paper)'") == "withholding_is_of_its_decision")
            #expect(try await withhold("gen_random_uuid()") == "settlement_names_its_decision")
        }
    }
}
