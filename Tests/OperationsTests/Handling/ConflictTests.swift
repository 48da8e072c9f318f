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

    @Test func `has not decided, however close the two come`() async throws {
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
                #expect(refusals == [isApproved ? .conflict(.alreadyDecided) : .notAllowed(.conflictOfInterest)])
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

/// The guard in SQL looks at all that is written for the region in a case, also of its grant and its decision.
@Suite struct `Case officer is impartial, says SQL,` {
    @Test(arguments: [
        """
        INSERT INTO settlements (id, condition_id, outcome, reasons, settled_by, settled_at)
        SELECT gen_random_uuid(), id, 'waived', 'X', '%', now() FROM conditions
        """,
        """
        INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at)
        SELECT gen_random_uuid(), id, 'repayment', 1, 'X', current_date, '%', now() FROM grants
        """,
        """
        INSERT INTO corrections (document_id, decision_id, text, corrected_by, corrected_at)
        SELECT id, decision_id, 'X', '%', now() FROM decision_documents
        """,
        """
        INSERT INTO reopenings (decision_id, document_id, ground, reference, reasons, reopened_by, reopened_at)
        SELECT decision_id, id, 'court', 'X', 'X', '%', now() FROM decision_documents
        """,
    ])
    func `of what is written of a grant or a decision`(_ statement: String) async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.declareConflict(made, by: scene.disa)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(statement.replacing("%", with: "\(scene.disa.id)"))
            }
            #expect(error.constraint == "case_officer_is_impartial")
        }
    }

    @Test func `of what is written off, though not of what has come back`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.declareConflict(made, by: scene.disa)
            try await scene.database.run(
                """
                INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at)
                SELECT gen_random_uuid(), id, 'unspent', 2, 'X', current_date, '\(scene.dag.id)', now() FROM grants
                """)
            func write(_ kind: String) async throws {
                try await scene.database.run(
                    """
                    INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at)
                    SELECT gen_random_uuid(), id, '\(kind)', 1, 'X', current_date, '\(scene.disa.id)', now() FROM claims
                    """)
            }
            let error = try await #require(throws: PostgresError.self) { try await write("written-off") }
            #expect(error.constraint == "case_officer_is_impartial")
            try await write("repaid")
        }
    }
}
