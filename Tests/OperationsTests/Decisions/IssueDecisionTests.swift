import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What a decision holds once it is issued.
@Suite struct `An issued decision` {
    @Test func `holds its number, the words of its day, and its letter under a hash`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let decision = try #require(try await scene.database.decision(on: made.application))
            #expect(decision.number.hasPrefix("BES ") && decision.number.hasSuffix("/0001"))
            #expect(decision.terms.conditions.contains("bjuder in personal från andra skånska bibliotek"))
            #expect(decision.terms.conditions.contains("Läslust i praktiken"))
            #expect(decision.terms.conditions.contains("ska redovisas senast"))
            #expect(decision.terms.reclaimReservation?.contains("Återkravsförbehåll") == true)
            #expect(decision.terms.appealText.contains("13 kap. kommunallagen"))
            let documents = try await scene.database.documents(of: made.application)
            #expect(documents.map(\.document.number) == [decision.number])
            let letter = try #require(try await scene.database.content(of: documents[0].document.id))
            for part in ["K 4.1", "30\u{A0}000\u{A0}kr", "Enligt villkoren.", "Dag Granfors", "Återkravsförbehåll"] {
                #expect(letter.contains(part), "\(part)")
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test(arguments: [1, 200, nil]) func `says the day on which its grant is to be reported on`(
        _ named: Int?
    ) async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let day = named.map { Stockholm.day(scene.now).adding(days: $0) }
            try await scene.operations.settleDecisionTerms(
                of: made.call, DecisionTerms(reportDueOn: day), by: scene.dag)
            try await scene.approve(made.application)
            let months = [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
                "november", "december",
            ]
            let due = try #require(try await scene.grant(of: made.application)?.reporting.dueOn).numbers
            let said = try #require(try await scene.database.decision(on: made.application)).terms.conditions
            #expect(said.contains("ska redovisas senast \(due.day) \(months[due.month - 1]) \(due.year)"))
        }
    }

    @Test func `keeps its words when the region writes new ones`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let before = try await scene.database.decision(on: made.application)
            try await scene.database.run(
                """
                INSERT INTO decision_texts (kind, language, valid_from, text)
                VALUES ('reclaim-reservation', 'sv', current_date - 1, 'Nya ord.')
                """)
            #expect(try await scene.database.decision(on: made.application) == before)
            let later = try await scene.case(.approved)
            #expect(
                try await scene.database.decision(on: later.application)?.terms.reclaimReservation == "Nya ord.")
        }
    }

    @Test func `is refused where no line of the delegation order covers it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.alterDelegations("SET maximum_amount = 2999999 WHERE number = 'K 4.1'")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.approve(made.application)
            }
            try await scene.approve(made.application, .kronor(29_999))
            let other = try await scene.case(.recommended)
            try await scene.alterDelegations(
                "SET person_id = '\(scene.disa.id)' WHERE number = 'K 4.2'")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                _ = try await scene.operations.rejectApplication(other.application, reasons: "Nej.", by: scene.dag)
            }
            #expect(try await scene.application(other.application).status == .readyForDecision)
        }
    }

    @Test func `approves nothing without a reclaim reservation, by the service or by hand`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.database.run(
                "ALTER TABLE decision_texts DISABLE TRIGGER USER",
                "DELETE FROM decision_texts WHERE kind = 'reclaim-reservation'")
            await #expect(throws: Refusal.conflict(.reclaimIsNotReserved)) { try await scene.approve(made.application) }
            #expect(try await scene.grant(of: made.application) == nil)
            let byHand = """
                INSERT INTO decisions (application_id, outcome, amount, reasons, recommended_by, decided_by, decided_at,
                                       number, delegation_id, conditions, appeal_kind, appeal, found_status,
                                       found_version, found_changed_at)
                SELECT id, 'approved', 1, 'Skäl', '\(scene.amira.id)', '\(scene.dag.id)', now(), 'X', delegation, 'Villkor',
                       'legality-review', 'Text', status, version, now()
                  FROM grant_applications, (SELECT id AS delegation FROM delegations LIMIT 1) AS line
                 WHERE id = '\(made.application)'
                """
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(byHand) }
            #expect(error.constraint == "approval_reserves_reclaim")
        }
    }

    @Test func `can be changed by nobody, and its numbers have no gap`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let refused = try await scene.case(.recommended)
            try await scene.alterDelegations("SET valid_to = valid_from + 1 WHERE number = 'K 4.1'")
            await #expect(throws: Refusal.self) { try await scene.approve(refused.application) }
            _ = try await scene.operations.rejectApplication(refused.application, reasons: "Nej.", by: scene.dag)
            let second = try #require(try await scene.database.decision(on: refused.application))
            #expect(second.number.hasSuffix("/0002"), "a refused attempt takes no number")
            for change in [
                "UPDATE decisions SET reclaim_reservation = 'Inget.'", "UPDATE decisions SET superseded_at = now()",
                "DELETE FROM decisions", "UPDATE decision_documents SET content = ''",
                "UPDATE decisions SET conditions = ''",
            ] {
                await #expect(throws: PostgresError.self, "\(change)") { try await scene.database.run(change) }
            }
            #expect(try await scene.database.decision(on: made.application) != nil)
        }
    }
}
