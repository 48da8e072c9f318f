import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To answer a breach` {
    private func breached(_ scene: Scene) async throws -> (Case, Grant, Condition) {
        let made = try await scene.case(.approved)
        _ = try await scene.operations.reportDeviation(
            from: made.event, because: "Brand.", .cancellation, by: scene.karin)
        let grant = try #require(try await scene.grant(of: made.application))
        return (made, grant, try #require(grant.conditions.first))
    }

    @Test func `keeps the words, and both stand in the log of the case`() async throws {
        try await withScene { scene in
            let (made, grant, condition) = try await breached(scene)
            #expect(condition.openBreaches.map(\.reason) == ["Brand."])
            let id = try await scene.operations.replyToBreach(
                of: condition.id, in: grant.id, saying: "Vi ger dagen i höst.", by: scene.ulf,
                expecting: grant.revision)
            let after = try #require(try await scene.grant(of: made.application))
            let reply = try #require(after.conditions.first?.replies.first)
            #expect(reply.id == id && reply.text == "Vi ger dagen i höst." && reply.repliedBy == scene.ulf.id)
            #expect(after.conditions.first?.isLate(reply) == false)
            #expect(after.revision == grant.revision + 1)
            let log = try await scene.database.caseEvents(of: made.application)
            #expect(log.suffix(2).map(\.kind) == ["deviation", "reply"])
            #expect(log.suffix(2).map(\.actorName) == [scene.karin.name, scene.ulf.name])
            #expect(log.map(\.number) == Array(1...log.count))
        }
    }

    @Test func `is received late, and known to be late`() async throws {
        try await withScene { scene in
            let (made, grant, condition) = try await breached(scene)
            try await scene.letTimeToAnswerPass()
            _ = try await scene.operations.replyToBreach(
                of: condition.id, in: grant.id, saying: "Förlåt dröjsmålet.", by: scene.karin)
            let after = try #require(try await scene.grant(of: made.application)?.conditions.first)
            let reply = try #require(after.replies.first)
            #expect(after.isLate(reply))
        }
    }

    @Test func `has the days that the call gives`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await scene.database.run(
                "ALTER TABLE call_rules DISABLE TRIGGER USER", "UPDATE call_rules SET days_to_reply = 30",
                "ALTER TABLE call_rules ENABLE TRIGGER USER")
            let made = try await scene.case(.approved, in: call)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Brand.", .cancellation, by: scene.karin)
            let breach = try #require(try await scene.grant(of: made.application)?.conditions.first?.breaches.first)
            #expect(breach.replyDueAt == breach.breachedAt.adding(days: 30))
        }
    }

    @Test func `has the time of the first, however often its host deviates meanwhile`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            try await scene.letTimeToAnswerPass()
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Brand.", .cancellation, by: scene.karin)
            let condition = try #require(try await scene.grant(of: made.application)?.conditions.first)
            #expect(condition.openBreaches.count == 2)
            #expect(Set(condition.openBreaches.map(\.replyDueAt)).count == 1)
            #expect(condition.hostWasHeard(at: try await scene.database.now()))
        }
    }

    @Test func `is refused to strangers, without words, and where there is nothing to answer`() async throws {
        try await withScene { scene in
            let (_, grant, condition) = try await breached(scene)
            func answer(_ text: String, by person: Person, to id: Condition.ID? = nil) async throws -> Refusal {
                try await refusal {
                    try await scene.operations.replyToBreach(
                        of: id ?? condition.id, in: grant.id, saying: text, by: person)
                }
            }
            #expect(try await answer("Hej.", by: scene.lena) == .missing)
            #expect(try await answer("Hej.", by: scene.amira) == .notAllowed(.roleIsMissing))
            #expect(try await answer(" ", by: scene.karin).fields == ["reply"])
            #expect(try await answer("Hej.", by: scene.karin, to: Condition.ID()) == .missing)
            let held = try #require(try await scene.grant(of: scene.case(.approved).application))
            let nothing = try await refusal {
                try await scene.operations.replyToBreach(
                    of: #require(held.conditions.first).id, in: held.id, saying: "Hej.", by: scene.karin)
            }
            #expect(nothing == .conflict(.wrongState))
        }
    }

    /// Hosts lock no application, so the numbers of the log are kept apart by a lock of their own.
    @Test func `at once with others leaves a log without gaps`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let (made, grant, condition) = try await breached(scene)
            let refused = try await atOnce(Array(1...12)) { number in
                try await scene.operations.replyToBreach(
                    of: condition.id, in: grant.id, saying: "Svar \(number)", by: scene.karin)
            }
            #expect(refused == [])
            let log = try await scene.database.caseEvents(of: made.application)
            #expect(log.filter { $0.kind == "reply" }.count == 12)
            #expect(log.map(\.number) == Array(1...log.count))
        }
    }
}
