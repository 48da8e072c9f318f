import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `An appeal that is won after the grant was done with` {
    @Test(arguments: [Grant.State.settled, .closed])
    func `takes back what the grant has got, beside what came back already`(
        _ state: Grant.State
    ) async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            let id = reported.grant
            try await scene.settleReport(of: reported.case, id)
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            if state == .closed {
                let claim = try await scene.grant(id).claims[0]
                _ = try await scene.operations.recordRepayment(
                    of: claim.amount, on: Stockholm.day(scene.now), reference: "BG", to: claim.id, of: id,
                    by: scene.finn)
                try await scene.operations.closeGrant(id)
            }
            #expect(try await scene.grant(id).state == state)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.demand(id) }
            try await scene.winAppeal(of: reported.case.application)
            try await scene.demand(id)
            let grant = try await scene.grant(id)
            #expect(grant.state == .repaymentDemanded && grant.reporting.closedOn == nil)
            #expect(grant.claims.map(\.amount) == [.kronor(12_000), .kronor(18_000)])
            #expect(grant.conditions.map(\.state) == [.enforced])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.demand(id) }
            for claim in grant.claims where claim.state.isOpen {
                _ = try await scene.operations.recordRepayment(
                    of: claim.amount, on: Stockholm.day(scene.now), reference: "BG", to: claim.id, of: id,
                    by: scene.finn)
            }
            try await scene.operations.closeGrant(id)
            await #expect(throws: Refusal.conflict(.nothingToDemand)) { try await scene.demand(id) }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
