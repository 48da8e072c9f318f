import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To settle a report` {
    @Test func `discharges the condition, and the clock closes the grant with its day`() async throws {
        try await withScene { scene in
            try await scene.database.run(
                "INSERT INTO retention_rules (years, decision, valid_from) VALUES (10, 'Beslut 12', DATE '2020-01-01')")
            let reported = try await scene.reportedCase(paid: true)
            try await scene.settleReport(of: reported.case, reported.grant)
            let settled = try await scene.grant(reported.grant)
            #expect(settled.state == .settled)
            #expect(settled.conditions.map(\.state) == [.discharged])
            #expect(settled.claims.isEmpty)
            #expect(settled.released == .zero)
            #expect(try await scene.operations.moveGrants() == 1)
            let closed = try await scene.grant(reported.grant)
            let day = try #require(closed.reporting.closedOn)
            #expect(closed.state == .closed)
            #expect(closed.reporting.keepUntil.map { $0.numbers.year - day.numbers.year } == 10)
            #expect(closed.reporting.disposalDecision == "Beslut 12")
            let log = try await scene.database.caseEvents(of: reported.case.application).map(\.kind)
            #expect(log.suffix(3) == ["report", "settle", "close"])
            #expect(try await scene.operations.moveGrants() == 0)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `gives the call back what was never paid`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase(terms: GrantTerms(payment: .drawn))
            try await scene.sendReport(scene.report(of: ended.case.event, cost: .kronor(12_000)), of: ended.grant)
            try await scene.settleReport(of: ended.case, ended.grant)
            _ = try await scene.operations.confirmSettlement(of: ended.grant, by: scene.dag)
            #expect(try await scene.grant(ended.grant).released == .kronor(30_000))
            #expect(try await scene.call(ended.case.call).committed == .zero)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `claims what was paid and not used, once another person has confirmed it`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            let id = reported.grant
            await #expect(throws: Refusal.conflict(.settlementIsNotProposed)) {
                try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            }
            try await scene.settleReport(of: reported.case, id)
            #expect(try await scene.grant(id).state == .reported)
            #expect(try await scene.grant(id).claims.isEmpty)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.confirmSettlement(of: id, by: scene.amira)
            }
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.state == .settled)
            #expect(grant.claims.map(\.amount) == [.kronor(12_000)])
            #expect(grant.claims.map(\.kind) == [.unspent])
            try await Self.checkDecision(of: grant, scene)
            #expect(grant.conditions.map(\.state) == [.discharged])
            #expect(try await scene.operations.moveGrants() == 0, "something is owed")
            await #expect(throws: Refusal.conflict(.somethingIsOwed)) { try await scene.operations.closeGrant(id) }
            _ = try await scene.operations.recordRepayment(
                of: .kronor(12_000), on: Stockholm.day(scene.now), reference: "BG 9", to: grant.claims[0].id, of: id,
                by: scene.finn)
            #expect(try await scene.operations.moveGrants() == 1)
            #expect(try await scene.grant(id).state == .closed)
            #expect(try await scene.grant(id).reporting.keepUntil == nil, "there is no disposal decision")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// The claim names the numbered decision of whoever confirmed, and its letter says why, how much and how to appeal.
    private static func checkDecision(of grant: Grant, _ scene: Scene) async throws {
        let claim = try #require(grant.claims.first)
        #expect(claim.demandedBy == scene.dag.id && claim.reasons == "Enligt redovisningen.")
        let papers = try await scene.database.documents(of: grant.applicationID)
        let paper = try #require(papers.last)
        #expect(papers.map(\.document.kind) == [.decision, .reportSettlement])
        #expect(paper.document.id == claim.documentID && paper.document.issuedBy == scene.dag.id)
        let settlement = try #require(try await scene.database.reportSettlements(of: grant.id).first)
        #expect(settlement.confirmation?.documentID == claim.documentID)
        let letter = try #require(try await scene.database.content(of: claim.documentID))
        for words in [
            "fastställer bidraget till 18\u{A0}000\u{A0}kr", "12\u{A0}000\u{A0}kr", "Utbetalt: 30\u{A0}000\u{A0}kr",
            "Enligt redovisningen.", "Så överklagar du",
        ] {
            #expect(letter.contains(words), "\(words)")
        }
    }

    @Test func `demands nothing without a line of the delegation order`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.settleReport(of: reported.case, reported.grant)
            try await scene.alterDelegations("SET maximum_amount = 1")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
            }
            let grant = try await scene.grant(reported.grant)
            #expect(grant.state == .reported && grant.claims.isEmpty)
            #expect(try await scene.database.documents(of: reported.case.application).count == 1)
        }
    }

    @Test func `lets SQL demand nothing but by a decision of the grant and of that kind, once`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.settleReport(of: reported.case, reported.grant)
            _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
            let other = try await scene.acceptedCase().grant.id
            func claim(_ kind: String, of grant: Grant.ID, by document: String) async throws -> String? {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        """
                        INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at, document_id)
                        SELECT gen_random_uuid(), '\(grant)', '\(kind)', 1, 'X', current_date, '\(scene.dag.id)', now(),
                               (\(document))
                        """)
                }
                return error.constraint
            }
            let letter = "SELECT id FROM decision_documents WHERE kind = 'decision' LIMIT 1"
            let demand = "SELECT document_id FROM grant_decisions"
            let (own, missing) = (reported.grant, "demand_is_of_its_decision")
            #expect(try await claim("unspent", of: own, by: "NULL::uuid") == "demand_has_its_decision")
            #expect(try await claim("repayment", of: own, by: "NULL::uuid") == "demand_has_its_decision")
            #expect(try await claim("unspent", of: own, by: letter) == missing)
            #expect(try await claim("repayment", of: own, by: demand) == "decision_demands_once")
            #expect(try await claim("unspent", of: other, by: demand) == "decision_demands_once")
            try await scene.database.run("ALTER TABLE claims DROP CONSTRAINT decision_demands_once")
            #expect(try await claim("repayment", of: own, by: demand) == missing)
            #expect(try await claim("unspent", of: other, by: demand) == missing)
        }
    }

    @Test func `is never confirmed by who proposed one or prepared the case, not even by SQL`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            let elias = try await scene.giving("decision_maker", to: scene.elias)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            // Elias proposes first, and Disa anew; Amira has handled the case and recommended in it.
            try await scene.settleReport(of: reported.case, reported.grant, by: elias)
            let disa = try await scene.giving("case_officer", to: scene.disa)
            try await scene.settleReport(of: reported.case, reported.grant, by: disa)
            for person in [elias, amira, disa] {
                await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                    try await scene.operations.confirmSettlement(of: reported.grant, by: person)
                }
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        """
                        INSERT INTO settlement_confirmations (settlement_id, confirmed_by, confirmed_at, document_id)
                        SELECT id, '\(person.id)', now(), gen_random_uuid() FROM report_settlements
                         WHERE proposed_by = '\(disa.id)'
                        """)
                }
                #expect(error.constraint == "four_eyes_settle")
            }
            _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            try await scene.database.run(
                "ALTER TABLE settlement_confirmations DISABLE TRIGGER USER",
                "UPDATE settlement_confirmations SET confirmed_by = '\(elias.id)'",
                "ALTER TABLE settlement_confirmations ENABLE TRIGGER USER")
            #expect(try await scene.operations.sweepInvariants().map(\.invariant) == ["four_eyes_decide"])
        }
    }

    @Test func `wants evidence of every event, an impartial officer, and no payment on its way`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase()
            let id = reported.grant
            await #expect(throws: Refusal.conflict(.evidenceIsNotAccepted)) {
                try await scene.operations.settleReport(
                    of: id, ReportFinding(accepted: [:], reasons: "Nej."), by: scene.amira)
            }
            await #expect(throws: Refusal.conflict(.paymentIsUnderWay)) {
                try await scene.settleReport(of: reported.case, id)
            }
            for person in [scene.ulf, scene.dag, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.settleReport(of: reported.case, id, by: person)
                }
            }
            _ = try await scene.operations.declareConflict(
                in: reported.case.application, on: .ownInterest, explanation: "Släkt.", by: scene.elias)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.settleReport(of: reported.case, id, by: scene.elias)
            }
            #expect(try await scene.grant(id).state == .reported)
        }
    }

    @Test func `a closed grant without discharge is refused by the database, and told by the sweep`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true)
            let close = "UPDATE grants SET state = 'closed', closed_on = CURRENT_DATE WHERE id = '\(reported.grant)'"
            let error = await #expect(throws: PostgresError.self) { try await scene.database.run(close) }
            #expect(error?.constraint == "conditions_are_settled")
            try await scene.database.run(
                "ALTER TABLE grants DISABLE TRIGGER USER", close, "ALTER TABLE grants ENABLE TRIGGER USER")
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant) == ["conditions_are_settled"])
        }
    }
}
