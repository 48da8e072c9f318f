import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What the region decides of a grant after it was given is told, appealed and final as the first decision is.
@Suite struct `A later decision` {
    /// A demand of 30,000 kronor, with its paper.
    private func demand(_ scene: Scene) async throws -> (case: Case, grant: Grant.ID, paper: KeptDocument) {
        let broken = try await scene.brokenCase(paid: true)
        _ = try await scene.operations.demandRepayment(
            of: broken.grant.id, dueOn: nil, because: "Inställt.", by: scene.dag)
        let paper = try #require(try await scene.database.documents(of: broken.case.application).last)
        return (broken.case, broken.grant.id, paper)
    }

    @Test func `is posted once, and the time to appeal it is counted from that, beside the first`() async throws {
        try await withScene { scene in
            let (made, _, paper) = try await demand(scene)
            let id = made.application
            #expect(paper.document.kind == .repaymentDemand && paper.notice == nil)
            let letter = try #require(try await scene.database.content(of: paper.document.id))
            #expect(letter.contains("tillkännagavs på regionens anslagstavla"))
            _ = try await scene.operations.announceDecision(on: id, paper.document.id, by: scene.amira)
            await #expect(throws: Refusal.conflict(.isAnnounced)) {
                try await scene.operations.announceDecision(on: id, paper.document.id, by: scene.amira)
            }
            let today = Stockholm.day(try await scene.database.now())
            let board = try await scene.database.announcements(on: today, limit: 9, offset: 0).announcements
            let period = AppealPeriod(postedOn: today)
            #expect(board.map(\.number) == [paper.document.number] && board.map(\.documentID) == [paper.document.id])
            #expect(board.allSatisfy { $0.text.contains(paper.document.number) && $0.finalOn == period.finalOn })
            let decision = try #require(try await scene.database.decision(on: id))
            #expect(try await scene.database.finalDay(of: decision.id) == nil, "the first is posted for itself")
            _ = try await scene.operations.announceDecision(on: id, by: scene.amira)
            #expect(try await scene.database.announcements(on: today, limit: 9, offset: 0).total == 2)
            let posted = try #require(try await scene.database.documents(of: id).last)
            #expect(posted.appealEndsOn == period.endsOn && posted.finalOn == period.finalOn)
        }
    }

    @Test func `is appealed for itself: what is won against it leaves the grant its decision`() async throws {
        try await withScene { scene in
            let (made, grant, paper) = try await demand(scene)
            let id = made.application
            let today = Stockholm.day(try await scene.database.now())
            for document in [nil, paper.document.id] {
                _ = try await scene.operations.announceDecision(on: id, document, by: scene.amira)
            }
            let note = AppealNote(
                of: paper.document.id, receivedOn: today, appellant: "Anna Ask", servedOn: nil, court: "",
                courtCaseNumber: "")
            let appeal = try await scene.operations.recordAppeal(on: id, note, by: scene.amira)
            let papers = try await scene.database.documents(of: id)
            #expect(papers.map { $0.finalOn == nil } == [false, true])
            _ = try await scene.operations.endAppeal(
                appeal, on: id, as: .init(outcome: .annulled, on: today), court: "Domstolen", courtCaseNumber: "12-27",
                by: scene.dag)
            let kept = try #require(try await scene.database.appeals(of: id).first)
            #expect(kept.documentID == paper.document.id && kept.ending?.outcome == .annulled)
            #expect(try await scene.grant(grant).claims.map(\.isAnnulled) == [true])
            let decision = try #require(try await scene.database.decision(on: id))
            #expect(try await scene.database.finalDay(of: decision.id) != nil, "the grant was given all the same")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is no other paper, not another case's, and not told before the outcome is`() async throws {
        try await withScene { scene in
            let (made, _, paper) = try await demand(scene)
            let letter = try #require(try await scene.database.documents(of: made.application).first).document.id
            let other = try await scene.case(.approved)
            for (application, document) in [(made.application, letter), (other.application, paper.document.id)] {
                await #expect(throws: Refusal.missing) {
                    try await scene.operations.announceDecision(on: application, document, by: scene.amira)
                }
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.announceDecision(on: made.application, paper.document.id, by: scene.finn)
            }
            try await scene.database.run("UPDATE calls SET outcomes_told_at = now() + interval '1 day'")
            await #expect(throws: Refusal.conflict(.outcomeIsNotTold)) {
                try await scene.operations.announceDecision(on: made.application, paper.document.id, by: scene.amira)
            }
        }
    }

    @Test func `stands on the board by SQL only once, and under the decision that it is of`() async throws {
        try await withScene { scene in
            let (made, _, paper) = try await demand(scene)
            let letter = try #require(try await scene.database.documents(of: made.application).first).document.id
            _ = try await scene.case(.approved)
            func post(_ document: DecisionDocument.ID, of which: String) async throws {
                try await scene.database.run(
                    """
                    INSERT INTO announcements (decision_id, document_id, text, posted_at, appeal_ends_on, taken_down_on,
                                               posted_by)
                    SELECT id, '\(document)', 'X', now(), today() + 21, today() + 22, decided_by
                      FROM decisions WHERE id \(which) '\(paper.document.decisionID)'
                    """)
            }
            func constraint(_ document: DecisionDocument.ID, _ which: String) async throws -> String? {
                try await #require(throws: PostgresError.self) { try await post(document, of: which) }.constraint
            }
            #expect(try await constraint(paper.document.id, "<>") == "announcement_is_of_its_decision")
            #expect(try await constraint(letter, "=") == "announcement_is_of_a_decision")
            try await post(paper.document.id, of: "=")
            #expect(try await constraint(paper.document.id, "=") == "later_decision_is_announced_once")
        }
    }
}
