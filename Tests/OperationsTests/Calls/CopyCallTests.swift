import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To copy a call` {
    @Test func `makes a draft of a year later with the money kept and nothing committed`() async throws {
        try await withScene { scene in
            let question = Question(.yesOrNo, BilingualText("Spelas något in?"), isRequired: true)
            let id = try await scene.openCall(rule: CallRule(invite: .atLeast(5), noticeDays: 21)) {
                $0.projectStartsOn = Stockholm.day(scene.now)
                $0.texts = [.reporting: BilingualText("Redovisa inom sex veckor.", en: "Report within six weeks.")]
                $0.tracks = [CallTrack(name: BilingualText("Lärandespåret", en: "Learning"), budget: .kronor(100_000))]
                $0.rounds = [CallRound(opensAt: $0.opensAt, closesAt: $0.closesAt)]
            }
            _ = try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: nil) { _ in [question] }
            let made = try await scene.operations.copyCall(id, by: scene.amira)
            let (call, copy) = (try await scene.call(id), try await scene.call(made))
            #expect(copy.publishedAt == nil && copy.committed == .zero)
            #expect(copy.details.opensAt == call.details.opensAt.aYearLater)
            #expect(copy.details.closesAt == call.details.closesAt.aYearLater)
            #expect(copy.details.projectStartsOn == call.details.projectStartsOn?.aYearLater)
            #expect(copy.details.rounds.map(\.opensAt) == call.details.rounds.map(\.opensAt.aYearLater))
            #expect(copy.details.budget == call.details.budget)
            #expect(copy.details.texts == call.details.texts)
            #expect(copy.details.tracks.map(\.budget) == [.kronor(100_000)])
            #expect(copy.details.tracks.map(\.id) != call.details.tracks.map(\.id))
            #expect(copy.rule == call.rule)
            #expect(copy.questions.questions == [question])
        }
    }

    @Test func `leaves what was granted where it is`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let copy = try await scene.call(scene.operations.copyCall(made.call, by: scene.dag))
            #expect(copy.committed == .zero)
            #expect(try await scene.call(made.call).committed == .kronor(30_000))
        }
    }

    @Test func `is refused to those who make no calls, and of what is not there`() async throws {
        try await withScene { scene in
            let id = try await scene.openCall()
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.copyCall(id, by: scene.karin)
            }
            await #expect(throws: Refusal.missing) { try await scene.operations.copyCall(Call.ID(), by: scene.amira) }
        }
    }
}
