import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A court can annul at any time, also when the events of a grant are no longer those that were asked for.
@Suite struct `A decision that is reopened after an event was replaced` {
    private func reopen(_ application: GrantApplication.ID, _ scene: Scene) async throws {
        let judgment = Reopening(ground: .court, reference: "Domstolen 12-27", reasons: "Upphävt.")
        _ = try await scene.operations.reopenDecision(on: application, judgment, by: scene.dag)
    }

    /// A case whose event was swapped for another, and that one for a third.
    private func swappedTwice(_ scene: Scene) async throws -> (case: Case, grant: Grant.ID, events: [Event.ID]) {
        let accepted = try await scene.acceptedCase()
        let (first, second) = try await scene.askForSwap(of: accepted)
        try await scene.approve(first, of: accepted.grant.id)
        let third = try await scene.boundEvent()
        let change = try await scene.operations.requestChange(
            of: accepted.grant.id, .eventSwap(second, for: third), because: "Lokalen brann.", by: scene.ulf)
        try await scene.approve(change, of: accepted.grant.id)
        return (accepted.case, accepted.grant.id, [accepted.case.event, second, third])
    }

    @Test func `is for the event that the grant had at last, and is decided anew of that`() async throws {
        try await withScene { scene in
            let (made, first, events) = try await swappedTwice(scene)
            let shares = try await scene.application(made.application).request.events
            try await reopen(made.application, scene)
            let reopened = try await scene.application(made.application)
            #expect(reopened.status == .inReview)
            #expect(reopened.request.events == [.init(eventID: events[2], amount: shares[0].amount)])
            #expect(try await scene.grant(first).state == .ended)
            #expect(try await scene.grant(first).conditions.count == 3, "history stays")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            // The rule is asked of the new event, which its host may narrow again meanwhile.
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            let second = try #require(try await scene.grant(of: made.application))
            #expect(second.id != first && second.conditions.map(\.eventID) == [events[2]])
            #expect(second.conditions.map(\.state) == [.held])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is for that event also once the grant was revoked`() async throws {
        try await withScene { scene in
            let (made, id, events) = try await swappedTwice(scene)
            _ = try await scene.operations.reportDeviation(
                from: events[2], because: "Sjukdom.", .cancellation, by: scene.karin)
            let condition = try #require(try await scene.grant(id).conditions.first { $0.eventID == events[2] })
            _ = try await scene.operations.replyToBreach(of: condition.id, in: id, saying: "Nej.", by: scene.karin)
            _ = try await scene.operations.revokeGrant(id, because: "Inställt.", by: scene.dag)
            try await reopen(made.application, scene)
            let reopened = try await scene.application(made.application)
            #expect(reopened.status == .inReview && reopened.request.events.map(\.eventID) == [events[2]])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `leaves the old event free for another case`() async throws {
        try await withScene { scene in
            let (made, _, events) = try await swappedTwice(scene)
            try await reopen(made.application, scene)
            let claims = try await scene.database.claims(
                on: [events[0]], besides: GrantApplication.ID(), onlyGrant: true)
            #expect(claims.isEmpty)
            let kept = try await scene.database.claims(on: [events[2]], besides: GrantApplication.ID(), onlyGrant: true)
            #expect(kept.map(\.applicationID) == [made.application])
        }
    }

    @Test func `keeps its events in SQL, too`() async throws {
        try await withScene { scene in
            let (made, _, events) = try await swappedTwice(scene)
            let status = "UPDATE grant_applications SET status = 'in-review' WHERE id = '\(made.application)'"
            let early = await #expect(throws: PostgresError.self) { try await scene.database.run(status) }
            #expect(early?.constraint == "reopened_case_has_its_events")
            try await reopen(made.application, scene)
            for statement in [
                "INSERT INTO application_events (application_id, event_id, cost_share) VALUES "
                    + "('\(made.application)', '\(events[0])', 1)",
                "DELETE FROM application_events WHERE application_id = '\(made.application)'",
            ] {
                let error = await #expect(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(error?.constraint == "received_application_is_kept")
            }
        }
    }
}
