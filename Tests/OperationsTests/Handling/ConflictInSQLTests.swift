import Operations
import Domain
import Postgres
import Store
import TestDatabase
import Testing

/// The guard in SQL looks at all that is written for the region in a case, also of its grant and its decision.
@Suite struct `Case officer is impartial, says SQL,` {
    @Test(arguments: [
        """
        INSERT INTO settlements (id, condition_id, outcome, reasons, settled_by, settled_at)
        SELECT gen_random_uuid(), id, 'waived', 'X', '%', now() FROM conditions
        """,
        """
        INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at)
        SELECT gen_random_uuid(), id, 'repayment', 1, 'X', current_date, '%', now() FROM grants
        """,
        """
        INSERT INTO corrections (document_id, decision_id, text, corrected_by, corrected_at)
        SELECT id, decision_id, 'X', '%', now() FROM decision_documents
        """,
        """
        INSERT INTO reopenings (decision_id, document_id, ground, reference, reasons, reopened_by, reopened_at)
        SELECT decision_id, id, 'court', 'X', 'X', '%', now() FROM decision_documents
        """,
        """
        INSERT INTO grant_decisions (document_id, grant_id, kind, amount_before, amount_after, reasons, delegation_id,
                                     appeal_kind, appeal, decided_by, decided_at)
        SELECT paper.id, grants.id, 'revocation', amount, amount, 'X', delegations.id, 'legality-review', 'X', '%', now()
          FROM decision_documents AS paper, grants, delegations LIMIT 1
        """,
        """
        INSERT INTO successor_offers (id, condition_id, last_day, message, offered_by, offered_at)
        SELECT gen_random_uuid(), id, current_date, 'X', '%', now() FROM conditions
        """,
        """
        INSERT INTO appeals (id, decision_id, kind, received_on, appellant, is_late, recorded_by, recorded_at)
        SELECT gen_random_uuid(), id, 'legality-review', current_date, 'X', false, '%', now() FROM decisions
        """,
    ])
    func `of what is written of a grant or a decision`(_ statement: String) async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.declareConflict(made, by: scene.disa)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(statement.replacing("%", with: "\(scene.disa.id)"))
            }
            #expect(error.constraint == "case_officer_is_impartial")
        }
    }

    @Test(arguments: [
        """
        INSERT INTO report_returns (report_id, reasons, due_on, returned_by, returned_at)
        SELECT id, 'X', current_date, '%', now() FROM grant_reports
        """,
        """
        INSERT INTO report_settlements (id, report_id, payable, entitled, claimed, reasons, proposed_by, proposed_at)
        SELECT gen_random_uuid(), id, 0, 0, 0, 'X', '%', now() FROM grant_reports
        """,
        """
        WITH paper AS (
            INSERT INTO decision_documents
            SELECT gen_random_uuid(), application_id, decision_id, 'report-settlement', 'B 9', content, content_hash, '',
                   issued_by, now()
              FROM decision_documents
            RETURNING id, issued_by
        ), decided AS (
            INSERT INTO grant_decisions (document_id, grant_id, kind, amount_before, amount_after, reasons, delegation_id,
                                         appeal_kind, appeal, decided_by, decided_at)
            SELECT paper.id, grants.id, 'report-settlement', amount, amount, 'X', delegations.id, 'legality-review', 'X',
                   issued_by, now()
              FROM paper, grants, delegations LIMIT 1
            RETURNING document_id
        )
        INSERT INTO settlement_confirmations (settlement_id, confirmed_by, confirmed_at, document_id)
        SELECT report_settlements.id, '%', now(), document_id FROM report_settlements, decided
        """,
        "UPDATE appeals SET outcome = 'withdrawn', ended_on = received_on, ended_by = '%', ended_at = now()",
    ])
    func `of what is written of a report, and of the end of an appeal`(_ statement: String) async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true)
            try await scene.declareConflict(reported.case, by: scene.disa)
            func write(_ statement: String, by person: Person) async throws {
                try await scene.database.run(statement.replacing("%", with: "\(person.id)"))
            }
            try await write(
                """
                INSERT INTO report_settlements (id, report_id, payable, entitled, claimed, reasons, proposed_by, proposed_at)
                SELECT gen_random_uuid(), id, 0, 0, 0, 'X', '%', now() FROM grant_reports
                """, by: scene.amira)
            try await write(
                """
                INSERT INTO appeals (id, decision_id, kind, received_on, appellant, is_late, recorded_by, recorded_at)
                SELECT gen_random_uuid(), id, 'legality-review', current_date, 'X', false, '%', now() FROM decisions
                """, by: scene.amira)
            let error = try await #require(throws: PostgresError.self) { try await write(statement, by: scene.disa) }
            #expect(error.constraint == "case_officer_is_impartial")
            try await write(statement, by: scene.dag)
        }
    }

    @Test func `of what is written off, though not of what has come back`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.settleReport(of: reported.case, reported.grant)
            _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
            try await scene.declareConflict(reported.case, by: scene.disa)
            func write(_ kind: String) async throws {
                try await scene.database.run(
                    """
                    INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at)
                    SELECT gen_random_uuid(), id, '\(kind)', 1, 'X', current_date, '\(scene.disa.id)', now() FROM claims
                    """)
            }
            let error = try await #require(throws: PostgresError.self) { try await write("written-off") }
            #expect(error.constraint == "case_officer_is_impartial")
            try await write("repaid")
        }
    }
}
