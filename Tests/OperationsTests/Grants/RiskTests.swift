import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A condition at risk` {
    private func risks(_ scene: Scene, _ made: Case) async throws -> [Condition.Risk] {
        try #require(try await scene.grant(of: made.application)?.conditions.first).risks
    }

    /// The same case in a call that does not accept the calendar as a channel.
    private func byMail(_ scene: Scene) async throws -> Case {
        let made = try await scene.case(.approved)
        try await scene.database.run(
            "ALTER TABLE call_rules DISABLE TRIGGER USER", "UPDATE call_rules SET calendar_is_channel = false",
            "ALTER TABLE call_rules ENABLE TRIGGER USER")
        return made
    }

    private func send(_ scene: Scene, _ made: Case, bounced: [Library.ID]) async throws {
        let names = bounced.map { "'\($0)'" }.joined(separator: ", ")
        try await scene.database.run(
            """
            INSERT INTO dispatches (event_id, event_version, library_id, accepted_at, bounced_at)
            SELECT event.id, event.version, library, now(),
                   CASE WHEN library = ANY (ARRAY[\(names)]::uuid[]) THEN now() + interval '1 second' END
              FROM events AS event CROSS JOIN LATERAL invited_libraries(event, event_hosts(event)) AS library
             WHERE event.id = '\(made.event)'
            """)
    }

    @Test func `is none while all is well`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            #expect(try await risks(scene, made) == [])
            #expect(try await scene.operations.noticeRisks() == 0)
        }
    }

    @Test func `is one with hardly more seats for others than the call wants, and its library is told once`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.approved, for: scene.boundEvent { $0.seats = Seats(forAnybody: 5) })
            #expect(try await risks(scene, made).map(\.reason) == [.seatsAreNearlyGone])
            _ = try await scene.operations.moveGrants()
            #expect(try await scene.database.outbox(limit: 50).filter { $0.topic == "condition-at-risk" }.count == 1)
            #expect(try await scene.operations.noticeRisks() == 0)
            #expect(try await scene.database.risksOnDesk(limit: 5).map(\.found.risk.reason) == [.seatsAreNearlyGone])
            try await scene.edit(made.event) { $0.seats = Seats(forAnybody: 6) }
            #expect(try await risks(scene, made) == [])
            let grant = try #require(try await scene.grant(of: made.application))
            #expect(!grant.paymentHold && grant.conditions.map(\.state) == [.held])
        }
    }

    @Test func `is told again when it went away and came back, and keeps when each began and was over`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved, for: scene.boundEvent { $0.seats = Seats(forAnybody: 5) })
            let condition = try #require(try await scene.grant(of: made.application)?.conditions.first).id
            #expect(try await scene.operations.noticeRisks() == 1)
            for seats in [30, 30, 5] {
                try await scene.edit(made.event) { $0.seats = Seats(forAnybody: seats) }
                #expect(try await scene.operations.noticeRisks() == (seats == 5 ? 1 : 0))
            }
            #expect(try await scene.operations.noticeRisks() == 0)
            let kept = try await scene.database.riskNotices(of: condition)
            #expect(kept.map(\.isOver) == [false, true, false])
            #expect(try await scene.database.outbox(limit: 50).filter { $0.topic == "condition-at-risk" }.count == 2)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "INSERT INTO risk_notices (condition_id, reason) VALUES ('\(condition)', 'seats-nearly-gone')")
            }
            #expect(error.constraint == "risk_begins_before_it_is_over")
        }
    }

    @Test func `counts what the calendar has delivered only for a call that accepts the calendar`() async throws {
        try await withScene { scene in
            let made = try await byMail(scene)
            try await scene.database.run(
                """
                INSERT INTO dispatches (event_id, event_version, library_id, channel, accepted_at)
                SELECT event.id, event.version, library, 'calendar', now()
                  FROM events AS event CROSS JOIN LATERAL invited_libraries(event, event_hosts(event)) AS library
                 WHERE event.id = '\(made.event)'
                """)
            let delivered = try await scene.database.delivered(to: [made.event])
            #expect(delivered.counted(by: CallRule(calendarIsChannel: true))[made.event]?.count == 32)
            #expect(delivered.counted(by: CallRule(calendarIsChannel: false)).isEmpty)
            let hashes = try await scene.client.transaction { transaction in
                try await transaction.lines(
                    """
                    SELECT DISTINCT (sent.content_hash = invitation_hash(event))::text
                      FROM dispatches AS sent JOIN events AS event ON event.id = sent.event_id
                    """)
            }
            #expect(hashes == ["true"])
            try await send(scene, made, bounced: [])
            #expect(
                try await scene.database.delivered(to: [made.event])
                    .counted(by: CallRule(calendarIsChannel: false))[made.event]?.count == 32)
        }
    }

    @Test func `is one whose registration opens as late as it may`() async throws {
        try await withScene { scene in
            let made = try await scene.case(
                .approved, for: scene.boundEvent { $0.registration.opensAt = $0.startsAt.adding(days: -14) })
            #expect(try await risks(scene, made).map(\.reason) == [.registrationOpensLate])
        }
    }

    @Test func `is one whose mail came back, by name, where the calendar is no channel`() async throws {
        try await withScene { scene in
            let made = try await byMail(scene)
            let five = try await scene.regionalLibraries().filter { $0 != (try scene.library(of: scene.karin)) }
                .sorted().prefix(5)
            try await send(scene, made, bounced: Array(five))
            let risks = try await risks(scene, made)
            #expect(risks.map(\.reason) == [.dispatchBounced])
            #expect(risks.first?.libraries.sorted() == Array(five))
            #expect(try await scene.operations.sweepInvariants() == [], "mail has three days")
            let names = Set(
                try await scene.operations.evaluateApplication(
                    scene.application(made.application), for: nil
                ).blocking.flatMap(\.libraries))
            #expect(names == [])
            // Four days later, as far as the invitation is concerned.
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER USER",
                "UPDATE events SET published_at = now() - interval '4 days', invitation_published_at = now() - interval '4 days'",
                "ALTER TABLE events ENABLE TRIGGER USER")
            let found = try await scene.operations.evaluateApplication(
                scene.application(made.application), for: nil
            ).blocking
            #expect(found.filter { $0.predicate == .evidence }.map(\.reason) == [.invitationIsNotDelivered])
            #expect(found.first { $0.predicate == .evidence }?.libraries == Array(five))
        }
    }

    @Test func `is asked when its mail should have come, by one instance, and no second time`() async throws {
        try await withScene { scene in
            let made = try await byMail(scene)
            #expect(try await scene.operations.askAtInstants() == 0)
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER USER",
                "UPDATE events SET (published_at, invitation_published_at) = (now() - interval '72 hours', now() - interval '72 hours')",
                "ALTER TABLE events ENABLE TRIGGER USER")
            #expect(try await scene.operations.askAtInstants() == 1)
            let alarms = try await scene.database.openAlarms(limit: 5)
            #expect(alarms.map(\.invariant) == ["funded_event_invites_region"])
            #expect(alarms.map(\.detail) == ["P9 invitation_not_delivered"])
            #expect(try await scene.operations.askAtInstants() == 0)
            let told = try await scene.operations.sweepInvariants().map(\.subjectID)
            let condition = try #require(try await scene.grant(of: made.application)?.conditions.first)
            #expect(told == [condition.id.rawValue])
        }
    }

    @Test func `is one whose mail has not come when the notice runs out`() async throws {
        try await withScene { scene in
            let made = try await byMail(scene)
            #expect(try await risks(scene, made) == [])
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER USER",
                "UPDATE events SET starts_at = now() + interval '14 days 12 hours', ends_at = now() + interval '15 days'",
                "ALTER TABLE events ENABLE TRIGGER USER")
            let risks = try await risks(scene, made)
            #expect(risks.map(\.reason) == [.noticeIsNear])
            #expect(risks.first?.libraries.count == 32)
        }
    }
}
