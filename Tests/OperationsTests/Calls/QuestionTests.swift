import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The questions of a call, asked` {
    private static let recorded = Question(
        .yesOrNo, BilingualText("Spelas något in?", en: "Recorded?"), isRequired: true)
    private static let address = Question(
        .line, BilingualText("Var läggs det ut?"), isRequired: true, onlyIf: .init(recorded.id, is: Question.yes))

    private func call(_ scene: Scene, _ questions: [Question] = [recorded, address]) async throws -> Call.ID {
        let id = try await scene.openCall()
        _ = try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: nil) { _ in questions }
        return id
    }

    private func answer(_ scene: Scene, _ made: Case, _ answers: Answers) async throws {
        _ = try await scene.operations.editApplication(made.application, by: scene.karin, expecting: nil) { request in
            var request = request
            request.answers = answers
            return request
        }
    }

    private func submit(_ scene: Scene, _ made: Case) async throws {
        _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
    }

    @Test func `are wanted at submission alone, and only those that are asked`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted, in: call(scene))
            let nothing = try await refusal { try await submit(scene, made) }
            #expect(nothing.fields == [Self.recorded.field])
            try await answer(scene, made, [Self.recorded.id: [Question.yes]])
            #expect(try await refusal { try await submit(scene, made) }.fields == [Self.address.field])
            try await answer(scene, made, [Self.recorded.id: [Question.no], Self.address.id: ["klippan.example"]])
            try await submit(scene, made)
            let received = try #require(try await scene.database.snapshots(of: made.application).last?.received)
            // What is typed in a hidden question is kept and not sent.
            #expect(received.record.more?.answers.map(\.id) == [Self.recorded.id])
            #expect(received.record.more?.answers.first?.label == Self.recorded.label)
            #expect(
                try await scene.application(made.application).request.answers[Self.address.id] == ["klippan.example"])
        }
    }

    @Test func `are new for drafts and as they were for what was received`() async throws {
        try await withScene { scene in
            let id = try await call(scene)
            let (sent, draft) = (try await scene.case(.drafted, in: id), try await scene.case(.drafted, in: id))
            for made in [sent, draft] { try await answer(scene, made, [Self.recorded.id: [Question.no]]) }
            try await submit(scene, sent)
            let more = Question(.number, BilingualText("Hur många?"), isRequired: true)
            let changed = try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: nil) {
                $0 + [more]
            }
            #expect(changed.questions.version == 2)
            let received = try await scene.application(sent.application)
            #expect(received.questionVersion == 1)
            #expect(try await scene.database.call(of: received)?.questions.questions == [Self.recorded, Self.address])
            let kept = try await scene.application(draft.application)
            #expect(kept.questionVersion == nil && kept.request.answers == [Self.recorded.id: [Question.no]])
            #expect(try await scene.database.call(of: kept)?.questions == changed.questions)
            #expect(try await refusal { try await submit(scene, draft) }.fields == [more.field])
            let compared = try #require(try await scene.operations.compareApplication(received, for: scene.amira))
            #expect(compared.content?.comparison.isUnchanged == true)
        }
    }

    @Test func `stay under a received application, whatever is written past the service`() async throws {
        try await withScene { scene in
            let id = try await call(scene, [Self.recorded])
            let made = try await scene.case(.drafted, in: id)
            try await answer(scene, made, [Self.recorded.id: [Question.no]])
            try await submit(scene, made)
            for statement in [
                "UPDATE grant_applications SET question_version = NULL",
                "UPDATE application_answers SET content = 'yes'", "DELETE FROM application_answers",
                "UPDATE call_question_sets SET questions = '[]'", "DELETE FROM call_question_sets",
            ] {
                await #expect(throws: (any Error).self) { try await scene.database.run(statement) }
            }
        }
    }

    @Test func `are changed by those who make calls until the call closes, and refused where they make no sense`()
        async throws
    {
        try await withScene { scene in
            let id = try await call(scene)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.changeQuestions(of: id, by: scene.karin, expecting: nil) { $0 }
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: 1) { $0 }
            }
            let wrong = try await refusal {
                _ = try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: nil) {
                    $0.reversed()
                }
            }
            #expect(wrong.fields == ["questions[0].onlyIf"])
            let same = try await scene.operations.changeQuestions(of: id, by: scene.amira, expecting: nil) { $0 }
            #expect(same.questions.version == 1)
            let closed = try await scene.openCall { $0.closesAt = scene.now.adding(days: -1) }
            await #expect(throws: Refusal.conflict(.callIsClosed)) {
                try await scene.operations.changeQuestions(of: closed, by: scene.amira, expecting: nil) { _ in
                    [Self.recorded]
                }
            }
        }
    }

    @Test func `refuse an answer of another form, beside its field, and one to no question`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted, in: call(scene, [Self.recorded]))
            let wrong = try await refusal { try await answer(scene, made, [Self.recorded.id: ["kanske"]]) }
            #expect(wrong.fields == [Self.recorded.field])
            let unknown = Question.ID()
            #expect(
                try await refusal { try await answer(scene, made, [unknown: ["?"]]) }.fields == ["answers.\(unknown)"])
        }
    }
}
