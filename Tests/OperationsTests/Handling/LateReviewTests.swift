import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A review from outside that is due` {
    @Test func `is reminded of some days before its last day and once it has passed, each once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made)
            let lena = try await scene.giving("reviewer", to: scene.lena)
            let other = try await scene.assign(made, to: lena)
            var counts: [Int] = []
            for days in [4, 3, 0, -1, -2] {
                try await scene.letReviewsBeDue(days: days)
                counts.append(try await told(scene).count)
                if days == 0 { try await scene.review(in: other, by: lena) }
            }
            #expect(counts == [0, 2, 2, 3, 3], "who has reviewed is not told that it is late")
            let after = try await told(scene).filter { $0.payload.contains("after") }
            #expect(after.count == 1 && after[0].payload.contains("\(id)"))
            let late = try await scene.database.overdueReviews(limit: 5)
            #expect(late.map(\.reviewerName) == [scene.rut.name] && late.first?.applicationID == made.application)
        }
    }

    @Test func `is reminded of nothing when it was given late, taken back, or the case is not in review`() async throws
    {
        try await withScene { scene in
            let call = try await scene.callWithRubric(reviews: 0)
            let tomorrow = Stockholm.day(scene.now).adding(days: 1)
            _ = try await scene.operations.assignReviewer(
                scene.rut.id, to: scene.case(.handled, in: call).application, dueOn: tomorrow, by: scene.amira)
            #expect(try await told(scene).isEmpty, "it was given when the reminder had been due")
            let taken = try await scene.case(.handled, in: call)
            _ = try await scene.operations.withdrawReviewer(
                scene.assign(taken), in: taken.application, by: scene.amira)
            let ready = try await scene.case(.handled, in: call)
            _ = try await scene.assign(ready)
            try await scene.recommend(ready.application)
            try await scene.letReviewsBeDue(days: -1)
            #expect(try await told(scene).count == 1, "of the first alone")
            #expect(try await scene.database.overdueReviews(limit: 5).count == 1)
        }
    }

    private func told(_ scene: Scene) async throws -> [OutboxMessage] {
        _ = try await scene.operations.meetDeadlinesIfDue(after: .zero)
        return try await scene.database.outbox(limit: 200).filter { $0.topic == "review-reminder" }
    }
}

@Suite struct `A conflict of interest that is found after the review` {
    @Test func `is declared by the reviewer: the review is kept and counts no more`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made)
            try await scene.review(in: id)
            _ = try await scene.operations.declineReview(
                id, on: .closeRelation, explanation: "Min syster, ser jag nu.", by: scene.rut)
            try await expectStruck(made, scene)
            #expect(try await scene.database.outbox(limit: 50).contains { $0.topic == "review-declined" })
        }
    }

    @Test func `is recorded by an impartial case officer, also once the application was taken back`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made)
            try await scene.review(in: id)
            try await scene.declareConflict(made, by: scene.elias)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.declareConflict(made, by: scene.elias, of: scene.rut)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.declareConflict(made, by: scene.finn, of: scene.rut)
            }
            try await scene.declareConflict(made, by: scene.amira, of: scene.rut)
            try await expectStruck(made, scene)
            #expect(try await scene.database.reviewAssignment(id)?.end?.endedBy == scene.amira.id)
            #expect(try await scene.database.outbox(limit: 50).contains { $0.topic == "review-withdrawn" })
            await #expect(throws: Refusal.conflict(.conflictStands)) {
                try await scene.declareConflict(made, by: scene.amira, of: scene.rut)
            }
            let other = try await scene.case(.handled, in: made.call)
            let taken = try await scene.assign(other)
            try await scene.review(in: taken)
            _ = try await scene.operations.withdrawReviewer(taken, in: other.application, by: scene.amira)
            try await scene.declareConflict(other, by: scene.amira, of: scene.rut)
            try await expectStruck(other, scene)
            #expect(try await scene.database.reviewAssignment(taken)?.end?.ending == .withdrawn)
        }
    }

    /// Kept, weighed no more, and told in the log of the region.
    private func expectStruck(_ made: Case, _ scene: Scene) async throws {
        let reviews = try await scene.database.reviews(of: scene.application(made.application))
        #expect(reviews.all.count == 1 && reviews.fresh.isEmpty && reviews.mean == nil)
        await #expect(throws: Refusal.conflict(.reviewsAreNotDone)) { try await scene.recommend(made.application) }
        let log = try await scene.database.caseEvents(of: made.application)
        #expect(log.contains { $0.kind == "strike-review" && $0.detail == scene.rut.name })
        #expect(try await scene.operations.sweepInvariants() == [])
    }
}

@Suite struct `Who reviews, asked by SQL,` {
    @Test func `is a case officer or a reviewer from outside today, not at some time`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            _ = try await scene.assign(made)
            func insert(by person: Person) async throws -> String? {
                do {
                    try await scene.database.run(
                        """
                        INSERT INTO reviews (id, application_id, application_version, call_id, rubric_version,
                                             reviewed_by, reviewed_at)
                        SELECT gen_random_uuid(), id, 2, call_id, 1, '\(person.id)', now()
                          FROM grant_applications WHERE id = '\(made.application)'
                        """)
                    return nil
                } catch let refused as PostgresError {
                    return refused.constraint
                }
            }
            // Only the guard that is asked at the commit is left: there are no scores.
            for person in [scene.elias, scene.rut] {
                #expect(try await insert(by: person) == "review_scores_every_criterion")
            }
            for person in [scene.elias, scene.rut] {
                try await scene.database.run(
                    """
                    UPDATE role_assignments SET (valid_from, valid_to) = (today() - 9, today())
                     WHERE person_id = '\(person.id)'
                    """)
                #expect(try await insert(by: person) == "reviewer_says_that_they_are_impartial")
            }
        }
    }
}
