import Domain
import Operations
import Store
import TestDatabase
import Testing

/// What random histories reach too seldom.
@Suite struct `A history of a breach that is settled twice` {
    /// A part of a share is waived, and the rest of it settled again.
    @Test(arguments: [Condition.Command.enforce, .waivePart, .waive])
    func `goes as the tables say`(_ second: Condition.Command) async throws {
        try await withScene { scene in
            let call = try await scene.openCall { $0.budget = .largest }
            var history = try await History.beginGrant(in: scene, call: call, CaseState.Tables())
            let steps: [(Step.Action, Step.Who)] = [
                (.confirmAccount, .ulf), (.command(.grant(.accept)), .ulf),
                (.command(.payment(.attest, number: 0)), .finn), (.command(.payment(.pay, number: 0)), .frida),
                (.command(.deviation(.narrow, event: 0)), .karin), (.reply(event: 0), .karin),
                (.command(.condition(.waivePart, event: 0)), .dag),
                (.command(.deviation(.cancel, event: 0)), .karin), (.reply(event: 0), .karin),
                (.command(.condition(second, event: 0)), .dag),
            ]
            for (action, who) in steps {
                let before = history.model
                let step = Step(action: action, who: who)
                let fault = try await history.take(step)
                #expect(fault == nil && history.model != before, "\(step): \(fault ?? "refused")")
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
