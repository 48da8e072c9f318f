import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What a report gives less than was granted is a decision of its own, be anything paid or not.
@Suite struct `To settle a report below what was granted` {
    /// A grant that is drawn, of which nothing was asked for, with a report of these costs.
    private func undrawn(_ scene: Scene, cost: Money) async throws -> (case: Case, grant: Grant.ID) {
        let ended = try await scene.endedCase(terms: GrantTerms(payment: .drawn))
        try await scene.sendReport(scene.report(of: ended.case.event, cost: cost), of: ended.grant)
        return ended
    }

    @Test func `is a numbered decision of another person, also where nothing was paid`() async throws {
        try await withScene { scene in
            let (made, id) = try await undrawn(scene, cost: .kronor(12_000))
            try await scene.settleReport(of: made, id)
            #expect(try await scene.grant(id).state == .reported)
            #expect(
                try await scene.database.reportsOnDesk(on: Stockholm.day(scene.now), limit: 5).map(\.isProposed) == [
                    true
                ])
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.confirmSettlement(of: id, by: amira)
            }
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.state == .settled && grant.claims.isEmpty)
            let kept = try #require(try await scene.database.documents(of: made.application).last)
            #expect(kept.document.kind == .reportSettlement && kept.appeal != nil)
            let letter = try #require(try await scene.database.content(of: kept.document.id))
            for words in [
                "till 12\u{A0}000\u{A0}kr enligt redovisningen. Inget krävs tillbaka.", "Enligt redovisningen.",
            ] {
                #expect(letter.contains(words), "\(words)")
            }
            let settled = try #require(try await scene.database.reportSettlements(of: id).first)
            #expect(settled.payable == .kronor(30_000) && settled.entitled == .kronor(12_000))
            #expect(settled.confirmation?.documentID == kept.document.id)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `asks the delegation or a board, with nothing paid`() async throws {
        try await withScene { scene in
            let (made, id) = try await undrawn(scene, cost: .kronor(12_000))
            try await scene.settleReport(of: made, id)
            try await scene.alterDelegations("SET maximum_amount = 1")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            }
            _ = try await scene.operations.confirmSettlement(
                of: id, by: scene.dag, registering: `A decision of a board`.minutes)
            #expect(try await scene.grant(id).state == .settled)
        }
    }

    @Test func `is no matter of a report that comes to just what was granted`() async throws {
        try await withScene { scene in
            let (made, id) = try await undrawn(scene, cost: .kronor(30_000))
            try await scene.settleReport(of: made, id)
            #expect(try await scene.grant(id).state == .settled)
            #expect(try await scene.database.documents(of: made.application).count == 1)
        }
    }

    @Test func `is past the guards refused by the database`() async throws {
        try await withScene { scene in
            let (made, id) = try await undrawn(scene, cost: .kronor(12_000))
            try await scene.settleReport(of: made, id)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.run("UPDATE conditions SET state = 'discharged' WHERE grant_id = '\(id)'")
                    try await transaction.run("UPDATE grants SET state = 'settled' WHERE id = '\(id)'")
                }
            }
            #expect(error.constraint == "settled_grant_has_its_settlement")
        }
    }

    @Test(arguments: [true, false])
    func `may be sent back with a reason, and proposed anew`(_ isPaid: Bool) async throws {
        try await withScene { scene in
            let (made, id) =
                isPaid
                ? try await scene.reportedCase(paid: true, cost: .kronor(12_000))
                : try await undrawn(scene, cost: .kronor(12_000))
            func sendBack(_ reasons: String, by person: Person) async throws {
                _ = try await scene.operations.returnSettlement(of: id, because: reasons, by: person)
            }
            await #expect(throws: Refusal.conflict(.settlementIsNotProposed)) {
                try await sendBack("Mer.", by: scene.dag)
            }
            try await scene.settleReport(of: made, id)
            #expect(try await refusal { try await sendBack(" ", by: scene.dag) }.fields == ["reasons"])
            for person in [scene.amira, scene.ulf, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await sendBack("Mer.", by: person) }
            }
            try await sendBack("Visa hur resorna räknats.", by: scene.dag)
            let returned = try #require(try await scene.database.reportSettlements(of: id).first?.returned)
            #expect(returned.reasons == "Visa hur resorna räknats." && returned.by == scene.dag.id)
            #expect(
                try await scene.database.reportsOnDesk(on: Stockholm.day(scene.now), limit: 5).map(\.isProposed) == [
                    false
                ])
            #expect(try await scene.database.caseEvents(of: made.application).map(\.kind).last == "return-settlement")
            for attempt in [sendBack, { _, by in _ = try await scene.operations.confirmSettlement(of: id, by: by) }] {
                await #expect(throws: Refusal.conflict(.settlementIsNotProposed)) {
                    try await attempt("Mer.", scene.dag)
                }
            }
            try await scene.settleReport(of: made, id)
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.state == .settled && grant.claims.map(\.amount) == (isPaid ? [.kronor(18_000)] : []))
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO settlement_returns (settlement_id, reasons, returned_by, returned_at)
                    SELECT settlement_id, 'X', '\(scene.dag.id)', now() FROM settlement_confirmations
                    """)
            }
            #expect(error.constraint == "settlement_ends_once")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is sent back by nobody with a conflict of interest`() async throws {
        try await withScene { scene in
            let (made, id) = try await undrawn(scene, cost: .kronor(12_000))
            try await scene.settleReport(of: made, id)
            _ = try await scene.operations.declareConflict(
                in: made.application, on: .ownInterest, explanation: "Släkt.", by: scene.dag)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.returnSettlement(of: id, because: "Mer.", by: scene.dag)
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO settlement_returns (settlement_id, reasons, returned_by, returned_at)
                    SELECT id, 'X', '\(scene.dag.id)', now() FROM report_settlements
                     WHERE proposed_by = '\(scene.amira.id)' AND entitled < payable
                    """)
            }
            #expect(error.constraint == "case_officer_is_impartial")
        }
    }
}
