import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Others have the notice anew when the day is another (P8), unless the region has agreed to it.
@Suite struct `A funded event that moves to another day` {
    private static let soon: @Sendable (inout EventDetails) -> Void = {
        $0.startsAt = $0.startsAt.adding(days: -58)
        $0.endsAt = $0.endsAt.adding(days: -58)
    }

    /// A grant whose event, in sixty days, was published twenty days ago.
    private func funded(_ scene: Scene) async throws -> (event: Event.ID, grant: Grant.ID) {
        let accepted = try await scene.acceptedCase()
        try await scene.age(
            "events",
            """
            UPDATE events SET (published_at, invitation_published_at)
                              = (published_at - interval '20 days', invitation_published_at - interval '20 days')
            """)
        let facts = ["published_at", "invitation_published_at"].map { "'\($0)', event.\($0)" }
        try await scene.age(
            "event_versions",
            """
            UPDATE event_versions SET facts = facts || jsonb_build_object(\(facts.joined(separator: ", ")))
              FROM events AS event WHERE event.id = event_id
            """)
        return (accepted.case.event, accepted.grant.id)
    }

    @Test func `is not moved to the day after tomorrow in silence`() async throws {
        try await withScene { scene in
            let (event, grant) = try await funded(scene)
            let before = try await scene.event(event)
            let refused = try await refusal { try await scene.edit(event, Self.soon) }
            #expect(refused.isWouldBreach && refused.reasons == [.noticeIsTooShort])
            #expect(try await scene.event(event) == before)
            _ = try await scene.operations.reportDeviation(
                from: event, because: "Föreläsaren kan bara då.",
                .event { details in
                    var details = details
                    Self.soon(&details)
                    return details
                }, by: scene.karin)
            let told = try await scene.grant(grant)
            #expect(told.conditions.map(\.state) == [.breached] && told.paymentHold)
            #expect(try await scene.event(event).daySaidAt != nil)
        }
    }

    @Test func `is moved by a change that the region agrees to, and nothing is broken`() async throws {
        try await withScene { scene in
            let (event, grant) = try await funded(scene)
            let start = try await scene.event(event).details.startsAt.adding(days: -58)
            let change = try await scene.operations.requestChange(
                of: grant, .time(event, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
                because: "Föreläsaren kan bara då.", by: scene.ulf)
            try await scene.approve(change, of: grant)
            let moved = try await scene.event(event)
            #expect(moved.details.startsAt == start && moved.daySaidAt == nil && moved.invitesRegion)
            #expect(try await scene.grant(grant).conditions.map(\.state) == [.held])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `says from when that day counts, and another hour says nothing new`() async throws {
        try await withScene { scene in
            let (event, _) = try await funded(scene)
            let same = try await scene.edit(event) { $0.startsAt = $0.startsAt.adding(seconds: 1) }
            #expect(same.daySaidAt == nil)
            let later = try await scene.edit(event) {
                $0.startsAt = $0.startsAt.adding(days: 1)
                $0.endsAt = $0.endsAt.adding(days: 1)
            }
            #expect(later.daySaidAt != nil)
            let retold = try await scene.edit(event) { $0.summary = "Nu med lunch." }
            #expect(retold.daySaidAt == later.daySaidAt)
            #expect(try await scene.event(event).daySaidAt == later.daySaidAt)
            let draft = try await scene.edit(scene.draftEvent(), Self.soon)
            #expect(draft.daySaidAt == nil)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `is held by the database, whoever sends the SQL`() async throws {
        try await withScene { scene in
            let (event, grant) = try await funded(scene)
            let soon = "UPDATE events SET starts_at = now() + interval '2 days', ends_at = now() + interval '3 days'"
            let closed = try await #require(throws: PostgresError.self) { try await scene.database.run(soon) }
            #expect(closed.constraint == "funded_event_invites_region")
            let said = try await scene.edit(event) {
                $0.startsAt = $0.startsAt.adding(days: 1)
                $0.endsAt = $0.endsAt.adding(days: 1)
            }.daySaidAt
            try await scene.database.run("UPDATE events SET day_said_at = now() - interval '1 year'")
            #expect(try await scene.event(event).daySaidAt == said)
            let start = try await scene.event(event).details.startsAt.adding(days: -50)
            let change = try await scene.operations.requestChange(
                of: grant, .time(event, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
                because: "Föreläsaren kan bara då.", by: scene.ulf)
            let claimed = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.run("SELECT set_config('samlyft.agreed_change', '\(change)', true)")
                    try await transaction.run(
                        "UPDATE events SET starts_at = starts_at - interval '50 days', ends_at = ends_at - interval '50 days'"
                    )
                }
            }
            #expect(claimed.constraint == "agreed_day_has_its_decision")
        }
    }
}
