import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A demand that stands no longer leaves a waived condition as it found it.
@Suite struct `A demand on what was waived` {
    @Test(arguments: [true, false])
    func `leaves it binding on, or not, once it is reopened`(_ bindsOn: Bool) async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            let id = made.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            if bindsOn {
                try await scene.raisePrice(of: made.case.event, to: 200)
            } else {
                try await scene.callOff(made.case)
            }
            _ = try await scene.operations.settleBreach(
                of: made.grant.conditions[0].id, in: id, as: .waived(accepted: .kronor(30_000)), because: "Ringa.",
                by: scene.dag)
            let before = try await scene.grant(id).conditions[0]
            #expect(before.bindsOn == bindsOn && (before.bindsOnSince != nil) == bindsOn)
            try await scene.winAppeal(of: made.case.application)
            try await scene.demand(id)
            let demanded = try await scene.grant(id)
            #expect(demanded.conditions[0].state == .enforced && !demanded.conditions[0].bindsOn)
            _ = try await scene.operations.reopenLaterDecision(
                demanded.claims[0].documentID, on: made.case.application,
                Reopening(ground: .court, reference: "Mål 9-27", reasons: "Upphävt."), by: scene.dag)
            let after = try await scene.grant(id).conditions[0]
            #expect(after.state == .waived && after.bindsOn == bindsOn)
            #expect(after.bindsOnSince == before.bindsOnSince)
            let kept = try await scene.client.transaction { transaction in
                try await transaction.lines("SELECT coalesce(array_to_string(waived, ' '), '-') FROM conditions")
            }
            #expect((kept == ["-"]) != bindsOn)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
