import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A condition that was waived in part binds on, and may be broken and settled again.
@Suite struct `A breach that is settled twice` {
    private func settle(
        _ scene: Scene, _ event: Event.ID, of id: Grant.ID, _ settlement: BreachSettlement
    ) async throws -> Condition {
        let condition = try #require(try await scene.grant(id).conditions.first { $0.eventID == event }).id
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Dyrare.", by: scene.dag)
        return try #require(try await scene.grant(id).conditions.first { $0.id == condition })
    }

    /// Two events of 15,000 kronor each, all paid; of the first 5,000 are withheld, and it is broken anew.
    private func brokenAnew(_ scene: Scene) async throws -> (event: Event.ID, grant: Grant) {
        let two = try await scene.caseOfTwo()
        try await scene.pay(scene.attestFirst(of: two.grant.id), of: two.grant.id)
        try await scene.raisePrice(of: two.events[0], to: 200)
        let waived = try await settle(scene, two.events[0], of: two.grant.id, .waived(accepted: .kronor(10_000)))
        #expect(waived.bindsOn && waived.given == .kronor(10_000))
        try await scene.raisePrice(of: two.events[0], to: 300)
        return (two.events[0], try await scene.grant(two.grant.id))
    }

    private func reopen(_ paper: DecisionDocument.ID?, _ scene: Scene, _ grant: Grant) async throws -> Grant {
        _ = try await scene.operations.reopenLaterDecision(
            #require(paper), on: grant.applicationID,
            Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
        return try await scene.grant(grant.id)
    }

    @Test func `withholds the rest of the share, and of no other event`() async throws {
        try await withScene { scene in
            let (event, grant) = try await brokenAnew(scene)
            let tooMuch = try await refusal {
                try await settle(scene, event, of: grant.id, .waived(accepted: .kronor(10_001)))
            }
            #expect(tooMuch.fields == ["acceptedAmount"])
            let enforced = try await settle(scene, event, of: grant.id, .enforced(dueOn: nil))
            #expect(enforced.settlements.map(\.withheld) == [.kronor(5_000), .kronor(10_000)])
            let settled = try await scene.grant(grant.id)
            #expect(enforced.given == .zero && settled.payable == .kronor(15_000) && settled.overpaid == .zero)
            #expect(settled.claims.map(\.amount) == [.kronor(5_000), .kronor(10_000)])
            let paper = try #require(enforced.settlements.last?.documentID)
            let letter = try #require(try await scene.database.content(of: paper))
            #expect(!letter.contains("−") && !letter.contains("-5"), "no sum is less than nothing")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `takes nothing more where all that is given is accepted`() async throws {
        try await withScene { scene in
            let (event, grant) = try await brokenAnew(scene)
            let waived = try await settle(scene, event, of: grant.id, .waived(accepted: .kronor(10_000)))
            #expect(waived.settlements.map(\.withheld) == [.kronor(5_000), .zero] && waived.bindsOn)
            #expect(waived.settlements.last?.documentID == nil, "to waive in whole is no numbered decision")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `stays as it was settled last when the first of the two is reopened`() async throws {
        try await withScene { scene in
            let (event, grant) = try await brokenAnew(scene)
            let enforced = try await settle(scene, event, of: grant.id, .enforced(dueOn: nil))
            let again = try await reopen(enforced.settlements[0].documentID, scene, grant)
            let first = try #require(again.conditions.first { $0.eventID == event })
            #expect(first.state == .enforced && first.openBreaches.isEmpty && !again.paymentHold)
            #expect(first.given == .kronor(5_000) && again.payable == .kronor(20_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            let both = try await reopen(enforced.settlements[1].documentID, scene, grant)
            let last = try #require(both.conditions.first { $0.eventID == event })
            #expect(last.state == .breached && last.openBreaches.count == 1 && both.payable == .kronor(30_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `withholds no more than the share, by SQL neither`() async throws {
        try await withScene { scene in
            let (event, grant) = try await brokenAnew(scene)
            _ = try await settle(scene, event, of: grant.id, .enforced(dueOn: nil))
            let more = """
                INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at,
                                         document_id, delegation_id)
                SELECT gen_random_uuid(), condition_id, outcome, reasons, 1, settled_by, now(), document_id,
                       delegation_id FROM settlements WHERE outcome = 'enforced'
                """
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(more) }
            #expect(error.constraint == "withheld_stays_within_share")
        }
    }
}

/// A waived condition that binds on is changed as one that was never broken.
@Suite struct `A change of what was waived` {
    /// Of 30,000 kronor 10,000 are withheld for a price that others pay.
    private func waived(_ scene: Scene) async throws -> (case: Case, grant: Grant) {
        let made = try await scene.acceptedCase()
        try await scene.raisePrice(of: made.case.event, to: 200)
        _ = try await scene.operations.settleBreach(
            of: made.grant.conditions[0].id, in: made.grant.id, as: .waived(accepted: .kronor(20_000)),
            because: "Ringa.", by: scene.dag)
        return (made.case, try await scene.grant(made.grant.id))
    }

    @Test func `gives its event another time`() async throws {
        try await withScene { scene in
            let made = try await waived(scene)
            let start = try await scene.event(made.case.event).details.startsAt.adding(days: -10)
            let change = try await scene.operations.requestChange(
                of: made.grant.id,
                .time(made.case.event, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
                because: "Lokalen.", by: scene.ulf)
            try await scene.approve(change, of: made.grant.id)
            #expect(try await scene.event(made.case.event).details.startsAt == start)
            let grant = try await scene.grant(made.grant.id)
            #expect(grant.state == .active && grant.conditions[0].bindsOn)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `gives it another share, and not less than was withheld`() async throws {
        try await withScene { scene in
            let made = try await waived(scene)
            func ask(_ kronor: Int) async throws -> ChangeRequest.ID {
                try await scene.operations.requestChange(
                    of: made.grant.id,
                    .amount([GrantRequest.CostShare(eventID: made.case.event, amount: .kronor(kronor))]),
                    because: "Billigare.", by: scene.ulf)
            }
            #expect(try await refusal { _ = try await ask(9_999) }.fields == ["shares"])
            try await scene.approve(ask(25_000), of: made.grant.id)
            let grant = try await scene.grant(made.grant.id)
            #expect(grant.amount == .kronor(25_000) && grant.payable == .kronor(15_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `swaps it for another with what is given of its share`() async throws {
        try await withScene { scene in
            let made = try await waived(scene)
            let (change, other) = try await scene.askForSwap(of: made)
            try await scene.approve(change, of: made.grant.id)
            let grant = try await scene.grant(made.grant.id)
            let old = try #require(grant.conditions.first { $0.eventID == made.case.event })
            let new = try #require(grant.conditions.first { $0.eventID == other })
            #expect(old.state == .notApplicable && old.given == .zero && old.costShare == .kronor(10_000))
            #expect(new.state == .held && new.given == .kronor(20_000) && grant.payable == .kronor(20_000))
            _ = try await reopenFirst(scene, grant, old)
            #expect(try await scene.grant(grant.id).payable == .kronor(30_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    private func reopenFirst(_ scene: Scene, _ grant: Grant, _ old: Condition) async throws -> GrantApplication.ID {
        try await scene.operations.reopenLaterDecision(
            #require(old.settlements[0].documentID), on: grant.applicationID,
            Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
    }
}

extension Scene {
    /// The host lets others pay more and says so, and its time to answer passes.
    func raisePrice(of event: Event.ID, to kronor: Int) async throws {
        _ = try await operations.reportDeviation(
            from: event, because: "Dyr lokal.",
            .event { details in
                var details = details
                details.prices = Prices(own: details.prices.own, others: .kronor(kronor))
                return details
            }, by: karin)
        try await letTimeToAnswerPass()
    }
}
