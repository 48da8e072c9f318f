import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `Costs that a call allows without an event` {
    @Test func `are sought beside the events, and what is granted of them goes with the events`() async throws {
        try await withScene { scene in
            let rule = CallRule(costsWithoutEvent: [.material])
            let call = try await scene.operations.publishCall(
                scene.operations.draftCall(scene.callDetails, rule: rule, by: scene.amira), by: scene.amira)
            #expect(try await scene.call(call).rule.costsWithoutEvent == [.material])
            let made = try await scene.case(.drafted, in: call)
            func ask(material: Int) async throws {
                try await scene.write(made) { request in
                    request.events = [.init(eventID: made.event, amount: .kronor(10_000))]
                    request.budget = [
                        .init(kind: .fee, amount: .kronor(15_000 - material)),
                        .init(kind: .material, amount: .kronor(material)),
                    ]
                    request.requestedAmount = .kronor(15_000)
                }
            }
            try await ask(material: 4_999)
            let refused = try await refusal {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            }
            #expect(refused.findings.contains { $0.reason == .costsHaveNoEvent })
            try await ask(material: 5_000)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            _ = try await scene.operations.handleApplication(made.application, by: scene.amira)
            _ = try await scene.operations.recommendDecision(
                on: made.application, .approve(.kronor(12_000)), reasons: "Bra.", by: scene.amira)
            try await scene.approve(made.application, .kronor(12_000))
            let grant = try #require(try await scene.grant(of: made.application))
            #expect(grant.amount == .kronor(12_000) && grant.conditions.map(\.costShare) == [.kronor(12_000)])
            #expect(try await scene.operations.sweepInvariants() == [])
            #expect(try await scene.operations.sweepIfDue(after: .zero)?.isEmpty == true)
        }
    }
}
