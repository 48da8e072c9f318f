import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// To what is said to have begun already nobody can come.
@Suite struct `To move an event into the past` {
    @Test func `is refused while others can come, and heard as a deviation`() async throws {
        try await withScene { scene in
            let toYesterday: @Sendable (inout EventDetails) -> Void = {
                $0.startsAt = scene.now.adding(days: -1)
                $0.endsAt = scene.now
            }
            let plain = try await refusal { try await scene.edit(scene.publishedEvent(), toYesterday) }
            #expect(plain.fields == ["startsAt"])
            try await scene.edit(scene.draftEvent(), toYesterday)
            let funded = try await scene.case(.approved)
            try await scene.letRegistrationPass()
            let refused = try await refusal { try await scene.edit(funded.event, toYesterday) }
            #expect(refused.isWouldBreach && refused.reasons == [.noticeIsTooShort, .eventIsMovedIntoThePast])
            let moved = "UPDATE events SET starts_at = now() - interval '1 day', ends_at = now() - interval '20 hours'"
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("\(moved) WHERE id = '\(funded.event)'")
            }
            #expect(error.constraint == "funded_event_invites_region")
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Det blev tidigare.",
                .event { details in
                    var details = details
                    toYesterday(&details)
                    return details
                }, by: scene.karin)
            let grant = try #require(try await scene.grant(of: funded.application))
            #expect(grant.conditions.map(\.state) == [.breached])
        }
    }

    @Test func `is found by the sweep where it comes past the guards`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.letRegistrationPass()
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER invites_region_is_kept",
                "ALTER TABLE events DISABLE TRIGGER day_said_is_kept",
                "ALTER TABLE events DISABLE TRIGGER agreed_day_has_its_decision",
                "UPDATE events SET starts_at = now() - interval '1 day', ends_at = now() - interval '20 hours'",
                "ALTER TABLE events ENABLE TRIGGER USER")
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == ["funded_event_invites_region"])
            #expect(found.map(\.detail) == ["P15 invitation_had_a_gap"])
            _ = funded
        }
    }
}
