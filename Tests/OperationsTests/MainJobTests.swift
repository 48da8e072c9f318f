import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What the service is for, from the idea of an event to the money for it.
@Suite struct `The main job` {
    @Test func `leads from a draft of an event to a grant that is held to its condition`() async throws {
        try await withScene { scene in
            let operations = scene.operations
            let call = try await scene.openCall()
            let event = try await scene.draftEvent()

            let draft = scene.request(for: [event])
            let id = try await operations.draftApplication(
                draft, to: call, from: scene.library(of: scene.karin), by: scene.karin)
            let early = try await operations.evaluateApplication(scene.application(id), for: nil)
            #expect(early.verdict == .fails)
            #expect(Set(early.blocking.map(\.reason)) == [.nobodyIsInvited, .invitationIsDraft])

            try await scene.invite(event, .all, .bound)
            #expect(try await operations.evaluateApplication(scene.application(id), for: nil).verdict == .holds)

            _ = try await operations.submitApplication(id, attested: true, by: scene.ulf)
            let submitted = try await scene.application(id)
            #expect(submitted.status == .submitted)
            #expect(submitted.receipt?.submittedBy == scene.ulf.id)
            #expect(try await !scene.event(event).isPublished)

            _ = try await operations.handleApplication(id, by: scene.amira)
            try await scene.recommend(id)
            #expect(try await scene.application(id).caseOfficerID == scene.amira.id)
            try await scene.approve(id)
            try await Self.expectGranted(id, event, call, scene)
            #expect(
                try await scene.database.caseEvents(of: id).map(\.kind)
                    == ["draft", "submit", "handle", "recommend", "approved"])
            #expect(
                try await scene.database.evaluations(of: id, limit: 9).evaluations.reversed()
                    .map { "\($0.moment) \($0.verdict)" }
                    == ["submission holds", "recommendation holds", "decision holds"])
            #expect(try await operations.sweepInvariants() == [])
        }
    }

    private static func expectGranted(
        _ id: GrantApplication.ID, _ event: Event.ID, _ call: Call.ID, _ scene: Scene
    ) async throws {
        let decision = try #require(try await scene.database.decision(on: id))
        #expect(decision.outcome == .approved(.kronor(30_000)))
        #expect(decision.decidedBy == scene.dag.id)
        let grant = try #require(try await scene.grant(of: id))
        #expect(grant.amount == .kronor(30_000))
        #expect(!grant.paymentHold)
        #expect(grant.conditions.map(\.eventID) == [event])
        #expect(grant.conditions.map(\.state) == [.held])
        #expect(grant.conditions.map(\.costShare) == [.kronor(30_000)])
        let published = try await scene.event(event)
        #expect(published.isPublished)
        #expect(published.invitation.state == .published)
        #expect(published.invitesRegion)
        #expect(try await scene.call(call).committed == .kronor(30_000))
        let topics = try await scene.database.outbox(limit: 9).map(\.topic)
        #expect(topics == ["decision-made", "invitation-published", "application-received"])
    }

    @Test func `keeps what was received word for word under its hash`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            let snapshot = try #require(try await scene.database.snapshots(of: made.application).first)
            let hash = try await scene.client.transaction {
                try await $0.lines(
                    "SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex') FROM application_snapshots")
            }
            #expect(hash == [snapshot.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()])
            #expect(snapshot.content.contains("\"requestedAmount\":\"30000.00\""))
            #expect(snapshot.content.contains("\"invitationState\":\"bound\""))
            let number = try #require(try await scene.application(made.application).receipt?.registryNumber)
            #expect(snapshot.content.contains("\"registryNumber\":\"\(number)\""))
            #expect(number.hasSuffix("/0001"))
        }
    }

    @Test func `does all that an approval is in one transaction`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let transactions: Int? = try await scene.database.value(
                Self.transactionsOfApproval(funded.application), column: "transactions")
            #expect(transactions == 1)
        }
    }

    @Test func `is seen by others whole or not at all`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            var cases: [Case] = []
            for _ in 0..<8 { cases.append(try await scene.case(.recommended, in: call)) }
            let ready = cases
            let seen = try await scene.database.withSecondClient { onlooker in
                async let watched = Self.watch(onlooker, until: ready.count)
                for made in ready { try await scene.approve(made.application) }
                return try await watched
            }
            #expect(seen.unpublished == 0)
            #expect(seen.looks > ready.count, "the onlooker did not look often enough to see anything")
        }
    }

    /// Looks at the applications again and again until all are approved; counts approvals without all that goes with
    /// them.
    private static func watch(_ onlooker: PostgresClient, until all: Int) async throws -> (looks: Int, unpublished: Int)
    {
        var looks = 0
        var unpublished = 0
        while true {
            let row = try #require(try await onlooker.rows(approvals).first)
            looks += 1
            unpublished += try row["unpublished"]
            if try row["approved"] as Int == all { return (looks, unpublished) }
        }
    }

    private static let approvals = Query(
        name: "MainJobTests.approvals",
        text: """
            SELECT count(*) AS approved,
                   count(*) FILTER (WHERE NOT event.invites_region OR event.status <> 'published'
                                       OR event.invitation_state <> 'published' OR condition.id IS NULL) AS unpublished
              FROM grant_applications AS application
              JOIN application_events AS share ON share.application_id = application.id
              JOIN events AS event ON event.id = share.event_id
              LEFT JOIN grants AS award ON award.application_id = application.id
              LEFT JOIN conditions AS condition ON condition.grant_id = award.id AND condition.event_id = event.id
             WHERE application.status = 'approved'
            """)

    private static func transactionsOfApproval(_ id: GrantApplication.ID) -> Query {
        Query(
            name: "MainJobTests.transactions",
            text: """
                WITH award AS (SELECT * FROM grants WHERE application_id = $1),
                share AS (SELECT * FROM application_events WHERE application_id = $1),
                written (by) AS (
                    SELECT xmin::text FROM decisions WHERE application_id = $1
                    UNION ALL SELECT xmin::text FROM grants WHERE application_id = $1
                    UNION ALL SELECT xmin::text FROM grant_applications WHERE id = $1
                    UNION ALL SELECT xmin::text FROM conditions WHERE grant_id IN (SELECT id FROM award)
                    UNION ALL SELECT xmin::text FROM events WHERE id IN (SELECT event_id FROM share)
                    UNION ALL SELECT xmin::text FROM calls WHERE id IN (SELECT call_id FROM award)
                    UNION ALL SELECT xmin::text FROM rule_evaluations WHERE application_id = $1 AND moment = 'decision'
                    UNION ALL SELECT xmin::text FROM outbox WHERE subject_id = $1 AND topic = 'decision-made'
                    UNION ALL SELECT xmin::text FROM outbox WHERE subject_id IN (SELECT event_id FROM share))
                SELECT count(DISTINCT by) AS transactions FROM written HAVING count(*) = 9
                """, parameters: [id.postgresValue])
    }
}
