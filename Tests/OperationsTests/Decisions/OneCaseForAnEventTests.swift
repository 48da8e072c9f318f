import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// P13: the same event is in one live grant or active application at most.
@Suite struct `An event is in one case` {
    @Test func `so that a second application for it is refused when it is submitted`() async throws {
        try await withScene { scene in
            let first = try await scene.case(.submitted)
            let second = try await scene.case(.drafted, in: first.call, for: first.event)
            let refused = try await refusal {
                try await scene.operations.submitApplication(second.application, attested: true, by: scene.ulf)
            }
            #expect(refused.reasons == [.eventIsInAnotherApplication])
            _ = try await scene.operations.withdrawApplication(
                first.application, because: "Ställs in.", by: scene.ulf)
            try await scene.invite(first.event, .all, .bound)
            _ = try await scene.operations.submitApplication(second.application, attested: true, by: scene.ulf)
            #expect(try await scene.application(second.application).status == .submitted)
        }
    }

    @Test func `also of two that are submitted at once`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let event = try await scene.boundEvent()
            let call = try await scene.openCall()
            var drafts: [GrantApplication.ID] = []
            for _ in 0..<4 {
                drafts.append(try await scene.case(.drafted, in: call, for: event).application)
                let other = try await scene.openCall()
                drafts.append(try await scene.case(.drafted, in: other, for: event).application)
            }
            let refused = try await atOnce(drafts) {
                try await scene.operations.submitApplication($0, attested: true, by: scene.ulf)
            }
            #expect(refused.count == drafts.count - 1)
            #expect(refused.allSatisfy { $0.reasons == [.eventIsInAnotherApplication] })
        }
    }

    /// Two that came past the submission's guard: the decision refuses, and names the other to whoever may see it.
    @Test func `so that a second grant for it is refused, and the first is named to the region`() async throws {
        try await withScene { scene in
            let (first, second) = try await twoRecommended(scene)
            try await scene.approve(first.application)
            let refused = try await refusal { try await scene.approve(second.application) }
            #expect(refused.reasons == [.eventHasAnotherGrant])
            let receipt = try #require(try await scene.application(first.application).receipt)
            #expect(refused.findings.map(\.cases) == [[receipt.registryNumber]])
            #expect(try await scene.grant(of: second.application) == nil)
        }
    }

    @Test func `by SQL as well, unless the first grant has ended`() async throws {
        try await withScene { scene in
            let (first, second) = try await twoRecommended(scene)
            try await scene.approve(first.application)
            let copy = """
                INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts,
                                        held_since)
                SELECT '\(second.application)', event_id, 0, call_id, rule_version, minimum_invited, hosts, now()
                  FROM conditions
                """
            let grant = """
                INSERT INTO grants (id, application_id, call_id, library_id, amount, awarded_at)
                SELECT '\(second.application)', '\(second.application)', call_id, library_id, amount, now() FROM grants
                """
            let open = "ALTER TABLE grants DISABLE TRIGGER approved_application_has_a_grant"
            try await scene.database.run(open, grant)
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(copy) }
            #expect(error.constraint == "one_grant_per_event")
            _ = try await scene.operations.declineGrant(
                try #require(try await scene.grant(of: first.application)).id, because: "Nej.", by: scene.ulf)
            try await scene.database.run(copy)
        }
    }

    /// The line counts from when it was claimed: who came first with the case did not come first with the event.
    @Test func `also where a completion adds it to a case that was received earlier`() async throws {
        try await withScene { scene in
            let early = try await scene.case(.handled)
            let taken = try await scene.case(.submitted, in: early.call)
            try await scene.askForCompletion(early, of: [.purpose, .events])
            func asking(for event: Event.ID) async throws {
                try await scene.write(early) { request in
                    request.purpose = "Mer."
                    request.events = [
                        .init(eventID: early.event, amount: .kronor(10_000)),
                        .init(eventID: event, amount: .kronor(20_000)),
                    ]
                }
            }
            try await asking(for: taken.event)
            let refused = try await refusal { try await scene.complete(early) }
            #expect(refused.reasons == [.eventIsInAnotherApplication])
            let number = try #require(try await scene.application(taken.application).receipt?.registryNumber)
            #expect(refused.findings.map(\.cases) == [[number]])
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "INSERT INTO application_events VALUES ('\(early.application)', '\(taken.event)', 0)")
            }
            #expect(error.constraint == "event_is_in_one_case")
            // One that nobody has claimed is theirs from the completion on.
            let free = try await scene.boundEvent()
            let late = try await scene.case(.drafted, in: early.call, for: free)
            try await asking(for: free)
            try await scene.complete(early)
            let second = try await refusal {
                try await scene.operations.submitApplication(late.application, attested: true, by: scene.ulf)
            }
            #expect(second.reasons == [.eventIsInAnotherApplication])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `so that a case is not taken up again whose event has come to be in another, which is named`()
        async throws
    {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            let first = try await scene.case(.recommended, for: event)
            _ = try await scene.operations.rejectApplication(first.application, reasons: "Nej.", by: scene.dag)
            let second = try await scene.case(.approved, in: first.call, for: event)
            let refused = try await refusal {
                try await scene.operations.reopenDecision(
                    on: first.application, Reopening(ground: .court, reference: "Mål 1-27", reasons: "Upphävt."),
                    by: scene.dag)
            }
            let number = try #require(try await scene.application(second.application).receipt?.registryNumber)
            #expect(refused.findings.map(\.cases) == [[number]])
            #expect(try await scene.application(first.application).status == .rejected)
        }
    }

    /// The first is put aside by hand while the second comes in, so that the guard at the submission sees nothing.
    private func twoRecommended(_ scene: Scene) async throws -> (Case, Case) {
        let first = try await scene.case(.recommended)
        let status = "UPDATE grant_applications SET status = '%' WHERE id = '\(first.application)'"
        try await scene.database.run(status.replacing("%", with: "withdrawn"))
        let second = try await scene.case(.drafted, in: first.call, for: first.event)
        _ = try await scene.operations.submitApplication(second.application, attested: true, by: scene.ulf)
        _ = try await scene.operations.handleApplication(second.application, by: scene.amira)
        try await scene.recommend(second.application)
        try await scene.database.run(status.replacing("%", with: "ready-for-decision"))
        return (first, second)
    }
}
