import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What keeps the money's rules in SQL is taken away, one guard at a time: what it refuses is then let through. So it is
/// that guard that refuses it, in the tests beside.
@Suite struct `Without its guard` {
    private func settle(
        _ scene: Scene, _ event: Event.ID, of id: Grant.ID, _ settlement: BreachSettlement
    ) async throws -> Condition {
        let condition = try #require(try await scene.grant(id).conditions.first { $0.eventID == event }).id
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Dyrare.", by: scene.dag)
        return try #require(try await scene.grant(id).conditions.first { $0.id == condition })
    }

    private func refuse(_ statement: String, _ constraint: String, _ scene: Scene) async throws {
        let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
        #expect(error.constraint == constraint)
    }

    @Test func `more is withheld of a condition than its share, and the sweep tells`() async throws {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            try await scene.raisePrice(of: two.events[0], to: 200)
            _ = try await settle(scene, two.events[0], of: two.grant.id, .enforced(dueOn: nil))
            let more = """
                INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at,
                                         document_id, delegation_id)
                SELECT gen_random_uuid(), condition_id, outcome, reasons, 1, settled_by, now(), document_id,
                       delegation_id FROM settlements WHERE outcome = 'enforced' LIMIT 1
                """
            try await refuse(more, "withheld_stays_within_share", scene)
            try await scene.database.run("DROP TRIGGER withheld_stays_within_share ON settlements", more)
            let found = Set(try await scene.operations.sweepInvariants().map(\.invariant))
            #expect(found.contains("withheld_stays_within_share"))
        }
    }

    /// With the guard the condition stays as it was settled last; without, the first of two decisions takes it back.
    @Test(arguments: [true, false])
    func `a reopened decision takes the last word from a later one`(_ isGuarded: Bool) async throws {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            let (event, id) = (two.events[0], two.grant.id)
            try await scene.pay(scene.attestFirst(of: id), of: id)
            try await scene.raisePrice(of: event, to: 200)
            let first = try await settle(scene, event, of: id, .waived(accepted: .kronor(10_000)))
            try await scene.raisePrice(of: event, to: 300)
            _ = try await settle(scene, event, of: id, .enforced(dueOn: nil))
            if !isGuarded {
                try await scene.database.run(
                    """
                    CREATE OR REPLACE FUNCTION is_last_word(settlement settlements) RETURNS boolean LANGUAGE sql STABLE
                    AS 'SELECT true'
                    """)
            }
            _ = try await scene.operations.reopenLaterDecision(
                #require(first.settlements[0].documentID), on: two.grant.applicationID,
                Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
            let after = try #require(try await scene.grant(id).conditions.first { $0.eventID == event })
            #expect(after.state == (isGuarded ? .enforced : .breached))
        }
    }

    @Test func `a grant is closed of which something is given`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            try await scene.age("conditions", "UPDATE conditions SET state = 'discharged'")
            let close = "UPDATE grants SET state = 'closed', closed_on = today() WHERE id = '\(accepted.grant.id)'"
            try await refuse(close, "grant_is_taken_back", scene)
            try await scene.database.run("DROP TRIGGER closed_grant_is_done_with ON grants", close)
            #expect(try await scene.grant(accepted.grant.id).state == .closed)
        }
    }

    @Test func `a funded event is moved into the past in silence`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.letRegistrationPass()
            let move = """
                UPDATE events SET starts_at = now() - interval '1 day', ends_at = now() - interval '20 hours'
                 WHERE id = '\(funded.event)'
                """
            try await refuse(move, "funded_event_invites_region", scene)
            try await scene.database.run(
                """
                DO $do$ BEGIN
                    EXECUTE replace(pg_get_functiondef('change_ends_registration'::regproc),
                                    'after.starts_at <> before.starts_at AND', 'false AND');
                END $do$
                """, "ALTER TABLE events DISABLE TRIGGER day_said_is_kept",
                "ALTER TABLE events DISABLE TRIGGER agreed_day_has_its_decision", move)
        }
    }
}
