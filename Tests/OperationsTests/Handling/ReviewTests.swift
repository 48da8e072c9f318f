import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To review an application` {
    @Test func `is needed before a recommendation where the call says so`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            await #expect(throws: Refusal.conflict(.reviewsAreNotDone)) { try await scene.recommend(made.application) }
            try await scene.review(made, by: scene.elias, [5, 2])
            let reviews = try await scene.database.reviews(of: scene.application(made.application))
            #expect(reviews.areDone && reviews.mean == .init(sum: 380, count: 1))
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `is done anew when the application is another`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(made, by: scene.elias)
            try await scene.askForCompletion(made)
            try await scene.write(made) { $0.purpose = "Mer." }
            try await scene.complete(made)
            let reviews = try await scene.database.reviews(of: scene.application(made.application))
            #expect(reviews.all.map(reviews.isStale) == [true])
            await #expect(throws: Refusal.conflict(.reviewsAreNotDone)) { try await scene.recommend(made.application) }
            try await scene.review(made, by: scene.elias)
            try await scene.recommend(made.application)
        }
    }

    @Test func `is done once, by somebody impartial, and not by who has read the others`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(made, by: scene.elias)
            await #expect(throws: Refusal.conflict(.reviewIsGiven)) { try await scene.review(made, by: scene.elias) }
            await #expect(throws: Refusal.conflict(.reviewsWereSeen)) { try await scene.review(made, by: scene.amira) }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await scene.review(made, by: scene.dag) }
            let other = try await scene.case(.handled, in: scene.callWithRubric())
            let elias = try await scene.giving("staff", to: scene.elias, at: scene.library(of: scene.karin))
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await scene.review(other, by: elias) }
            #expect(
                try await refusal { try await scene.review(other, by: scene.amira, [6]) }.fields == [
                    "scores", "scores[0].points",
                ])
        }
    }

    @Test func `is not done by the officer of the case or by who recommends, be it by SQL`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(made, by: scene.amira)
            let reviews = try await scene.database.reviews(of: scene.application(made.application))
            #expect(!reviews.areDone && reviews.fresh.count == 1)
            await #expect(throws: Refusal.conflict(.reviewsAreNotDone)) { try await scene.recommend(made.application) }
            func recommend(_ person: Person) async throws {
                try await scene.database.run(
                    """
                    INSERT INTO recommendations (application_id, application_version, outcome, reasons, event_versions,
                                                 recommended_by, recommended_at)
                    SELECT id, version + 1, 'reject', 'Nej.', '{}', '\(person.id)', now()
                      FROM grant_applications WHERE id = '\(made.application)'
                    """)
            }
            for person in [scene.amira, scene.elias] {
                let error = try await #require(throws: PostgresError.self) { try await recommend(person) }
                #expect(error.constraint == "reviews_are_done")
            }
            try await scene.review(made, by: scene.elias)
            let error = try await #require(throws: PostgresError.self) { try await recommend(scene.elias) }
            #expect(error.constraint == "reviews_are_done", "it is their own")
            try await scene.recommend(made.application)
        }
    }

    @Test func `keeps its reviewer from deciding, also past the service`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(made, by: scene.elias)
            try await scene.recommend(made.application)
            let elias = try await scene.giving("decision_maker", to: scene.elias)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: elias)
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(decision(made, by: scene.elias, scene))
            }
            #expect(error.constraint == "four_eyes_decide")
        }
    }

    @Test func `goes by criteria that stand once the call is announced`() async throws {
        try await withScene { scene in
            let call = try await scene.callWithRubric()
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.decideRubric(
                    of: call, requiredReviews: 0, criteria: [], by: scene.amira, expecting: nil)
            }
            let draft = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            for _ in 0..<2 {
                let rubric = try await scene.operations.decideRubric(
                    of: draft, requiredReviews: 0,
                    criteria: [.init(nameInSwedish: "A", nameInEnglish: "B", weight: 100)], by: scene.amira,
                    expecting: nil)
                #expect(rubric.version == 1, "the same again is no new version")
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("INSERT INTO call_criteria VALUES ('\(draft)', 1, 2, 'X', 'Y', 1, '')")
            }
            #expect(error.constraint == "criteria_weigh_a_hundred")
        }
    }
}

/// A rejection that somebody writes past the service.
func decision(_ made: Case, by person: Person, _ scene: Scene) -> String {
    """
    INSERT INTO decisions (application_id, outcome, reasons, recommended_by, decided_by, decided_at, number,
                           delegation_id, appeal_kind, appeal, found_status, found_version, found_changed_at)
    SELECT id, 'rejected', 'Nej.', '\(scene.amira.id)', '\(person.id)', now(), 'B 1',
           (SELECT id FROM delegations LIMIT 1), 'legality-review', 'Så överklagar ni.', status, version, now()
      FROM grant_applications WHERE id = '\(made.application)'
    """
}
