import Domain
import Operations
import Store
import TestDatabase
import Testing

/// A grant above every line of the delegation order is decided on by a board, first and later.
@Suite struct `What a board decides of a grant later` {
    private static let minutes = `A decision of a board`.minutes

    /// Nobody may grant by delegation any more what the grants of this scene give.
    private func aboveEveryLine(_ scene: Scene) async throws {
        try await scene.alterDelegations("SET maximum_amount = 100")
    }

    /// Refused to the one who decides by delegation; made with the minutes of a board, and its paper says so.
    private func check(
        _ id: Grant.ID, _ scene: Scene, _ decide: (BoardMinutes?) async throws -> Void
    ) async throws {
        let before = try await scene.grant(id)
        let application = before.applicationID
        let papers = try await scene.database.documents(of: application).count
        await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) { try await decide(nil) }
        #expect(try await scene.grant(id) == before)
        let yetToCome = BoardMinutes(
            body: "", meetingOn: Stockholm.day(scene.now).adding(days: 2), paragraph: " ", reference: "")
        #expect(
            try await refusal { try await decide(yetToCome) }.fields
                == ["board.body", "board.paragraph", "board.minutes", "board.meetingOn"])
        try await decide(Self.minutes)
        let documents = try await scene.database.documents(of: application)
        #expect(documents.count == papers + 1)
        let paper = try #require(documents.map(\.document).first { $0.kind != .decision })
        let letter = try #require(try await scene.database.content(of: paper.id))
        for words in ["Kulturnämnden den 12 mars 2026, § 14", "protokollet har justerats", "Registrerat av"] {
            #expect(letter.contains(words), "\(words)")
        }
        #expect(documents.first { $0.document.id == paper.id }?.minutes == Self.minutes)
        #expect(try await scene.operations.sweepInvariants().isEmpty)
    }

    @Test(arguments: [true, false])
    func `is a change`(_ isApproval: Bool) async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            try await aboveEveryLine(scene)
            if !isApproval { try await scene.alterDelegations("SET valid_to = valid_from + 1") }
            try await check(id, scene) { minutes in
                _ =
                    isApproval
                    ? try await scene.operations.approveChange(
                        change, of: id, because: "Ja.", by: scene.dag, registering: minutes)
                    : try await scene.operations.rejectChange(
                        change, of: id, because: "Nej.", by: scene.dag, registering: minutes)
            }
        }
    }

    @Test func `is that a decision is taken back, the first or a later one`() async throws {
        try await withScene { scene in
            let first = try await scene.case(.approved)
            let broken = try await scene.brokenCase()
            _ = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: broken.grant.id, as: .enforced(dueOn: nil), because: "Så.",
                by: scene.dag)
            let settled = try await scene.grant(broken.grant.id).conditions[0].settlements
            let paper = try #require(settled.first?.documentID)
            try await aboveEveryLine(scene)
            func reopen(_ minutes: BoardMinutes?) async throws {
                _ = try await scene.operations.reopenDecision(
                    on: first.application, `After a decision`.judgment, by: scene.dag, registering: minutes)
            }
            func reopenLater(_ minutes: BoardMinutes?) async throws {
                _ = try await scene.operations.reopenLaterDecision(
                    paper, on: broken.case.application, `After a decision`.judgment, by: scene.dag,
                    registering: minutes)
            }
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) { try await reopen(nil) }
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) { try await reopenLater(nil) }
            try await reopen(Self.minutes)
            try await reopenLater(Self.minutes)
            for application in [first.application, broken.case.application] {
                let papers = try await scene.database.documents(of: application).map(\.document)
                let paper = try #require(papers.first { $0.kind == .reopening })
                let letter = try #require(try await scene.database.content(of: paper.id))
                #expect(letter.contains("Kulturnämnden den 12 mars 2026, § 14") && letter.contains("Registrerat av"))
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// What the board gave is the board's to decide on, though a change has made it less.
    @Test func `is what is left of its grant after a change`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let less = GrantRequest.CostShare(eventID: accepted.case.event, amount: .kronor(10_000))
            let change = try await scene.operations.requestChange(
                of: id, .amount([less]), because: "Billigare.", by: scene.ulf)
            try await scene.approve(change, of: id)
            try await scene.alterDelegations("SET maximum_amount = 2000000")
            let another = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.approve(another, of: id)
            }
            _ = try await scene.operations.approveChange(
                another, of: id, because: "Ja.", by: scene.dag, registering: Self.minutes)
        }
    }

    @Test func `is a demand, and a revocation`() async throws {
        try await withScene { scene in
            let (paid, unpaid) = (
                try await scene.brokenCase(paid: true).grant.id, try await scene.brokenCase().grant.id
            )
            try await aboveEveryLine(scene)
            try await check(paid, scene) { minutes in
                _ = try await scene.operations.demandRepayment(
                    of: paid, dueOn: nil, because: "Så.", by: scene.dag, registering: minutes)
            }
            try await check(unpaid, scene) { minutes in
                _ = try await scene.operations.revokeGrant(
                    unpaid, because: "Så.", by: scene.dag, registering: minutes)
            }
        }
    }

    @Test func `is that money goes back by a report`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.settleReport(of: reported.case, reported.grant)
            try await aboveEveryLine(scene)
            try await check(reported.grant, scene) { minutes in
                _ = try await scene.operations.confirmSettlement(
                    of: reported.grant, by: scene.dag, registering: minutes)
            }
        }
    }

    @Test func `is how a breach is settled, and the settlement names the minutes`() async throws {
        try await withScene { scene in
            let grant = try await scene.brokenCase(paid: true).grant
            try await aboveEveryLine(scene)
            try await check(grant.id, scene) { minutes in
                _ = try await scene.operations.settleBreach(
                    of: grant.conditions[0].id, in: grant.id, as: .enforced(dueOn: nil), because: "Så.",
                    by: scene.dag, registering: minutes)
            }
            let settled = try await scene.grant(grant.id).conditions[0].settlements
            #expect(settled.map(\.minutes) == [Self.minutes])
        }
    }

    /// A board gives nobody the role or the impartiality that they lack themselves.
    @Test func `is never registered by somebody who may not decide it`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let newcomer = try await scene.newcomer(.signatory)
            let change = try await scene.operations.requestChange(
                of: id, .scope("Annat."), because: "Så.", by: newcomer)
            let conflicted = try await scene.move(newcomer, from: .signatory, to: .decisionMaker)
            let unentitled: [(Person, Refusal.Reason)] = [
                (conflicted, .conflictOfInterest), (scene.amira, .roleIsMissing), (scene.ulf, .roleIsMissing),
            ]
            for (person, denial) in unentitled {
                await #expect(throws: Refusal.notAllowed(denial)) {
                    try await scene.operations.approveChange(
                        change, of: id, because: "Ja.", by: person, registering: Self.minutes)
                }
            }
        }
    }
}
