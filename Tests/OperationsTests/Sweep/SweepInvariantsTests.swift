import Domain
import Foundation
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `The sweep` {
    @Test(arguments: [TestContent.people, .everything])
    func `finds nothing where nobody came past the guards`(_ content: TestContent) async throws {
        try await withScene(content) { scene in
            let call = try await scene.openCall()
            for stage in Stage.allCases { _ = try await scene.case(stage, in: call) }
            let broken = try await scene.case(.approved, in: call)
            _ = try await scene.operations.reportDeviation(
                from: broken.event, because: "Brand.", .cancellation, by: scene.karin)
            #expect(try await scene.operations.sweepInvariants() == [])
            #expect(try await scene.database.openAlarms(limit: 9).isEmpty)
        }
    }

    @Test func `takes what was done after a decision was superseded for no fault of that decision`() async throws {
        try await withScene { scene in
            let dag = try await scene.giving("case_officer", to: scene.dag)
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reopenDecision(
                on: made.application, Reopening(ground: .court, reference: "Mål 1", reasons: "Upphävt."), by: dag)
            _ = try await scene.operations.recommendDecision(
                on: made.application, .approve(.kronor(30_000)), reasons: "Igen.", by: dag)
            _ = try await scene.operations.approveApplication(
                made.application, amount: .kronor(30_000), reasons: "Igen.", by: scene.disa)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    /// Guards off, one thing broken by hand, guards on: the sweep finds that and nothing else.
    @Test(arguments: Breakage.allCases)
    func `finds just what was broken by hand`(_ breakage: Breakage) async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let subjects = try await Self.subjects(of: funded, scene)
            try await scene.client.transaction { transaction in
                for statement in breakage.statements { try await transaction.run(statement) }
            }
            let found = try await scene.operations.sweepInvariants()
            #expect(Set(found.map(\.invariant)) == breakage.invariants)
            #expect(found.count == breakage.invariants.count)
            #expect(found.allSatisfy { $0.subjectID == subjects[breakage.subject] })
            #expect(Set(try await scene.database.openAlarms(limit: 9).map(\.invariant)) == breakage.invariants)
        }
    }

    /// It reads several tables one after another, and must not take what happened in between for a fault: here it is
    /// held up halfway, while a condition ends and its event is closed, as it then may be.
    @Test func `finds nothing in what changes while it looks`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.database.run(
                "ALTER TABLE conditions DISABLE TRIGGER released_condition_has_its_cause")
            let found = try await scene.client.transaction { transaction in
                try await transaction.run("LOCK TABLE municipalities IN ACCESS EXCLUSIVE MODE")
                let sweeping = Task { try await scene.operations.sweepInvariants() }
                try await Self.waitForSomebodyHeldUp(scene.database)
                try await transaction.run("UPDATE conditions SET state = 'discharged'")
                try await transaction.run(
                    "UPDATE events SET invitation_scope = 'own', version = version + 1 WHERE id = '\(funded.event)'")
                return sweeping
            }
            #expect(try await found.value == [])
        }
    }

    private static func waitForSomebodyHeldUp(_ database: TestDatabase) async throws {
        try await database.withSecondClient { onlooker in
            var waiting = 0
            // A sweep that never comes by there is not held up.
            let deadline = ContinuousClock.now + .seconds(5)
            while waiting == 0, ContinuousClock.now < deadline {
                waiting =
                    try await onlooker.value(
                        Query(
                            name: "SweepTests.waiting",
                            text: """
                                SELECT count(*) AS waiting FROM pg_locks JOIN pg_database ON oid = pg_locks.database
                                 WHERE datname = current_database() AND NOT granted
                                """), column: "waiting")
                    ?? 0
            }
        }
    }

    @Test func `raises one alarm a fault, and settles it when the fault is gone`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.database.run("UPDATE calls SET committed = committed + 1 WHERE id = '\(funded.call)'")
            for _ in 0..<3 { #expect(try await scene.operations.sweepInvariants().count == 1) }
            #expect(try await scene.database.openAlarms(limit: 9).count == 1)
            try await scene.database.run("UPDATE calls SET committed = committed - 1 WHERE id = '\(funded.call)'")
            #expect(try await scene.operations.sweepInvariants() == [])
            #expect(try await scene.database.openAlarms(limit: 9).isEmpty)
        }
    }

    /// A condition that asks for more than the event does is refused; with that guard off, the sweep finds it.
    @Test func `finds a condition that asks for more libraries than are invited`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            let event = try await scene.boundEvent()
            try await scene.invite(event, .list, .bound, [scene.library(of: scene.lena)])
            _ = try await scene.case(.approved, in: call, for: event)
            let asksForMore = "UPDATE conditions SET minimum_invited = 32"
            let refused = await #expect(throws: PostgresError.self) { try await scene.database.run(asksForMore) }
            #expect(refused?.constraint == "condition_keeps_its_terms")
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.database.run(
                "ALTER TABLE conditions DISABLE TRIGGER condition_keeps_its_terms", asksForMore)
            #expect(
                Set(try await scene.operations.sweepInvariants().map(\.invariant)) == [
                    "held_condition_has_an_inviting_event", "event_says_whether_it_invites_region",
                    "funded_event_invites_region",
                ])
        }
    }

    /// P15 stops when the event does: what then changes in the region is nobody's breach.
    @Test(arguments: [true, false])
    func `is quiet about what happens when an event has ended`(_ hasEnded: Bool) async throws {
        try await withScene { scene in
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            let event = try await scene.boundEvent()
            let perstorp = try scene.library(of: scene.pontus)
            try await scene.invite(event, .list, .bound, [perstorp])
            _ = try await scene.case(.approved, in: call, for: event)
            if hasEnded { try await Self.moveBack(days: 100, scene) }
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.takeOutOfRegion(perstorp, daysAgo: 10)
            #expect(try await scene.operations.sweepInvariants().isEmpty == hasEnded)
            try await scene.takeOutOfRegion(perstorp, daysAgo: 50)
            #expect(try await !scene.operations.sweepInvariants().isEmpty, "it closed before the event")
        }
    }

    /// All that has been of the events was so many days earlier, as if they had been given in time.
    private static func moveBack(days: Int, _ scene: Scene) async throws {
        let columns = ["starts_at", "ends_at", "published_at", "invitation_published_at"]
        let moved = columns.map { "\($0) = \($0) - interval '\(days) days'" }.joined(separator: ", ")
        let facts = columns.map { "'\($0)', event.\($0)" }.joined(separator: ", ")
        try await scene.database.run(
            "ALTER TABLE events DISABLE TRIGGER USER", "UPDATE events SET \(moved)",
            "ALTER TABLE events ENABLE TRIGGER USER",
            "ALTER TABLE event_versions DISABLE TRIGGER USER",
            """
            UPDATE event_versions SET recorded_at = recorded_at - interval '\(days) days',
                   facts = facts || jsonb_build_object(\(facts))
              FROM events AS event WHERE event.id = event_id
            """,
            "ALTER TABLE invitation_publications DISABLE TRIGGER USER",
            "UPDATE invitation_publications SET content_hash = invitation_hash(event) FROM events AS event WHERE event.id = event_id",
            "UPDATE calls SET project_starts_on = project_starts_on - \(days)")
    }

    /// More events than one statement asks of.
    @Test func `asks of however many events, a few at a time`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let columns = """
                host_library_id, title, kind, summary, description, starts_at, ends_at, attendance, venue_name,
                venue_municipality_code, capacity, seats_any, status, published_at, invitation_scope, invitation_state,
                invitation_published_at, created_by
                """
            try await scene.database.run(
                """
                INSERT INTO events (id, calendar_uid, \(columns))
                SELECT gen_random_uuid(), 'copy ' || number, \(columns)
                  FROM events, generate_series(1, 250) AS number WHERE id = '\(funded.event)'
                """,
                "ALTER TABLE events DISABLE TRIGGER USER",
                "UPDATE events SET invites_region = false WHERE id <> '\(funded.event)'")
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == Array(repeating: "event_says_whether_it_invites_region", count: 250))
            try await scene.database.run(
                "UPDATE events SET starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' WHERE id <> '\(funded.event)'"
            )
            #expect(try await scene.operations.sweepInvariants() == [], "nobody can come to them any more")
        }
    }

    private static func subjects(of funded: Case, _ scene: Scene) async throws -> [Breakage.Subject: UUID] {
        let grant = try #require(try await scene.grant(of: funded.application))
        let decision: UUID? = try await scene.database.value(
            Query(name: "SweepTests.decision", text: "SELECT id FROM decisions"), column: "id")
        return [
            .application: funded.application.rawValue, .event: funded.event.rawValue, .call: funded.call.rawValue,
            .grant: grant.id.rawValue, .condition: try #require(grant.conditions.first).id.rawValue,
            .decision: try #require(decision),
        ]
    }
}

