import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `A promised invitation that was to have gone out` {
    @Test func `is told to its host once for each time named, and stands on the desk until the decision`() async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.recommended, for: scene.boundEvent())
            #expect(try await told(scene) == 0)
            try await name("now() - interval '2 minutes'", of: made, scene)
            #expect(try await told(scene) == 1)
            #expect(try await told(scene) == 1)
            try await name("now() - interval '1 minute'", of: made, scene)
            #expect(try await told(scene) == 2)
            let onDesk = try await scene.database.overdueInvitations(limit: 5)
            #expect(onDesk.map(\.eventID) == [made.event])
            // The host has changed the event since: the case officer recommends again.
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            try await name("now()", of: made, scene)
            #expect(try await told(scene) == 2)
            #expect(try await scene.database.overdueInvitations(limit: 5).isEmpty)
        }
    }

    @Test func `is nobody's matter in a draft, and tells nothing of an outcome that is kept back`() async throws {
        try await withScene { scene in
            let draft = try await scene.case(.drafted)
            try await name("now()", of: draft, scene)
            #expect(try await told(scene) == 0)
            let call = try await scene.openCall()
            try await scene.operations.settleDecisionTerms(
                of: call, DecisionTerms(outcomesToldAt: scene.now.adding(days: 5)), by: scene.amira)
            let made = try await scene.case(.recommended, in: call, for: scene.boundEvent())
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: scene.dag)
            try await name("now()", of: made, scene)
            #expect(try await told(scene) == 1)
            #expect(try await scene.database.overdueInvitations(limit: 5).isEmpty)
        }
    }

    private func name(_ instant: String, of made: Case, _ scene: Scene) async throws {
        try await scene.database.run(
            "UPDATE events SET invitation_publish_by = \(instant) WHERE id = '\(made.event)'")
    }

    private func told(_ scene: Scene) async throws -> Int {
        _ = try await scene.operations.meetDeadlinesIfDue(after: .zero)
        return try await scene.database.outbox(limit: 200).filter { $0.topic == "publication-overdue" }.count
    }
}
