import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What was once written down is never changed, not even by somebody who comes to the database past the service.
@Suite struct `A record` {
    @Test func `refuses to be changed, deleted or emptied away`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Föreläsaren är sjuk", .cancellation, by: scene.karin)
            try await Self.tell(funded.application, scene)
            let grant = try #require(try await scene.grant(of: funded.application))
            _ = try await scene.operations.replyToBreach(
                of: #require(grant.conditions.first).id, in: grant.id, saying: "Vi ger den i höst.", by: scene.karin)
            let reviewed = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(reviewed, by: scene.elias)
            _ = try await scene.operations.writeMessage(
                "Hej.", to: .region, in: reviewed.application, by: scene.amira)
            _ = try await scene.attestFirst(of: scene.acceptedCase().grant.id)
            _ = try await scene.operations.exportPayments(by: scene.frida)
            let condition = try #require(grant.conditions.first).id
            _ = try await scene.operations.settleBreach(
                of: condition, in: grant.id, as: .waived(accepted: .zero), because: "Brand.", by: scene.dag)
            try await scene.recordRepayment()
            try await Self.change(scene)
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(1))
            try await scene.settleReport(of: reported.case, reported.grant)
            _ = try await scene.operations.returnSettlement(of: reported.grant, because: "Mer.", by: scene.dag)
            try await scene.settleReport(of: reported.case, reported.grant)
            _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
            let paper = try #require(try await scene.grant(reported.grant).claims.first).documentID
            _ = try await scene.operations.reopenLaterDecision(
                paper, on: reported.case.application,
                Reopening(ground: .court, reference: "Mål 2-27", reasons: "Upphävt."), by: scene.dag)
            let again = try await scene.reportedCase()
            _ = try await scene.operations.returnReport(
                of: again.grant, because: "Mer.", dueOn: Stockholm.day(scene.now).adding(days: 1), by: scene.amira)
            _ = try await scene.operations.changeQuestions(of: funded.call, by: scene.amira, expecting: nil) { _ in
                [Question(.line, BilingualText("Vad heter ert projekt?"))]
            }
            try await scene.database.run(
                "INSERT INTO risk_notices (condition_id, reason) SELECT id, 'notice-near' FROM conditions LIMIT 1")
            for table in Self.tables {
                let before = try await Self.count(table, scene)
                #expect(before > 0, "\(table) has no rows to be kept")
                for statement in [
                    "UPDATE \(table) SET \(Self.columns[table, default: "version"]) = DEFAULT", "DELETE FROM \(table)",
                    "TRUNCATE \(table) CASCADE",
                ] {
                    let error = await #expect(throws: PostgresError.self, "\(statement)") {
                        try await scene.database.run(statement)
                    }
                    #expect(error?.constraint == "records_are_never_changed", "\(statement)")
                }
                #expect(try await Self.count(table, scene) == before)
            }
        }
    }

    @Test func `is kept in these tables and in no other`() async throws {
        try await withDatabase { database in
            let guarded = try await database.client.transaction { transaction in
                try await transaction.lines(
                    "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'records_are_never_changed'")
            }
            #expect(Set(guarded) == Set(Self.tables))
        }
    }

    private static let tables = [
        "event_versions", "call_rules", "call_question_sets", "application_snapshots", "case_events",
        "rule_evaluations", "recommendations",
        "decisions", "decision_texts", "decision_documents", "document_prints", "corrections", "reopenings",
        "received_papers", "received_prints",
        "announcements", "decision_services", "deviations", "invitation_publications", "breach_replies",
        "grant_acceptances", "payment_batches", "payment_batch_lines", "settlements", "claim_entries",
        "grant_reports", "report_returns", "report_settlements", "accepted_evidence", "settlement_confirmations",
        "settlement_returns", "risk_notices", "later_reopenings", "change_requests", "change_shares",
        "change_withdrawals",
        "grant_decisions", "share_moves", "successor_offers",
        "successor_proposals",
        "case_archive_readings", "invitation_readings", "installation", "call_rubrics", "call_criteria", "reviews",
        "review_scores", "case_messages", "case_officers",
    ]

    /// A column whose default would be a change.
    private static let columns = [
        "application_snapshots": "content", "case_events": "detail", "rule_evaluations": "verdict",
        "decisions": "reasons", "recommendations": "reasons", "deviations": "reason", "breach_replies": "reply",
        "installation": "decided_at", "decision_texts": "text", "decision_documents": "content",
        "document_prints": "pdf", "received_papers": "content", "received_prints": "pdf", "corrections": "text",
        "reopenings": "reasons", "announcements": "text",
        "decision_services": "shown_by",
        "call_criteria": "guidance", "reviews": "reviewed_at", "review_scores": "comment",
        "case_archive_readings": "act", "invitation_readings": "first_read_at",
        "case_messages": "text", "case_officers": "assigned_at", "grant_acceptances": "terms",
        "payment_batches": "number",
        "payment_batch_lines": "payee", "settlements": "reasons", "claim_entries": "note",
        "change_requests": "reasons", "change_shares": "amount_after",
        "change_withdrawals": "withdrawn_at", "grant_decisions": "reasons",
        "share_moves": "amount_after", "successor_offers": "message", "successor_proposals": "proposed_at",
        "grant_reports": "content", "report_returns": "reasons", "report_settlements": "reasons",
        "accepted_evidence": "note", "settlement_confirmations": "confirmed_at",
        "settlement_returns": "reasons", "later_reopenings": "reasons", "risk_notices": "noticed_at",
    ]

    /// Everything that is written down of a decision: posted, corrected and printed, and of another case reopened.
    private static func tell(_ id: GrantApplication.ID, _ scene: Scene) async throws {
        _ = try await scene.operations.announceDecision(on: id, by: scene.amira)
        _ = try await scene.operations.correctDecision(on: id, "Ett skrivfel.", by: scene.dag)
        _ = try await scene.operations.printDocuments()
        _ = try await scene.operations.orderArchive(of: id, by: scene.amira)
        await scene.operations.noteReading(of: try await scene.event(scene.publishedEvent()), by: scene.pontus)
        let call = try await scene.openCall()
        try await scene.operations.settleDecisionTerms(
            of: call, DecisionTerms(appeal: .administrativeAppeal), by: scene.amira)
        let other = try await scene.case(.approved, in: call)
        _ = try await scene.operations.recordService(
            DecisionService(servedOn: Stockholm.day(scene.now), manner: .receipt, shownBy: "Kvitto."),
            on: other.application, by: scene.amira)
        _ = try await scene.operations.reopenDecision(
            on: other.application, Reopening(ground: .court, reference: "Mål 1-27", reasons: "Upphävt."), by: scene.dag)
    }

    /// Everything that is written down of a grant that changes, and of a new date.
    private static func change(_ scene: Scene) async throws {
        let two = try await scene.caseOfTwo()
        let change = try await scene.operations.requestChange(
            of: two.grant.id, .amount([.init(eventID: two.events[0], amount: .kronor(1))]), because: "Billigt.",
            by: scene.ulf)
        try await scene.approve(change, of: two.grant.id)
        let back = try await scene.operations.requestChange(
            of: two.grant.id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
        _ = try await scene.operations.withdrawChange(back, of: two.grant.id, by: scene.ulf)
        let broken = try await scene.brokenCase().grant
        try await scene.offerNewDate(of: broken)
        _ = try await scene.operations.proposeSuccessor(
            scene.boundEvent(), for: broken.conditions[0].id, of: broken.id, by: scene.karin)
    }

    private static func count(_ table: String, _ scene: Scene) async throws -> Int {
        let counted = try await scene.client.transaction { try await $0.lines("SELECT count(*)::text FROM \(table)") }
        return try #require(counted.first.flatMap(Int.init))
    }
}
