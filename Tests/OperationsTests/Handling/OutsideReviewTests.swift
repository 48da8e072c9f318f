import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A reviewer from outside` {
    @Test func `is told, says that they are impartial, and gives a review that counts`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made, isImpartial: false)
            let told = try await scene.database.outbox(limit: 50).filter { $0.topic == "review-assigned" }
            #expect(told.count == 1 && told[0].payload.contains("\(scene.rut.id)"))
            await #expect(throws: Refusal.conflict(.impartialityIsNotSaid)) { try await scene.review(in: id) }
            await #expect(throws: Refusal.missing) { try await scene.review(made, by: scene.rut) }
            _ = try await scene.operations.confirmImpartiality(in: id, by: scene.rut)
            _ = try await scene.operations.confirmImpartiality(in: id, by: scene.rut)
            await #expect(throws: Refusal.conflict(.reviewsAreNotDone)) { try await scene.recommend(made.application) }
            try await scene.review(in: id)
            await #expect(throws: Refusal.conflict(.reviewIsGiven)) { try await scene.review(in: id) }
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            let kinds = try await scene.database.caseEvents(of: made.application).map(\.kind)
            for kind in ["assign-reviewer", "confirm-impartiality", "review"] {
                #expect(kinds.filter { $0 == kind }.count == 1, "\(kind)")
            }
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `with a conflict of interest gives the application back, and is not given it again`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made, isImpartial: false)
            #expect(
                try await refusal {
                    try await scene.operations.declineReview(id, on: .closeRelation, explanation: " ", by: scene.rut)
                }.fields == ["explanation"])
            _ = try await scene.operations.declineReview(
                id, on: .closeRelation, explanation: "Min bror.", by: scene.rut)
            #expect(try await scene.database.reviewAssignment(id)?.end?.ending == .conflict)
            let open = try await scene.database.declaredConflicts(in: made.application).open
            #expect(open == [scene.rut.id: .closeRelation])
            await #expect(throws: Refusal.missing) { try await scene.review(in: id) }
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await scene.assign(made) }
            #expect(try await scene.database.outbox(limit: 50).contains { $0.topic == "review-declined" })
        }
    }

    @Test func `is of no library of the case, nobody of the region, and has the case once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let own = try await scene.giving("reviewer", to: scene.karin)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await scene.assign(made, to: own) }
            let elias = try await scene.giving("reviewer", to: scene.elias)
            for person in [elias, scene.pontus] {
                #expect(try await refusal { try await scene.assign(made, to: person) }.fields == ["personId"])
            }
            let id = try await scene.assign(made)
            await #expect(throws: Refusal.conflict(.reviewerIsAssigned)) { try await scene.assign(made) }
            let lena = try await scene.giving("reviewer", to: scene.lena)
            _ = try await scene.assign(made, to: lena)
            await #expect(throws: Refusal.missing) { try await scene.review(in: id, by: lena) }
            let today = Stockholm.day(scene.now)
            for day in [today, today.adding(days: 366)] {
                let refused = try await refusal {
                    try await scene.operations.assignReviewer(
                        scene.rut.id, to: made.application, dueOn: day, by: scene.amira)
                }
                #expect(refused.fields == ["dueOn"])
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.assignReviewer(
                    scene.rut.id, to: made.application, dueOn: today.adding(days: 9), by: scene.dag)
            }
        }
    }

    @Test func `is registered as somebody of no library and not of the region`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            func register(_ role: Role, _ email: String) async throws -> Person {
                let tenure = Tenure(
                    assignment: .init(role: role, libraryID: nil), validFrom: Stockholm.day(scene.now).adding(days: -1))
                _ = try await scene.operations.registerPerson(
                    NewPerson(name: "Nils Utter", email: email, libraryID: nil, tenures: [tenure]))
                return try #require(try await scene.database.person(withEmail: email))
            }
            _ = try await scene.assign(made, to: register(.reviewer, "nils@utifran.example"))
            let officer = try await register(.caseOfficer, "nora@region.example")
            #expect(try await refusal { try await scene.assign(made, to: officer) }.fields == ["personId"])
        }
    }

    @Test func `reads the reviews of others once their own is given, also when the case has ended`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let (id, lena) = (try await scene.assign(made), try await scene.giving("reviewer", to: scene.lena))
            _ = try await scene.assign(made, to: lena)
            try await scene.review(made, by: scene.elias)
            func read(_ person: Person) async throws -> Int {
                let application = try await scene.application(made.application)
                return try await scene.database.reviews(of: application).read(by: person, of: application).count
            }
            #expect(try await read(scene.rut) == 0)
            try await scene.review(in: id)
            #expect(try await read(scene.rut) == 2)
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            #expect(try await read(lena) == 0)
        }
    }

    @Test func `from whom it was taken gives no review, and what they gave stays`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric(reviews: 1))
            let (id, lena) = (try await scene.assign(made), try await scene.giving("reviewer", to: scene.lena))
            let other = try await scene.assign(made, to: lena)
            try await scene.review(in: id)
            for assignment in [id, other] {
                _ = try await scene.operations.withdrawReviewer(assignment, in: made.application, by: scene.amira)
            }
            await #expect(throws: Refusal.missing) { try await scene.review(in: other, by: lena) }
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.withdrawReviewer(id, in: made.application, by: scene.amira)
            }
            try await scene.recommend(made.application)
        }
    }

    @Test func `who later decides for the region has prepared the case`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            try await scene.review(in: scene.assign(made))
            try await scene.recommend(made.application)
            let decider = try await scene.giving("decision_maker", to: scene.rut)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: decider)
            }
        }
    }

    @Test func `is kept to that past the service, too`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made, isImpartial: false)
            func constraint(_ sql: String) async throws -> String? {
                try await #require(throws: PostgresError.self) { try await scene.database.run(sql) }.constraint
            }
            let review = """
                INSERT INTO reviews (id, application_id, application_version, call_id, rubric_version, reviewed_by,
                                     reviewed_at)
                SELECT gen_random_uuid(), id, 2, call_id, 1, '\(scene.rut.id)', now()
                  FROM grant_applications WHERE id = '\(made.application)'
                """
            #expect(try await constraint(review) == "reviewer_says_that_they_are_impartial")
            let given =
                "INSERT INTO review_assignments (id, application_id, reviewer_id, due_on, assigned_by, assigned_at)"
            #expect(
                try await constraint(
                    "\(given) VALUES (gen_random_uuid(), '\(made.application)', '\(scene.elias.id)', now(), '\(scene.amira.id)', now())"
                ) == "reviewer_is_from_outside")
            let former = "UPDATE role_assignments SET (valid_from, valid_to) = (today() - 9, today())"
            try await scene.database.run("\(former) WHERE person_id = '\(scene.lena.id)'")
            _ = try await scene.giving("reviewer", to: scene.lena)
            try await scene.database.run("\(former) WHERE person_id = '\(scene.lena.id)' AND role = 'reviewer'")
            #expect(
                try await constraint(
                    "\(given) VALUES (gen_random_uuid(), '\(made.application)', '\(scene.lena.id)', now(), '\(scene.amira.id)', now())"
                ) == "reviewer_is_from_outside")
            #expect(
                try await constraint(
                    "\(given) VALUES (gen_random_uuid(), '\(made.application)', '\(scene.rut.id)', now(), '\(scene.amira.id)', now())"
                ) == "one_open_assignment_per_reviewer")
            #expect(try await constraint("UPDATE review_assignments SET due_on = due_on + 1") == "assignment_is_kept")
            #expect(try await constraint("DELETE FROM review_assignments") == "assignment_is_kept")
            _ = try await scene.operations.confirmImpartiality(in: id, by: scene.rut)
            try await scene.review(in: id)
        }
    }
}
