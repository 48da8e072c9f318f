import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `What the rule said` {
    @Test func `is kept at every moment with all that it was asked, and comes out again`() async throws {
        try await withScene { scene in
            let funded = try await Self.caseOfEveryMoment(scene)
            let kept = try await scene.database.evaluations(of: funded.application, limit: 20)
            #expect(
                kept.evaluations.reversed().map { "\($0.moment) \($0.verdict)" } == [
                    "submission holds", "recommendation holds", "decision holds", "change holds", "deviation fails",
                    "change holds", "sweep fails",
                ])
            #expect(kept.total == 7)
            for evaluation in kept.evaluations {
                #expect(try evaluation.isRepeatable, "\(evaluation.moment)")
                #expect(evaluation.moment.isOfCondition == (evaluation.conditionID != nil))
            }
            #expect(try await Self.unlikeInSQL(scene) == [])
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant).contains("rule_evaluation_is_repeatable")
                    == false)
        }
    }

    @Test func `is asked of whether the event is in another case, where that counts`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let kept = try await scene.database.evaluations(of: funded.application, limit: 20).evaluations
            let asked = kept.filter { $0.findings.contains { $0.predicate == Predicate.uniqueness.rawValue } }
            #expect(asked.map(\.moment) == [.decision, .submission])
        }
    }

    /// A sweep that comes to the verdict that is kept already adds nothing.
    @Test func `is kept by the sweep only where it is news`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            for _ in 0..<2 { _ = try await scene.operations.sweepInvariants() }
            #expect(try await scene.database.evaluations(of: funded.application, limit: 20).total == 3)
            try await Self.closePastTheGuards(funded.event, scene)
            for _ in 0..<2 { _ = try await scene.operations.sweepInvariants() }
            let kept = try await scene.database.evaluations(of: funded.application, limit: 20).evaluations
            #expect(kept.map(\.moment) == [.sweep, .decision, .recommendation, .submission])
            #expect(try #require(kept.first).isRepeatable)
            #expect(try await Self.unlikeInSQL(scene) == [])
        }
    }

    @Test func `is not kept of what was refused`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            await #expect(throws: Refusal.self) {
                _ = try await scene.operations.cancelEvent(funded.event, because: "Nej.", by: scene.karin)
            }
            #expect(try await scene.database.evaluations(of: funded.application, limit: 20).total == 3)
        }
    }

    /// Guards off, one column changed by hand: the sweep says in which case, and by which of the two rules it shows.
    @Test(arguments: [
        ("verdict = 'fails'", "by Domain and SQL"), ("findings = '[]'", "by Domain and SQL"),
        ("inputs = replace(inputs, '\"noticeDays\":14', '\"noticeDays\":300')", "by Domain and SQL"),
        ("inputs_hash = sha256('')", "by Domain and SQL"), ("rule_version = 7", "by Domain"),
    ])
    func `raises an alarm where somebody has changed it`(_ change: String, _ told: String) async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.database.run(
                "ALTER TABLE rule_evaluations DISABLE TRIGGER USER",
                "UPDATE rule_evaluations SET \(change) WHERE moment = 'decision'")
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == ["rule_evaluation_is_repeatable"])
            #expect(found.map(\.subjectID) == [funded.application.rawValue])
            #expect(found.first?.detail.hasSuffix(told) == true, "\(found)")
        }
    }

    @Test func `raises an alarm where the rule in SQL is another than the Domain's`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            try await scene.database.run(
                """
                CREATE OR REPLACE FUNCTION rule_findings(inputs jsonb)
                RETURNS TABLE (predicate text, code text, event_id uuid, verdict text, severity text) LANGUAGE sql STABLE
                AS $$ SELECT predicate, code, event_id, verdict, severity FROM rule_findings_of(ARRAY[inputs])
                       WHERE predicate <> 'P8' $$
                """)
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == ["rule_evaluation_is_repeatable"])
            #expect(found.first?.detail.contains("by SQL") == true)
            #expect(found.first?.detail.contains("Domain") == false)
        }
    }

    /// A case that has been through all of them: granted, changed, deviated from, mended, and then closed by hand.
    private static func caseOfEveryMoment(_ scene: Scene) async throws -> Case {
        let funded = try await scene.case(.approved)
        func edit(_ change: @escaping @Sendable (inout EventDetails) -> Void) async throws {
            _ = try await scene.operations.editEvent(funded.event, by: scene.karin, expecting: nil) { details in
                var changed = details
                change(&changed)
                return changed
            }
        }
        try await edit { $0.title = "Läslust i hela regionen" }
        _ = try await scene.operations.reportDeviation(
            from: funded.event, because: "Avgift.",
            .event { details in
                var details = details
                details.prices.others = .kronor(500)
                return details
            }, by: scene.karin)
        try await edit { $0.prices.others = .zero }
        // As when the region has taken the cure, so that it binds again.
        try await scene.database.run(
            "ALTER TABLE conditions DISABLE TRIGGER USER", "UPDATE conditions SET state = 'held'",
            "ALTER TABLE conditions ENABLE TRIGGER USER")
        try await closePastTheGuards(funded.event, scene)
        _ = try await scene.operations.sweepInvariants()
        return funded
    }

    private static func closePastTheGuards(_ event: Event.ID, _ scene: Scene) async throws {
        try await scene.database.run(
            "ALTER TABLE conditions DROP CONSTRAINT IF EXISTS held_condition_has_an_inviting_event",
            "SET LOCAL session_replication_role = replica",
            "UPDATE events SET invitation_scope = 'own' WHERE id = '\(event)'")
    }

    private static func unlikeInSQL(_ scene: Scene) async throws -> [String] {
        try await scene.client.transaction {
            try await $0.lines("SELECT id || ' ' || findings::text FROM rule_verdicts WHERE is_same IS NOT TRUE")
        }
    }
}
