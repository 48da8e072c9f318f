import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A later decision that stands no longer takes everything with it that it took.
@Suite struct `To reopen a later decision` {
    private static let judgment = Reopening(
        ground: .court, reference: "Mål 7-27", reasons: "Domstolen har upphävt det.")

    private func reopen(
        _ paper: DecisionDocument.ID, of made: Case, _ scene: Scene, by person: Person? = nil
    ) async throws {
        _ = try await scene.operations.reopenLaterDecision(
            paper, on: made.application, Self.judgment, by: person ?? scene.dag)
    }

    private func settle(_ scene: Scene, _ grant: Grant, _ settlement: BreachSettlement) async throws -> Grant {
        _ = try await scene.operations.settleBreach(
            of: grant.conditions[0].id, in: grant.id, as: settlement, because: "Så.", by: scene.dag)
        return try await scene.grant(grant.id)
    }

    private func repay(_ scene: Scene, _ amount: Money, _ grant: Grant) async throws {
        _ = try await scene.operations.recordRepayment(
            of: amount, on: Stockholm.day(scene.now), reference: "BG 9", to: #require(grant.claims.first).id,
            of: grant.id, by: scene.finn)
    }

    @Test func `gives back what was withheld and never paid, and the breach is decided anew`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let withheld = try await settle(scene, broken.grant, .enforced(dueOn: nil))
            #expect(withheld.payable == .zero)
            let paper = try #require(withheld.conditions[0].settlements[0].documentID)
            try await reopen(paper, of: broken.case, scene)
            let grant = try await scene.grant(broken.grant.id)
            #expect(grant.conditions.map(\.state) == [.breached] && grant.paymentHold)
            #expect(grant.payable == .kronor(30_000) && grant.payments.map(\.state) == [.cancelled, .planned])
            #expect(grant.conditions[0].openBreaches.count == 1 && grant.released == .zero)
            let papers = try await scene.database.documents(of: broken.case.application)
            #expect(papers.map(\.document.kind) == [.decision, .withholding, .reopening])
            #expect(papers.map(\.isReopened) == [false, true, false])
            let letter = try #require(try await scene.database.content(of: papers[2].document.id))
            for words in ["Mål 7-27", papers[1].document.number, "prövas på nytt"] { #expect(letter.contains(words)) }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            let anew = try await settle(scene, broken.grant, .waived(accepted: .kronor(30_000)))
            #expect(anew.conditions.map(\.state) == [.waived] && !anew.paymentHold)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `releases the claim, and pays out what came back by it, by two persons`(_ waives: Bool) async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            let demanded = try await settle(scene, broken.grant, .enforced(dueOn: nil))
            try await repay(scene, .kronor(10_000), demanded)
            try await reopen(demanded.claims[0].documentID, of: broken.case, scene)
            let grant = try await scene.grant(broken.grant.id)
            #expect(grant.claims.map(\.state) == [.released] && grant.owed == .zero)
            #expect(grant.owedToLibrary == .kronor(10_000) && grant.overpaid < .zero)
            #expect(grant.payments.map(\.amount) == [.kronor(30_000), .kronor(10_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            let refused = try await refusal { try await repay(scene, .kronor(1), grant) }
            #expect(refused == .conflict(.wrongState))
            guard waives else {
                let anew = try await settle(scene, broken.grant, .enforced(dueOn: nil))
                #expect(anew.claims.map(\.amount) == [.kronor(30_000), .kronor(20_000)], "what is still out")
                #expect(anew.payments.map(\.state) == [.paid, .cancelled])
                #expect(try await scene.operations.sweepInvariants().isEmpty)
                return
            }
            _ = try await settle(scene, broken.grant, .waived(accepted: .kronor(30_000)))
            #expect(try await scene.operations.moveGrants() == 1)
            let payment = try #require(try await scene.grant(grant.id).payments.last).id
            _ = try await scene.operations.attestPayment(payment, of: grant.id, by: scene.finn)
            await #expect(throws: Refusal.notAllowed(.twoPersonsPay)) {
                try await scene.operations.payPayment(
                    payment, of: grant.id, reference: "BG", on: Stockholm.day(scene.now), by: scene.finn)
            }
            try await scene.pay(payment, of: grant.id)
            let paid = try await scene.grant(grant.id)
            #expect(paid.paid == .kronor(40_000) && paid.overpaid == .zero && paid.undrawn == .zero)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `demands nothing anew of what was given up before`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            let demanded = try await settle(scene, broken.grant, .enforced(dueOn: nil))
            _ = try await scene.operations.writeOffClaim(
                demanded.claims[0].id, of: demanded.id, because: "Ringa.", by: scene.dag)
            try await reopen(demanded.claims[0].documentID, of: broken.case, scene)
            let grant = try await scene.grant(demanded.id)
            #expect(grant.owedToLibrary == .zero && grant.overpaid < .zero && grant.undrawn == .zero)
            let anew = try await settle(scene, grant, .enforced(dueOn: nil))
            #expect(anew.claims.map(\.state) == [.released] && anew.overpaid == .zero)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test(arguments: [Grant.State.settled, .closed])
    func `of a report lets it be settled anew`(_ state: Grant.State) async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            let id = reported.grant
            try await scene.settleReport(of: reported.case, id)
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            if state == .closed {
                try await repay(scene, .kronor(12_000), try await scene.grant(id))
                try await scene.operations.closeGrant(id)
            }
            try await reopen(try await scene.grant(id).claims[0].documentID, of: reported.case, scene)
            let grant = try await scene.grant(id)
            #expect(grant.state == .reported && grant.claims.map(\.state) == [.released])
            #expect(grant.reporting.closedOn == nil)
            #expect(grant.payments.map(\.amount) == [.kronor(30_000)] + (state == .closed ? [.kronor(12_000)] : []))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            await #expect(throws: Refusal.conflict(.settlementIsNotProposed)) {
                try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            }
            _ = try await scene.operations.settleReport(
                of: id, ReportFinding(accepted: [:], reasons: "Efter domen."), by: scene.amira)
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            let anew = try await scene.grant(id)
            #expect(anew.state == .settled)
            #expect(anew.claims.map(\.amount) == [.kronor(12_000)] + (state == .closed ? [] : [.kronor(12_000)]))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `of the whole grant lets it go on where it was`(_ isClosed: Bool) async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            try await scene.demand(broken.grant.id)
            let demanded = try await scene.grant(broken.grant.id)
            if isClosed {
                try await repay(scene, .kronor(30_000), demanded)
                try await scene.operations.closeGrant(demanded.id)
            }
            try await reopen(demanded.claims[0].documentID, of: broken.case, scene)
            let grant = try await scene.grant(demanded.id)
            #expect(grant.state == .active && grant.conditions.map(\.state) == [.breached] && grant.paymentHold)
            #expect(grant.owedToLibrary == (isClosed ? .kronor(30_000) : .zero))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            let anew = try await settle(scene, grant, .enforced(dueOn: nil))
            #expect(anew.claims.count == (isClosed ? 1 : 2), "what has come back is not demanded again")
            #expect(anew.owed == (isClosed ? .zero : .kronor(30_000)))
        }
    }

    @Test func `is for an impartial decision maker, once`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let withheld = try await settle(scene, broken.grant, .enforced(dueOn: nil))
            let paper = try #require(withheld.conditions[0].settlements[0].documentID)
            for person in [scene.amira, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await reopen(paper, of: broken.case, scene, by: person)
                }
            }
            let other = try await scene.acceptedCase()
            await #expect(throws: Refusal.missing) { try await reopen(paper, of: other.case, scene) }
            try await reopen(paper, of: broken.case, scene)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await reopen(paper, of: broken.case, scene) }
            _ = try await scene.operations.declareConflict(
                in: broken.case.application, on: .ownInterest, explanation: "Släkt.", by: scene.dag)
            let anew = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: broken.grant.id, as: .enforced(dueOn: nil), because: "Så.",
                by: scene.disa)
            let second = try #require(try await scene.grant(anew).conditions[0].settlements.last?.documentID)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await reopen(second, of: broken.case, scene)
            }
        }
    }

    @Test func `cannot be done by SQL alone`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            _ = try await settle(scene, broken.grant, .enforced(dueOn: nil))
            for (statement, constraint) in [
                ("UPDATE claims SET state = 'released' WHERE grant_id = '\(broken.grant.id)'", "claim_is_kept"),
                ("UPDATE breaches SET closed_at = NULL", "breach_is_kept"),
            ] {
                let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(error.constraint == constraint)
            }
        }
    }
}

