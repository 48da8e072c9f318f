import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What breaches have taken whole has nothing more to pay, to report or to ask back.
@Suite struct `A grant that has lost everything` {
    private func enforce(_ scene: Scene, _ event: Event.ID, of id: Grant.ID) async throws -> Condition.Settlement {
        _ = try await scene.operations.reportDeviation(
            from: event, because: "Sjukdom.", .cancellation, by: scene.karin)
        let condition = try #require(try await scene.grant(id).conditions.first { $0.eventID == event }).id
        _ = try await scene.operations.replyToBreach(of: condition, in: id, saying: "Så blev det.", by: scene.karin)
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: .enforced(dueOn: nil), because: "Inställt.", by: scene.dag)
        return try #require(try await scene.grant(id).conditions.first { $0.id == condition }?.settlements.last)
    }

    private func repay(_ scene: Scene, _ grant: Grant) async throws {
        for claim in grant.claims where claim.state.isOpen {
            _ = try await scene.operations.recordRepayment(
                of: claim.left, on: Stockholm.day(scene.now), reference: "BG 9", to: claim.id, of: grant.id,
                by: scene.finn)
        }
    }

    @Test func `is closed once nothing is owed, and comes back from there`()
        async throws
    {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            try await scene.database.run(
                "INSERT INTO retention_rules (years, decision, valid_from) VALUES (7, 'RS 1', '2020-01-01')")
            let first = try await enforce(scene, two.events[0], of: id)
            #expect(try await scene.operations.moveGrants() == 0)
            await #expect(throws: Refusal.conflict(.grantIsNotTakenBack)) { try await scene.operations.closeGrant(id) }
            _ = try await enforce(scene, two.events[1], of: id)
            try await repay(scene, scene.grant(id))
            #expect(try await scene.operations.moveGrants() == 1)
            let closed = try await scene.grant(id)
            #expect(closed.state == .closed && closed.reporting.closedOn == Stockholm.day(scene.now))
            #expect(closed.reporting.keepUntil != nil)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            _ = try await scene.operations.reopenLaterDecision(
                #require(first.documentID), on: closed.applicationID,
                Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
            let again = try await scene.grant(id)
            #expect(again.state == .active && again.reporting.closedOn == nil && again.paymentHold)
            #expect(again.owedToLibrary == .kronor(15_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// A part of the first event's share is accepted, and the second's is taken.
    @Test func `is not one of which a part was accepted: that is to be reported`() async throws {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            _ = try await scene.operations.reportDeviation(
                from: two.events[0], because: "Sjukdom.", .cancellation, by: scene.karin)
            try await scene.letTimeToAnswerPass()
            _ = try await scene.operations.demandRepayment(
                of: id, accepting: [GrantRequest.CostShare(eventID: two.events[0], amount: .kronor(5_000))],
                dueOn: nil, because: "Inställt.", by: scene.dag)
            let told = try await scene.database.caseEvents(of: two.grant.applicationID).map(\.kind)
            #expect(told.contains("repayment-demand-part") && !told.contains("repayment-demand"))
            _ = try await enforce(scene, two.events[1], of: id)
            try await repay(scene, scene.grant(id))
            let grant = try await scene.grant(id)
            #expect(grant.conditions.map(\.state) == [.enforced, .enforced] && grant.payable == .kronor(5_000))
            #expect(!grant.isTakenBack && grant.owed == .zero)
            #expect(try await scene.operations.moveGrants() == 0)
            await #expect(throws: Refusal.conflict(.grantIsNotTakenBack)) { try await scene.operations.closeGrant(id) }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "UPDATE grants SET state = 'closed', closed_on = today() WHERE id = '\(id)'")
            }
            #expect(error.constraint == "grant_is_taken_back")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// What was withheld first is given back, though a part was demanded after it: only the whole ends a grant.
    @Test func `comes back from a decision that a part was demanded after`() async throws {
        try await withScene { scene in
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            try await scene.raisePrice(of: two.events[0], to: 200)
            let first = try #require(try await scene.grant(id).conditions.first { $0.eventID == two.events[0] }).id
            _ = try await scene.operations.settleBreach(
                of: first, in: id, as: .waived(accepted: .kronor(10_000)), because: "Ringa.", by: scene.dag)
            try await scene.raisePrice(of: two.events[0], to: 300)
            _ = try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Igen.", by: scene.dag)
            _ = try await enforce(scene, two.events[1], of: id)
            try await repay(scene, scene.grant(id))
            #expect(try await scene.operations.moveGrants() == 1)
            let closed = try await scene.grant(id)
            let waived = try #require(closed.conditions.first { $0.id == first }?.settlements.first)
            _ = try await scene.operations.reopenLaterDecision(
                #require(waived.documentID), on: closed.applicationID,
                Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
            let again = try await scene.grant(id)
            #expect(again.state == .active && again.payable == .kronor(5_000) && !again.paymentHold)
            #expect(again.conditions.map(\.state) == [.enforced, .enforced], "the later settlements stand")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is one of which nothing is given: else it is not closed, by SQL neither`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            for state in ["discharged", "waived"] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        "ALTER TABLE conditions DISABLE TRIGGER USER", "UPDATE conditions SET state = '\(state)'",
                        "ALTER TABLE conditions ENABLE TRIGGER USER",
                        "UPDATE grants SET state = 'closed', closed_on = today() WHERE id = '\(accepted.grant.id)'")
                }
                #expect(error.constraint == "grant_is_taken_back")
            }
        }
    }
}
