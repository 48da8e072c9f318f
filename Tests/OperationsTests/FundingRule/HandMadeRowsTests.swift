import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What stands in a case, changed by somebody at the database's own prompt.
@Suite struct `Rows of a case that are changed by hand` {
    private func refusal(of statements: [String], _ scene: Scene) async throws -> String? {
        let error = try await #require(throws: PostgresError.self) {
            try await scene.client.transaction { transaction in
                for statement in statements { try await transaction.run(statement) }
            }
        }
        return error.constraint
    }

    /// Any event may be named as the one that took the place of another: one that the grant asks nothing of frees nobody.
    @Test func `let no event go for another that the grant does not bind`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let other = try await scene.case(.drafted).event
            let letGo = """
                UPDATE conditions SET state = 'not-applicable', successor_event_id = '\(other)'
                 WHERE event_id = '\(funded.event)'
                """
            #expect(try await refusal(of: [letGo], scene) == "released_condition_has_its_cause")

            // Guards off: the sweep finds it.
            try await scene.database.run("ALTER TABLE conditions DISABLE TRIGGER USER")
            try await scene.database.run(letGo)
            try await scene.database.run("ALTER TABLE conditions ENABLE TRIGGER USER")
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant) == ["released_condition_has_its_cause"])
        }
    }

    @Test func `end no grant that was neither declined, revoked nor decided anew`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            #expect(
                try await refusal(of: ["UPDATE grants SET state = 'ended'"], scene) == "ended_grant_has_its_cause")
        }
    }

    @Test(arguments: [
        "UPDATE payments SET account_number = '9912346'",
        "UPDATE payments SET attested_by = requested_by",
        "UPDATE payments SET attested_by = (SELECT id FROM people WHERE email = 'frida@region.example')",
        "UPDATE payments SET attested_at = attested_at - interval '1 day'",
    ])
    func `send no attested payment elsewhere, and name nobody else who attested it`(_ statement: String) async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            _ = try await scene.attestFirst(of: accepted.grant.id)
            let constraint = try await refusal(of: [statement], scene)
            #expect(["attested_payment_is_kept", "attested_payment_is_complete"].contains(constraint))
        }
    }

    @Test(arguments: [
        ("UPDATE grant_applications SET registry_number = 'SAM 2020/0001'", "received_application_keeps_its_number"),
        ("UPDATE grant_applications SET submitted_at = now()", "received_application_keeps_its_number"),
        ("UPDATE grant_applications SET submitted_by = created_by", "received_application_keeps_its_number"),
        ("UPDATE completion_requests SET fields = '{title,budget}'", "completion_request_is_kept"),
        ("DELETE FROM completion_requests", "completion_request_is_kept"),
        ("UPDATE delegations SET text = 'X'", "delegation_is_kept"),
        ("TRUNCATE declared_conflicts", "declaration_is_kept"),
        ("TRUNCATE review_assignments CASCADE", "assignment_is_kept"),
        ("TRUNCATE appeals", "appeal_is_kept"),
        ("TRUNCATE completion_requests CASCADE", "completion_request_is_kept"),
    ])
    func `are refused where they are kept`(_ statement: String, _ constraint: String) async throws {
        try await withScene { scene in
            let received = try await scene.case(.handled)
            try await scene.askForCompletion(received)
            #expect(try await refusal(of: [statement], scene) == constraint)
        }
    }

    @Test func `make nobody the case officer who has a conflict of interest`() async throws {
        try await withScene { scene in
            let received = try await scene.case(.submitted)
            #expect(
                try await refusal(
                    of: [
                        """
                        UPDATE grant_applications SET status = 'in-review', case_officer_id = '\(scene.ulf.id)'
                         WHERE id = '\(received.application)'
                        """
                    ], scene) == "case_officer_is_impartial")
        }
    }

    @Test(arguments: [
        "UPDATE region_members SET valid_to = CURRENT_DATE WHERE valid_to IS NULL",
        "UPDATE libraries SET kind = 'university' WHERE kind = 'public'",
    ])
    func `take no library out of the region that a funded event has to invite`(_ statement: String) async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            #expect(try await refusal(of: [statement], scene) == "funded_event_invites_region")
        }
    }

    @Test func `leave no gap in the registry numbers unseen`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.submitted)
            try await scene.database.run("UPDATE registry_series SET last_number = last_number + 1")
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant) == ["registry_numbers_have_no_gaps"])
        }
    }
}