/// One invariant broken by hand by somebody who may switch off the guards.
enum Breakage: String, CaseIterable, Sendable {
    case closedEvent, wrongFlag, approvedWithoutGrant, grantWithoutApproval, missingCondition, breachWithoutHold
    case wrongSum, sameEyes, changedSnapshot, missingSnapshot, shortNotice, waivedWithoutCause
    case dearer, outsidePeriod, notHosted, gap, curtailed, unlogged, otherHosts
    case falseRecommender, wrongShare, closedBreach, partialDecider, unaskedCompletion, strayChange
    case endedWithoutCause, forgedVersion

    enum Subject { case application, event, call, grant, condition, decision }

    var invariants: Set<String> {
        switch self {
        // Both the rows and the rule itself say so.
        case .closedEvent: ["held_condition_has_an_inviting_event", "funded_event_invites_region"]
        case .wrongFlag: ["event_says_whether_it_invites_region"]
        case .approvedWithoutGrant, .grantWithoutApproval: ["approved_application_has_a_grant"]
        case .missingCondition: ["grant_has_a_condition_per_event"]
        case .breachWithoutHold: ["breached_condition_holds_payment"]
        case .waivedWithoutCause: ["released_condition_has_its_cause"]
        case .wrongSum: ["call_money_adds_up"]
        case .sameEyes: ["four_eyes_decide"]
        case .endedWithoutCause: ["ended_grant_has_its_cause"]
        case .changedSnapshot, .missingSnapshot, .forgedVersion: ["snapshot_is_what_was_received"]
        case .shortNotice, .dearer, .outsidePeriod, .notHosted:
            ["held_condition_has_an_inviting_event", "funded_event_invites_region"]
        // The state holds again; that it did not in between only the history knows.
        case .gap, .curtailed: ["funded_event_invites_region"]
        case .unlogged: ["funded_event_invites_region"]
        case .falseRecommender: ["four_eyes_decide"]
        case .wrongShare: ["granted_amount_adds_up"]
        case .strayChange: ["grant_stands_as_decided"]
        case .closedBreach: ["breached_condition_holds_payment"]
        case .otherHosts: ["condition_keeps_its_terms"]
        case .partialDecider: ["case_officer_is_impartial"]
        case .unaskedCompletion: ["completion_is_asked_for"]
        }
    }

