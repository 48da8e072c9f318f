import Domain
import Operations
import Store
import TestDatabase
import Testing

/// What a call has committed is what its grants may still cost it: the board says so, and so does the sweep.
@Suite struct `The money that a grant binds` {
    private func board(_ scene: Scene, _ made: Case) async throws -> [Money] {
        let money = try #require(try await scene.database.money(of: made.call).first)
        return [money.committed, money.paid, money.free]
    }

    private func settle(_ scene: Scene, _ id: Grant.ID, _ settlement: BreachSettlement) async throws {
        let condition = try #require(try await scene.grant(id).conditions.first).id
        _ = try await scene.operations.replyToBreach(of: condition, in: id, saying: "Sjukdom.", by: scene.karin)
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Efter samtal.", by: scene.dag)
    }

    @Test func `stays bound while a breach holds it, and what is withheld is free once that is settled`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            try await scene.callOff(accepted.case)
            #expect(try await board(scene, accepted.case) == [.kronor(30_000), .zero, .kronor(570_000)])
            try await settle(scene, accepted.grant.id, .waived(accepted: .kronor(12_000)))
            #expect(try await board(scene, accepted.case) == [.kronor(12_000), .zero, .kronor(588_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `that was paid and is claimed back is spent until it has come`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            try await scene.callOff(accepted.case)
            try await settle(scene, id, .enforced(dueOn: nil))
            #expect(try await board(scene, accepted.case) == [.kronor(30_000), .kronor(30_000), .kronor(570_000)])
            let claim = try #require(try await scene.grant(id).claims.first).id
            _ = try await scene.operations.recordRepayment(
                of: .kronor(10_000), on: Stockholm.day(try await scene.database.now()), reference: "BG 9", to: claim,
                of: id, by: scene.finn)
            #expect(try await board(scene, accepted.case) == [.kronor(20_000), .kronor(20_000), .kronor(580_000)])
            _ = try await scene.operations.writeOffClaim(claim, of: id, because: "Ringa.", by: scene.dag)
            #expect(try await board(scene, accepted.case) == [.kronor(20_000), .kronor(20_000), .kronor(580_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `and that was settled before it was accepted is planned and given back no more than once`() async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let id = try await scene.grantID(of: made)
            try await scene.callOff(made)
            try await settle(scene, id, .waived(accepted: .kronor(12_000)))
            let other = try await scene.case(.approved, in: made.call)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            #expect(try await scene.grant(id).payments.map(\.amount) == [.kronor(12_000)])
            let declined = try await scene.grantID(of: other)
            try await scene.callOff(other)
            try await settle(scene, declined, .waived(accepted: .kronor(1)))
            _ = try await scene.operations.declineGrant(declined, because: "Nej.", by: scene.ulf)
            #expect(try await board(scene, made) == [.kronor(12_000), .zero, .kronor(588_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
