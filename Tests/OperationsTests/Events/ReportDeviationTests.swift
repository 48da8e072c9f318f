import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To report a deviation` {
    @Test
    func `narrows the invitation, breaches the condition, holds the money and tells the region, all in one commit`()
        async throws
    {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let form = InvitationForm(scope: .own, state: .draft)
            let id = try await scene.operations.reportDeviation(
                from: funded.event, because: "Lokalen krympte.", .invitation(form), by: scene.karin)
            let event = try await scene.event(funded.event)
            #expect(event.invitation.scope == .own)
            #expect(!event.invitesRegion)
            let grant = try #require(try await scene.grant(of: funded.application))
            #expect(grant.paymentHold)
            #expect(grant.conditions.map(\.state) == [.breached])
            let deviation = try #require(
                try await scene.database.deviations(of: funded.event, limit: 5, offset: 0).deviations.first)
            #expect(deviation.id == id)
            #expect(deviation.kind == .invitation)
            #expect(deviation.reason == "Lokalen krympte.")
            #expect(deviation.reportedBy == scene.karin.id)
            let breach = try #require(try await scene.database.openBreaches(limit: 5).first)
            #expect(breach.replyDueAt == breach.breachedAt.adding(days: Deviation.daysToReply))
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["deviation-reported"])
            #expect(try await Self.transactions(of: id, scene) == 1)
        }
    }

    @Test func `tells the grant's library, which may be another, until when it may answer`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.callOff(funded)
            let told = try await scene.database.outbox(limit: 9).filter { $0.topic == "breach-reported" }
            let condition = try #require(try await scene.grant(of: funded.application)?.conditions.first)
            let due = try #require(condition.openBreaches.first).replyDueAt
            #expect(told.count == 1)
            #expect(told.first?.payload.contains("\(condition.id)") == true)
            #expect(told.first?.payload.contains(Stockholm.day(due).text) == true)
        }
    }

    @Test func `calls a funded event off`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Sjukdom.", .cancellation, by: scene.karin)
            #expect(try await scene.event(funded.event).isCancelled)
            #expect(try await scene.grant(of: funded.application)?.conditions.map(\.state) == [.breached])
            let topics = try await scene.database.outbox(limit: 2).map(\.topic)
            #expect(Set(topics) == ["deviation-reported", "event-cancelled"])
        }
    }

    @Test func `changes the event's details`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Bara för egen personal.",
                .event { details in
                    var details = details
                    details.seats = Seats(capacity: 30, own: 30, others: 0, any: 0)
                    return details
                }, by: scene.karin)
            #expect(try await scene.event(funded.event).details.seats.own == 30)
            #expect(try await scene.grant(of: funded.application)?.paymentHold == true)
        }
    }

    @Test func `breaches every grant that depends on the event, each with its hold`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await scene.letEventsBeShared(in: call)
            let event = try await scene.boundEvent()
            let first = try await scene.case(.approved, in: call, for: event)
            let second = try await scene.case(.approved, in: call, for: event)
            _ = try await scene.operations.reportDeviation(from: event, because: "Brand.", .cancellation, by: scene.ulf)
            for funded in [first, second] {
                #expect(try await scene.grant(of: funded.application)?.paymentHold == true)
            }
            #expect(try await scene.database.openBreaches(limit: 9).count == 2)
        }
    }

    @Test func `is refused without a reason, and when nothing would be broken`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let without = try await refusal {
                try await scene.operations.reportDeviation(
                    from: funded.event, because: " ", .cancellation, by: scene.karin)
            }
            #expect(without.fields == ["reason"])
            await #expect(throws: Refusal.conflict(.nothingToDeviateFrom)) {
                try await scene.operations.reportDeviation(
                    from: funded.event, because: "X", .invitation(InvitationForm(scope: .public, state: .published)),
                    by: scene.karin)
            }
            let unfunded = try await scene.publishedEvent()
            await #expect(throws: Refusal.conflict(.nothingToDeviateFrom)) {
                try await scene.operations.reportDeviation(
                    from: unfunded, because: "X", .cancellation, by: scene.karin)
            }
        }
    }

    @Test func `is refused to others than the hosts, for an old version, and leaves nothing`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let before = try await scene.event(funded.event)
            for person in [scene.lena, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.reportDeviation(
                        from: funded.event, because: "X", .cancellation, by: person)
                }
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.reportDeviation(
                    from: funded.event, because: "X", .cancellation, by: scene.karin, expecting: 1)
            }
            #expect(try await scene.event(funded.event) == before)
            #expect(try await scene.database.deviations(of: nil, limit: 5, offset: 0).total == 0)
            #expect(try await scene.grant(of: funded.application)?.paymentHold == false)
        }
    }

    @Test func `leaves nothing at all if any part of it cannot be kept`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let before = try await scene.event(funded.event)
            try await scene.database.run("ALTER TABLE outbox ADD CONSTRAINT outbox_is_full CHECK (false) NOT VALID")
            await #expect(throws: PostgresError.self) {
                try await scene.operations.reportDeviation(
                    from: funded.event, because: "Brand.", .cancellation, by: scene.karin)
            }
            #expect(try await scene.event(funded.event) == before)
            #expect(try await scene.database.openBreaches(limit: 5).isEmpty)
            #expect(try await scene.grant(of: funded.application)?.conditions.map(\.state) == [.held])
        }
    }

    @Test func `what gets worse after a first deviation is to be told as well`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)),
                by: scene.karin)
            let before = try await scene.event(funded.event)
            let refusal = await #expect(throws: Refusal.self) {
                try await scene.operations.cancelEvent(funded.event, because: "Sjuk.", by: scene.karin)
            }
            guard case .wouldBreach = refusal else { return #expect(Bool(false), "refused with \(refusal as Any)") }
            #expect(try await scene.event(funded.event) == before)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Sjuk.", .cancellation, by: scene.karin)
            #expect(try await scene.event(funded.event).isCancelled)
            #expect(
                try await scene.database.openBreaches(limit: 5).map(\.reason).sorted() == ["Liten lokal.", "Sjuk."])
        }
    }

    /// In how many transactions the rows of a deviation were written.
    private static func transactions(of id: Deviation.ID, _ scene: Scene) async throws -> Int? {
        try await scene.database.value(
            Query(
                name: "ReportDeviationTests.transactions",
                text: """
                    WITH breach AS (SELECT * FROM breaches WHERE deviation_id = $1),
                    written (by) AS (
                        SELECT xmin::text FROM deviations WHERE id = $1
                        UNION ALL SELECT xmin::text FROM breaches WHERE deviation_id = $1
                        UNION ALL SELECT xmin::text FROM payment_holds WHERE breach_id IN (SELECT id FROM breach)
                        UNION ALL SELECT xmin::text FROM conditions WHERE id IN (SELECT condition_id FROM breach)
                        UNION ALL SELECT event.xmin::text
                                    FROM events AS event JOIN deviations ON deviations.event_id = event.id
                                   WHERE deviations.id = $1
                        UNION ALL SELECT xmin::text FROM outbox WHERE payload->>'deviationId' = $1::text)
                    SELECT count(DISTINCT by) AS transactions FROM written HAVING count(*) = 7
                    """, parameters: [id.postgresValue]), column: "transactions")
    }
}
