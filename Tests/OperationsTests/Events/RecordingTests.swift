import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// An event of which others may watch a recording and no more (docs/rules.md, P10).
@Suite struct `A recording` {
    private func online(_ details: inout EventDetails) {
        (details.attendance, details.venue, details.onlineURL) = (.online, nil, "https://link.example/rum")
    }

    @Test func `does not count as an invitation`() async throws {
        try await withScene { scene in
            let event = try await scene.boundEvent {
                online(&$0)
                $0.recordingOnly = true
            }
            let refusal = try await #require(throws: Refusal.self) {
                _ = try await scene.case(.submitted, for: event)
            }
            #expect(refusal.reasons == [.onlyARecordingIsOffered])
        }
    }

    @Test func `takes no funded event's place in silence`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved, for: scene.boundEvent { online(&$0) })
            let refusal = try await #require(throws: Refusal.self) {
                _ = try await scene.operations.editEvent(made.event, by: scene.karin, expecting: nil) { details in
                    var details = details
                    details.recordingOnly = true
                    return details
                }
            }
            #expect(refusal.reasons == [.onlyARecordingIsOffered])
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE events SET recording_only = true WHERE id = '\(made.event)'")
            }
            #expect(error.constraint == "funded_event_invites_region")
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `is watched online`() async throws {
        try await withScene { scene in
            await #expect(throws: Refusal.invalid("recordingOnly", .isNotOneOf(["false"]))) {
                _ = try await scene.draftEvent { $0.recordingOnly = true }
            }
            let event = try await scene.draftEvent()
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE events SET recording_only = true WHERE id = '\(event)'")
            }
            #expect(error.constraint == "recording_is_watched_online")
        }
    }
}
