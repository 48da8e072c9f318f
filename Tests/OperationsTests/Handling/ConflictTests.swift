import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Whoever has declared a conflict of interest` {
    @Test func `does nothing for the region in the case any more`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.declareConflict(made, by: scene.amira)
            for refused in [
                try await refusal { try await scene.recommend(made.application) },
                try await refusal { try await scene.askForCompletion(made) },
                try await refusal {
                    try await scene.operations.writeMessage("Hej.", to: .parties, in: made.application, by: scene.amira)
                },
            ] {
                #expect(refused == .notAllowed(.conflictOfInterest))
            }
            await #expect(throws: Refusal.conflict(.conflictStands)) {
                try await scene.declareConflict(made, by: scene.amira)
            }
            _ = try await scene.operations.recommendDecision(
                on: made.application, .reject, reasons: "Nej.", by: scene.elias)
        }
    }

    @Test func `takes the recommendation along`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.declareConflict(made, by: scene.amira)
            await #expect(throws: Refusal.conflict(.recommendationIsStale)) {
                try await scene.approve(made.application)
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(decision(made, by: scene.dag, scene))
            }
            #expect(error.constraint == "case_officer_is_impartial")
        }
    }

    @Test func `may act again when another decision maker has lifted it, with a reason`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let id = try await scene.declareConflict(made, by: scene.dag, of: scene.amira)
            func lift(_ person: Person, _ reason: String = "Avlägsen släkt.") async throws {
                _ = try await scene.operations.liftConflict(id, in: made.application, because: reason, by: person)
            }
            await #expect(throws: Refusal.notAllowed(.anotherLiftsConflict)) { try await lift(scene.dag) }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await lift(scene.elias) }
            #expect(try await refusal { try await lift(scene.disa, "") }.fields == ["reason"])
            try await lift(scene.disa)
            try await scene.recommend(made.application)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await lift(scene.disa) }
        }
    }

    @Test func `is somebody of the region, and one is recorded for another only by a decision maker`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.declareConflict(made, by: scene.amira, of: scene.elias)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.declareConflict(made, by: scene.karin)
            }
            #expect(
                try await refusal { try await scene.declareConflict(made, by: scene.dag, of: scene.karin) }.fields
                    == ["personId"])
            await #expect(throws: Refusal.missing) {
                try await scene.declareConflict(scene.case(.drafted), by: scene.amira)
            }
        }
    }

    @Test func `after the decision leaves that as it is, and is bound from then on`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let change = try await scene.operations.requestChange(
                of: accepted.grant.id, .scope("Annat."), because: "Så.", by: scene.ulf)
            try await scene.declareConflict(accepted.case, by: scene.dag)
            for refused in [
                try await refusal { try await scene.approve(change, of: accepted.grant.id) },
                try await refusal {
                    _ = try await scene.operations.reopenDecision(
                        on: accepted.case.application, `After a decision`.judgment, by: scene.dag)
                },
            ] {
                #expect(refused == .notAllowed(.conflictOfInterest))
            }
            #expect(try await scene.application(accepted.case.application).status == .approved)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `has not decided after that, however close the two come`() async throws {
        try await withScene { scene in
            var declaredFirst = 0
            for _ in 0..<6 {
                let made = try await scene.case(.recommended)
                let refusals = try await atOnce([true, false]) { declares in
                    if declares {
                        try await scene.declareConflict(made, by: scene.dag)
                    } else {
                        try await scene.approve(made.application)
                    }
                }
                let isApproved = try await scene.application(made.application).status == .approved
                #expect(refusals == (isApproved ? [] : [.notAllowed(.conflictOfInterest)]))
                declaredFirst += isApproved ? 0 : 1
            }
            #expect(try await scene.operations.sweepInvariants() == [])
            print("conflicts declared before the decision: \(declaredFirst) of 6")
        }
    }

    /// Past the service: two transactions that do not look, and meet.
    @Test func `has not decided in SQL either`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let declaration = """
                INSERT INTO declared_conflicts (id, application_id, person_id, ground, explanation, declared_by, declared_at)
                VALUES (gen_random_uuid(), '\(made.application)', '\(scene.dag.id)', 'own-interest', 'X', '\(scene.dag.id)', now())
                """
            let deciding = decision(made, by: scene.dag, scene)
            let error = try await scene.client.transaction { transaction in
                try await transaction.run(declaration)
                return Task { try await scene.database.run(deciding) }
            }
            let refused = try await #require(throws: PostgresError.self) { try await error.value }
            #expect(refused.constraint == "case_officer_is_impartial")
            try await scene.database.run(
                "ALTER TABLE decisions DISABLE TRIGGER case_officer_is_impartial", deciding)
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant).contains("case_officer_is_impartial"))
        }
    }
}
