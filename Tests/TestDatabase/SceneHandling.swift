package import Domain
import Operations
import Postgres
import Store

extension Scene {
    /// Changes lines of the delegation order, as nobody does who keeps to its guard: a region begins new ones.
    package func alterDelegations(_ change: String) async throws {
        try await client.transaction { transaction in
            try await transaction.run("ALTER TABLE delegations DISABLE TRIGGER delegation_is_kept")
            try await transaction.run("UPDATE delegations \(change)")
            try await transaction.run("ALTER TABLE delegations ENABLE TRIGGER delegation_is_kept")
        }
    }

    /// A library leaves the region past the service, in a silence that the database forbids.
    package func takeOutOfRegion(_ library: Library.ID, daysAgo days: Int = 1) async throws {
        try await client.transaction { transaction in
            try await transaction.run("ALTER TABLE region_members DISABLE TRIGGER USER")
            try await transaction.run(
                "UPDATE region_members SET valid_to = CURRENT_DATE - \(days) WHERE library_id = '\(library)'")
            try await transaction.run("ALTER TABLE region_members ENABLE TRIGGER USER")
        }
    }

    /// The region asks for parts of an application to be completed within ten days.
    package func askForCompletion(_ made: Case, of parts: [GrantRequest.Part] = [.purpose, .budget]) async throws {
        _ = try await operations.requestCompletion(
            of: made.application,
            CompletionWish(parts: parts, message: "Vi behöver veta mer.", dueOn: Stockholm.day(now).adding(days: 10)),
            by: amira)
    }

    /// The applicant writes something else in its application or, when asked, its completion.
    package func write(
        _ made: Case, by person: Person? = nil, _ edit: @escaping @Sendable (inout GrantRequest) -> Void
    ) async throws {
        _ = try await operations.editApplication(made.application, by: person ?? karin, expecting: nil) { request in
            var request = request
            edit(&request)
            return request
        }
    }

    /// The signatory sends the completion in.
    package func complete(_ made: Case) async throws {
        _ = try await operations.completeApplication(made.application, attested: true, by: ulf)
    }

    /// The last day of a request for completion was yesterday.
    package func letCompletionBeOverdue() async throws {
        try await database.run("ALTER TABLE completion_requests DISABLE TRIGGER completion_request_is_kept")
        try await database.run("UPDATE completion_requests SET due_on = due_on - 11")
        try await database.run("ALTER TABLE completion_requests ENABLE TRIGGER completion_request_is_kept")
    }

    /// A call that is announced with two criteria, which asks for so many reviews.
    package func callWithRubric(reviews: Int = 1) async throws -> Call.ID {
        let id = try await operations.draftCall(callDetails, rule: CallRule(), by: amira)
        _ = try await operations.decideRubric(
            of: id, requiredReviews: reviews,
            criteria: [
                .init(nameInSwedish: "Angeläget", nameInEnglish: "Needed", weight: 60, guidance: "Vem behöver det?"),
                .init(nameInSwedish: "Genomförbart", nameInEnglish: "Feasible", weight: 40),
            ], by: amira, expecting: nil)
        return try await operations.publishCall(id, by: amira)
    }

    /// A review with these points.
    package func review(_ made: Case, by person: Person, _ points: [Int] = [4, 3]) async throws {
        _ = try await operations.giveReview(
            of: made.application, points.map { Review.Score(points: $0, comment: "Därför.") }, by: person)
    }

    /// The application is given to a reviewer from outside, who says that they are impartial where nothing else is said.
    package func assign(
        _ made: Case, to reviewer: Person? = nil, isImpartial: Bool = true
    ) async throws -> ReviewAssignment.ID {
        let reviewer = reviewer ?? rut
        let id = try await operations.assignReviewer(
            reviewer.id, to: made.application, dueOn: Stockholm.day(now).adding(days: 14), by: amira)
        if isImpartial { _ = try await operations.confirmImpartiality(in: id, by: reviewer) }
        return id
    }

    /// All that was given to reviewers from outside stands as if it had been given a fortnight ago, and its last day is so
    /// many days from today.
    package func letReviewsBeDue(days: Int) async throws {
        try await database.run(
            "ALTER TABLE review_assignments DISABLE TRIGGER assignment_is_kept",
            "UPDATE review_assignments SET due_on = today() + \(days), assigned_at = now() - interval '14 days'",
            "ALTER TABLE review_assignments ENABLE TRIGGER assignment_is_kept")
    }

    /// Their review with these points.
    package func review(
        in assignment: ReviewAssignment.ID, by person: Person? = nil, _ points: [Int] = [4, 3]
    ) async throws {
        _ = try await operations.giveReview(
            in: assignment, points.map { Review.Score(points: $0, comment: "Sett utifrån.") }, by: person ?? rut)
    }

    /// Somebody declares a conflict of interest.
    @discardableResult
    package func declareConflict(
        _ made: Case, by person: Person, of subject: Person? = nil
    ) async throws -> DeclaredConflict.ID {
        try await operations.declareConflict(
            of: subject?.id, in: made.application, on: .closeRelation, explanation: "Min syster skrev den.", by: person)
    }
}
