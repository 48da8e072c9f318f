import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To reject an application` {
    @Test func `gives a decision with reasons and no money`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Ryms inte.", by: scene.dag)
            #expect(try await scene.application(made.application).status == .rejected)
            let decision = try #require(try await scene.database.decision(on: made.application))
            #expect(decision.outcome == .rejected)
            #expect(decision.reasons == "Ryms inte.")
            #expect(try await scene.grant(of: made.application) == nil)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["decision-made"])
            #expect(try await !scene.event(made.event).isPublished)
        }
    }

    @Test func `is refused to the one who recommended, to the partial, without reasons, and before its time`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let disa = try await scene.giving("staff", to: scene.disa, at: scene.library(of: scene.karin))
            let reject = { (person: Person, reasons: String) in
                _ = try await scene.operations.rejectApplication(made.application, reasons: reasons, by: person)
            }
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) { try await reject(amira, "X") }
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await reject(disa, "X") }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await reject(scene.elias, "X") }
            #expect(try await refusal { try await reject(scene.dag, "") }.fields == ["reasons"])
            let early = try await scene.case(.handled)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.rejectApplication(early.application, reasons: "X", by: scene.dag)
            }
        }
    }
}

@Suite struct `To dismiss an application` {
    @Test(arguments: [Stage.submitted, .handled])
    func `turns it away on formal ground`(_ stage: Stage) async throws {
        try await withScene { scene in
            let made = try await scene.case(stage)
            _ = try await scene.operations.dismissApplication(made.application, ground: "För sent.", by: scene.dag)
            #expect(try await scene.application(made.application).status == .dismissed)
            #expect(try await scene.database.decision(on: made.application)?.outcome == .dismissed)
        }
    }

    @Test func `is refused to its case officer, to the partial, without ground, and after the review`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let disa = try await scene.giving("staff", to: scene.disa, at: scene.library(of: scene.karin))
            let dismiss = { (person: Person, ground: String) in
                _ = try await scene.operations.dismissApplication(made.application, ground: ground, by: person)
            }
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) { try await dismiss(amira, "X") }
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await dismiss(disa, "X") }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await dismiss(scene.elias, "X") }
            #expect(try await refusal { try await dismiss(scene.dag, " ") }.fields == ["ground"])
            let ready = try await scene.case(.recommended)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.dismissApplication(ready.application, ground: "X", by: scene.dag)
            }
        }
    }
}
