import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The clock` {
    @Test func `ends a completion whose last day is over, and leaves all as it was received`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let before = try await scene.application(made.application).request
            try await scene.askForCompletion(made)
            try await scene.write(made) { $0.purpose = "Halvfärdigt" }
            #expect(try await scene.operations.meetDeadlinesIfDue() == MetDeadlines())
            try await scene.letCompletionBeOverdue()
            #expect(try await scene.operations.meetDeadlinesIfDue() == nil, "it is not due again")
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero) == MetDeadlines(endedCompletions: 1))
            let after = try await scene.application(made.application)
            #expect(after.status == .inReview && after.request == before)
            #expect(try await scene.database.snapshots(of: made.application).count == 1)
            #expect(try await scene.database.caseEvents(of: made.application).last?.kind == "end-completion")
            let told = try await scene.database.outbox(limit: 2)
            #expect(told.allSatisfy { $0.topic == "completion-ended" })
            #expect(Set(told.map(\.payload)) == [#"{"to": "applicant"}"#, #"{"to": "region"}"#])
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.complete(made) }
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero) == MetDeadlines())
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `lapses drafts when their call has closed, and lets go of what was bound for them`() async throws {
        try await withScene { scene in
            let draft = try await scene.case(.drafted)
            let received = try await scene.case(.submitted, in: draft.call)
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero) == MetDeadlines())
            try await scene.database.run("UPDATE calls SET closes_at = clock_timestamp() WHERE id = '\(draft.call)'")
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero) == MetDeadlines(lapsedDrafts: 1))
            #expect(try await scene.application(draft.application).status == .lapsed)
            #expect(try await scene.application(received.application).status == .submitted)
            #expect(try await scene.event(draft.event).invitation.state == .draft)
            #expect(try await scene.event(received.event).invitation.state == .bound)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.submitApplication(draft.application, attested: true, by: scene.ulf)
            }
        }
    }

    @Test func `reminds of a call that closes in a week, and in a day, once each`() async throws {
        try await withScene { scene in
            let draft = try await scene.case(.drafted)
            func look(hoursBefore hours: Int) async throws -> Int? {
                try await scene.database.run(
                    "UPDATE grant_applications SET created_at = now() - interval '30 days'",
                    "UPDATE draft_reminders SET closes_at = clock_timestamp() + interval '\(hours) hours'",
                    "UPDATE calls SET closes_at = coalesce((SELECT max(closes_at) FROM draft_reminders), clock_timestamp() + interval '\(hours) hours') WHERE id = '\(draft.call)'"
                )
                return try await scene.operations.meetDeadlinesIfDue(after: .zero)?.reminders
            }
            #expect(try await look(hoursBefore: 8 * 24) == 0)
            #expect(try await look(hoursBefore: 6 * 24) == 1)
            #expect(try await look(hoursBefore: 5 * 24) == 0)
            #expect(try await look(hoursBefore: 23) == 1)
            #expect(try await look(hoursBefore: 22) == 0)
            let payloads = try await scene.database.outbox(limit: 2).map(\.payload)
            #expect(payloads == [#"{"daysBefore": 1}"#, #"{"daysBefore": 7}"#])
        }
    }

    @Test func `goes by the rounds of a call that has any: reminds of each, and lapses after the last`() async throws {
        try await withScene { scene in
            let (first, second) = (CallRound.ID(), CallRound.ID())
            let call = try await scene.openCall {
                $0.rounds = [
                    CallRound(id: first, opensAt: $0.opensAt, closesAt: $0.opensAt.adding(days: 15)),
                    CallRound(id: second, opensAt: $0.opensAt.adding(days: 20), closesAt: $0.opensAt.adding(days: 30)),
                ]
            }
            let draft = try await scene.case(.drafted, in: call)
            try await scene.database.run("UPDATE grant_applications SET created_at = now() - interval '30 days'")
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero) == MetDeadlines(reminders: 1))
            func close(_ round: CallRound.ID) async throws -> MetDeadlines? {
                try await scene.database.run(
                    """
                    UPDATE call_rounds SET opens_at = now() - interval '\(round == first ? 9 : 1) days',
                           closes_at = clock_timestamp() WHERE id = '\(round)'
                    """)
                return try await scene.operations.meetDeadlinesIfDue(after: .zero)
            }
            #expect(try await close(first) == MetDeadlines(), "another round comes")
            #expect(try await close(second) == MetDeadlines(lapsedDrafts: 1), "although the call is open")
            #expect(try await scene.application(draft.application).status == .lapsed)
            let after = try await scene.call(call)
            let now = try await scene.database.now()
            #expect(after.details.closesAt > now && !after.takesDrafts(at: now))
        }
    }

    @Test func `reminds of no day that was before the draft`() async throws {
        try await withScene { scene in
            let draft = try await scene.case(.drafted)
            try await scene.database.run(
                "UPDATE calls SET closes_at = clock_timestamp() + interval '5 days' WHERE id = '\(draft.call)'")
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero)?.reminders == 0)
        }
    }
}