@Suite struct `A decision whose money has come back` {
    @Test func `is reopened, and not before`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            let id = broken.grant.id
            func reopen() async throws {
                _ = try await scene.operations.reopenDecision(
                    on: broken.case.application,
                    Reopening(ground: .court, reference: "Mål 8-27", reasons: "Upphävt."), by: scene.dag)
            }
            _ = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: id, as: .enforced(dueOn: nil), because: "Så.", by: scene.dag)
            let claim = try #require(try await scene.grant(id).claims.first).id
            for part in [Money.kronor(29_999), .kronor(1)] {
                await #expect(throws: Refusal.conflict(.moneyIsOut)) { try await reopen() }
                _ = try await scene.operations.recordRepayment(
                    of: part, on: Stockholm.day(scene.now), reference: "BG \(part.ore)", to: claim, of: id,
                    by: scene.finn)
            }
            try await reopen()
            #expect(try await scene.grant(id).state == .ended)
            #expect(try await scene.application(broken.case.application).status == .inReview)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `stays where something of it was written off`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            try await scene.demand(broken.grant.id)
            let claim = try #require(try await scene.grant(broken.grant.id).claims.first).id
            _ = try await scene.operations.writeOffClaim(
                claim, of: broken.grant.id, because: "Ringa.", by: scene.dag)
            await #expect(throws: Refusal.conflict(.moneyIsOut)) {
                try await scene.operations.reopenDecision(
                    on: broken.case.application,
                    Reopening(ground: .court, reference: "Mål 8-27", reasons: "Upphävt."), by: scene.dag)
            }
        }
    }
}