    var subject: Subject {
        switch self {
        case .closedEvent, .breachWithoutHold, .shortNotice, .waivedWithoutCause, .dearer, .outsidePeriod, .notHosted,
            .gap,
            .curtailed, .unlogged, .otherHosts, .closedBreach:
            .condition
        case .wrongFlag: .event
        case .approvedWithoutGrant, .grantWithoutApproval, .changedSnapshot, .missingSnapshot, .forgedVersion,
            .unaskedCompletion:
            .application
        case .missingCondition, .wrongShare, .strayChange, .endedWithoutCause: .grant
        case .wrongSum: .call
        case .sameEyes, .falseRecommender, .partialDecider: .decision
        }
    }

    var statements: [String] {
        let dropForeignKey = "ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region"
        func unguarded(_ table: String, _ statement: String) -> [String] {
            ["ALTER TABLE \(table) DISABLE TRIGGER USER", statement, "ALTER TABLE \(table) ENABLE TRIGGER USER"]
        }
        return switch self {
        case .closedEvent: [dropForeignKey, "UPDATE events SET invitation_scope = 'own', version = version + 1"]
        case .wrongFlag: [dropForeignKey] + unguarded("events", "UPDATE events SET invites_region = false")
        case .approvedWithoutGrant:
            unguarded("conditions", "DELETE FROM conditions") + unguarded("grants", "DELETE FROM grants")
                + ["UPDATE calls SET committed = 0"]
        case .grantWithoutApproval:
            unguarded("grant_applications", "UPDATE grant_applications SET status = 'rejected'")
        case .missingCondition: unguarded("conditions", "DELETE FROM conditions")
        case .breachWithoutHold: unguarded("conditions", "UPDATE conditions SET state = 'breached'")
        case .waivedWithoutCause: unguarded("conditions", "UPDATE conditions SET state = 'waived'")
        case .wrongSum: ["UPDATE calls SET committed = committed - 1"]
        case .sameEyes:
            ["ALTER TABLE decisions DROP CONSTRAINT four_eyes_decide"]
                + unguarded("decisions", "UPDATE decisions SET recommended_by = decided_by")
        case .falseRecommender:
            unguarded("decisions", "UPDATE decisions SET recommended_by = (SELECT created_by FROM grant_applications)")
        case .partialDecider:
            unguarded(
                "declared_conflicts",
                """
                INSERT INTO declared_conflicts (id, application_id, person_id, ground, explanation, declared_by, declared_at)
                SELECT id, application_id, decided_by, 'own-interest', 'X', decided_by, decided_at - interval '1 hour'
                  FROM decisions
                """)
        case .unaskedCompletion:
            unguarded(
                "completion_requests",
                """
                INSERT INTO completion_requests (id, application_id, fields, message, due_on, requested_by, requested_at)
                SELECT id, application_id, '{title}', 'X', '2099-01-01', decided_by, decided_at + interval '1 second'
                  FROM decisions
                """)
        case .wrongShare: unguarded("conditions", "UPDATE conditions SET cost_share = cost_share + 1")
        case .strayChange:
            [
                """
                INSERT INTO change_requests (id, grant_id, number, kind, scope_before, scope_after, reasons, requested_by,
                                             requested_at)
                SELECT gen_random_uuid(), id, 1, 'scope', 'X', 'Y', 'Z', (SELECT decided_by FROM decisions), now() FROM grants
                """
            ]
        case .closedBreach:
            unguarded("conditions", "UPDATE conditions SET state = 'breached'") + [
                """
                INSERT INTO deviations (id, event_id, kind, reason, reported_by, reported_at, findings)
                SELECT id, id, 'event', 'X', created_by, now(), '[]' FROM events
                """,
                """
                INSERT INTO breaches (condition_id, grant_id, deviation_id, breached_at, reply_due_at, closed_at)
                SELECT id, grant_id, event_id, now(), now(), now() FROM conditions
                """,
                "INSERT INTO payment_holds (breach_id, grant_id, placed_at) SELECT id, grant_id, now() FROM breaches",
            ]
        case .changedSnapshot:
            unguarded("application_snapshots", "UPDATE application_snapshots SET content = content || ' '")
        case .forgedVersion:
            [
                """
                INSERT INTO application_snapshots (application_id, application_version, taken_at, content, content_hash)
                SELECT application_id, application_version + 1, taken_at, content, sha256('')
                  FROM application_snapshots
                """
            ]
        case .endedWithoutCause:
            unguarded("grants", "UPDATE grants SET state = 'ended'") + ["UPDATE calls SET committed = 0"]
        case .missingSnapshot:
            ["DELETE FROM print_jobs WHERE received_id IS NOT NULL"]
                + unguarded("received_papers", "DELETE FROM received_papers")
                + unguarded("application_snapshots", "DELETE FROM application_snapshots")
        case .shortNotice: [dropForeignKey, "UPDATE events SET starts_at = now() + interval '1 day'"]
        case .dearer: [dropForeignKey, "UPDATE events SET price_others = 100"]
        case .outsidePeriod:
            [
                dropForeignKey, "UPDATE calls SET project_ends_on = CURRENT_DATE + 30",
                "UPDATE events SET invites_region = false",
            ]
        case .notHosted:
            [
                dropForeignKey,
                "UPDATE events SET host_library_id = (SELECT id FROM libraries WHERE slug = 'perstorp')",
            ]
        case .gap:
            [
                "ALTER TABLE events DISABLE TRIGGER invites_region_is_kept",
                "UPDATE events SET audience = '{public}'", "UPDATE events SET audience = '{staff}'",
                "ALTER TABLE events ENABLE TRIGGER invites_region_is_kept",
            ]
        case .curtailed:
            [
                "ALTER TABLE events DISABLE TRIGGER invites_region_is_kept",
                "UPDATE events SET registration_closes_at = clock_timestamp() + interval '1 day'",
                "ALTER TABLE events ENABLE TRIGGER invites_region_is_kept",
            ]
        case .unlogged: unguarded("invitation_publications", "DELETE FROM invitation_publications")
        case .otherHosts:
            unguarded(
                "conditions",
                "UPDATE conditions SET hosts = hosts || (SELECT id FROM libraries WHERE slug = 'perstorp')")
        }
    }
}
