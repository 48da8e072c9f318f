import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A later decision on a grant that is reopened leaves the grant as it was before it.
@Suite struct `A later decision that is undone` {
    private static let judgment = Reopening(
        ground: .court, reference: "Mål 7-27", reasons: "Domstolen har upphävt det.")

    private func reopen(_ paper: DecisionDocument.ID, of made: Case, _ scene: Scene) async throws {
        _ = try await scene.operations.reopenLaterDecision(paper, on: made.application, Self.judgment, by: scene.dag)
    }

    private func latestPaper(_ made: Case, _ scene: Scene) async throws -> DecisionDocument.ID {
        try #require(try await scene.database.documents(of: made.application).last).document.id
    }

    private func letter(_ made: Case, _ scene: Scene) async throws -> String {
        try #require(try await scene.database.content(of: latestPaper(made, scene)))
    }

    @Test func `of an amendment of amounts gives the grant its sum and its share again`() async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let id = made.grant.id
            let change = try await scene.operations.requestChange(
                of: id, .amount([GrantRequest.CostShare(eventID: made.case.event, amount: .kronor(25_000))]),
                because: "Billigare.", by: scene.ulf)
            try await scene.approve(change, of: id)
            #expect(try await scene.grant(id).amount == .kronor(25_000))
            let paper = try await latestPaper(made.case, scene)
            try await reopen(paper, of: made.case, scene)
            let grant = try await scene.grant(id)
            #expect(grant.amount == .kronor(30_000) && grant.conditions.map(\.costShare) == [.kronor(30_000)])
            #expect(grant.state == .active && grant.undrawn == .zero && grant.underWay == .kronor(30_000))
            let kept = try #require(try await scene.database.changeRequests(of: id).last)
            #expect(kept.decision?.isReopened == true && !kept.isOpen)
            #expect(try await letter(made.case, scene).contains("som före ändringen"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await reopen(paper, of: made.case, scene) }
            let anew = try await scene.operations.requestChange(
                of: id, .amount([GrantRequest.CostShare(eventID: made.case.event, amount: .kronor(20_000))]),
                because: "Billigare.", by: scene.ulf)
            try await scene.approve(anew, of: id)
            #expect(try await scene.grant(id).amount == .kronor(20_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `of an amendment is refused where another has followed, until that is undone`() async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let id = made.grant.id
            var papers: [DecisionDocument.ID] = []
            for kronor in [25_000, 20_000] {
                let change = try await scene.operations.requestChange(
                    of: id, .amount([GrantRequest.CostShare(eventID: made.case.event, amount: .kronor(kronor))]),
                    because: "Billigare.", by: scene.ulf)
                try await scene.approve(change, of: id)
                papers.append(try await latestPaper(made.case, scene))
            }
            await #expect(throws: Refusal.conflict(.decisionCannotBeUndone)) {
                try await reopen(papers[0], of: made.case, scene)
            }
            try await reopen(papers[1], of: made.case, scene)
            #expect(try await scene.grant(id).amount == .kronor(25_000))
            try await reopen(papers[0], of: made.case, scene)
            #expect(try await scene.grant(id).amount == .kronor(30_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `of an amendment of the time moves the event back, while that is to come`() async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let before = try await scene.event(made.case.event).details.startsAt
            let start = before.adding(days: 10)
            let change = try await scene.operations.requestChange(
                of: made.grant.id,
                .time(made.case.event, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
                because: "Lokalen.", by: scene.ulf)
            try await scene.approve(change, of: made.grant.id)
            #expect(try await scene.event(made.case.event).details.startsAt == start)
            let paper = try await latestPaper(made.case, scene)
            // By SQL alone the paper does not stand beside what its decision did.
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO later_reopenings (document_id, paper_id, ground, reference, reasons, delegation_id,
                                                  reopened_by, reopened_at)
                    SELECT document_id, document_id, 'court', 'X', 'X', delegation_id, decided_by, now()
                      FROM grant_decisions WHERE document_id = '\(paper)'
                    """)
            }
            #expect(error.constraint == "later_decision_can_be_undone")
            try await reopen(paper, of: made.case, scene)
            #expect(try await scene.event(made.case.event).details.startsAt == before)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `of a swap is refused: another event has the place`() async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let (change, _) = try await scene.askForSwap(of: made)
            try await scene.approve(change, of: made.grant.id)
            let paper = try await latestPaper(made.case, scene)
            await #expect(throws: Refusal.conflict(.decisionCannotBeUndone)) {
                try await reopen(paper, of: made.case, scene)
            }
        }
    }

    @Test(arguments: [true, false])
    func `of a refusal opens the change again, to be decided or taken back`(_ isDecided: Bool) async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let id = made.grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            _ = try await scene.operations.rejectChange(change, of: id, because: "Nej.", by: scene.dag)
            let paper = try await latestPaper(made.case, scene)
            let other = try await scene.operations.requestChange(
                of: id, .scope("Två kurser."), because: "Behovet.", by: scene.ulf)
            await #expect(throws: Refusal.conflict(.decisionCannotBeUndone)) {
                try await reopen(paper, of: made.case, scene)
            }
            _ = try await scene.operations.withdrawChange(other, of: id, by: scene.ulf)
            try await reopen(paper, of: made.case, scene)
            #expect(try await scene.grant(id).state == .changeRequested)
            #expect(try await scene.database.changeRequests(of: id).map(\.isOpen) == [true, false])
            #expect(try await letter(made.case, scene).contains("prövas på nytt"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            if isDecided {
                _ = try await scene.operations.rejectChange(change, of: id, because: "Nej igen.", by: scene.dag)
                #expect(try await scene.database.changeRequests(of: id).count == 2, "each once")
            } else {
                _ = try await scene.operations.withdrawChange(change, of: id, by: scene.ulf)
            }
            #expect(try await scene.grant(id).state == .active)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `of a revocation puts the grant in force with what was broken and what is to be paid`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let id = broken.grant.id
            let before = try await scene.grant(id)
            _ = try await scene.operations.revokeGrant(id, because: "Inställt.", by: scene.dag)
            let paper = try await latestPaper(broken.case, scene)
            try await reopen(paper, of: broken.case, scene)
            let grant = try await scene.grant(id)
            #expect(grant.state == .active && grant.conditions.map(\.state) == before.conditions.map(\.state))
            #expect(grant.paymentHold && grant.conditions[0].openBreaches.count == 1)
            #expect(grant.payments.map(\.state) == [.cancelled, .planned] && grant.undrawn == .zero)
            #expect(try await letter(broken.case, scene).contains("Bidraget gäller igen"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            _ = try await scene.operations.settleBreach(
                of: grant.conditions[0].id, in: id, as: .waived(accepted: .kronor(30_000)), because: "Så.",
                by: scene.dag)
            #expect(try await scene.operations.moveGrants() == 1)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// Of two events one was broken; the other binds again, as long as it invites the region and nobody else has it.
    @Test(arguments: [true, false])
    func `of a revocation binds what bound, if it can`(_ canBind: Bool) async throws {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            _ = try await scene.operations.reportDeviation(
                from: two.events[0], because: "Sjukdom.", .cancellation, by: scene.karin)
            try await scene.letTimeToAnswerPass()
            _ = try await scene.operations.revokeGrant(id, because: "Inställt.", by: scene.dag)
            let made = try #require(try await scene.database.documents(of: two.grant.applicationID).last)
            if !canBind { try await scene.invite(two.events[1], .own, .published) }
            func reopen() async throws {
                _ = try await scene.operations.reopenLaterDecision(
                    made.document.id, on: two.grant.applicationID, Self.judgment, by: scene.dag)
            }
            if canBind {
                try await reopen()
                let states = Set(try await scene.grant(id).conditions.map(\.state))
                #expect(states == [.breached, .held])
                let refused = try await refusal { try await scene.invite(two.events[1], .own, .published) }
                #expect(refused.isWouldBreach)
            } else {
                let refused = try await refusal { try await reopen() }
                #expect(!refused.findings.isEmpty)
                #expect(try await scene.grant(id).state == .ended)
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
