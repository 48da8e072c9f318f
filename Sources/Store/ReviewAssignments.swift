package import Domain
package import Postgres
import SQL

extension Querying {
    /// Who from outside was to review an application, the first first.
    package func reviewAssignments(in id: GrantApplication.ID) async throws -> [ReviewAssignment] {
        try await all(SQL.ReviewAssignments.ofApplication(applicationID: id))
    }

    /// A page of what somebody is to review, the latest first, and how many there are in all.
    package func reviewAssignments(
        of reviewer: Person.ID, limit: Int, offset: Int
    ) async throws -> (assignments: [AssignedReview], total: Int) {
        async let total: Int? = value(SQL.ReviewAssignments.countOfReviewer(reviewerID: reviewer), column: "total")
        let found: [AssignedReview] = try await all(
            SQL.ReviewAssignments.ofReviewer(reviewerID: reviewer, limit: limit, offset: offset))
        return (found, try await total ?? 0)
    }

    /// Reviews from outside whose last day has passed, of cases in review: the longest overdue first.
    package func overdueReviews(limit: Int) async throws -> [OverdueReview] {
        try await all(SQL.ReviewAssignments.overdue(limit: limit))
    }

    package func reviewAssignment(_ id: ReviewAssignment.ID) async throws -> ReviewAssignment? {
        try await first(SQL.ReviewAssignments.one(id: id))
    }
}

extension Transaction {
    /// Gives a locked application to a reviewer.
    package func insert(_ assignment: ReviewAssignment) async throws {
        try await execute(
            SQL.ReviewAssignments.insert(
                id: assignment.id, applicationID: assignment.applicationID, reviewerID: assignment.reviewerID,
                dueOn: assignment.dueOn, assignedBy: assignment.assignedBy, assignedAt: assignment.assignedAt))
    }

    /// Its reviewer has no conflict of interest.
    package func confirm(_ assignment: ReviewAssignment.ID, at instant: Instant) async throws {
        try await execute(SQL.ReviewAssignments.confirm(impartialAt: instant, id: assignment))
    }

    /// Notes the reminders of reviews that are due, each once, and answers with what they are of.
    package func dueReviewReminders() async throws -> [(assignment: ReviewAssignment, kind: String)] {
        try await rows(SQL.ReviewAssignments.remind()).map { (try ReviewAssignment($0), try $0["kind"]) }
    }

    /// Ends an assignment that stands.
    package func end(_ assignment: ReviewAssignment.ID, _ end: ReviewAssignment.End) async throws {
        try await execute(
            SQL.ReviewAssignments.finish(
                ending: end.ending.rawValue, endedBy: end.endedBy, endedAt: end.endedAt, id: assignment))
    }
}

extension ReviewAssignment: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], applicationID: row["application_id"], reviewerID: row["reviewer_id"], dueOn: row["due_on"],
            assignedBy: row["assigned_by"], assignedAt: row["assigned_at"], impartialAt: row["impartial_at"],
            end: End(row: row))
    }
}

/// What a reviewer was given, as their list tells it.
package struct AssignedReview: Sendable, PostgresRowDecodable {
    package let assignment: ReviewAssignment
    package let title: String
    package let registryNumber: String
    /// Whether they have reviewed what came in last.
    package let isReviewed: Bool

    package init(_ row: Row) throws {
        assignment = try ReviewAssignment(row)
        title = try row["title"]
        registryNumber = try row["registry_number"]
        isReviewed = try row["is_reviewed"]
    }
}

/// A review from outside whose last day has passed, as the region's desk tells it.
package struct OverdueReview: Sendable, PostgresRowDecodable {
    package let applicationID: GrantApplication.ID
    package let registryNumber: String
    package let title: String
    package let reviewerName: String
    package let dueOn: Day

    package init(_ row: Row) throws {
        applicationID = try row["application_id"]
        registryNumber = try row["registry_number"]
        title = try row["title"]
        reviewerName = try row["reviewer_name"]
        dueOn = try row["due_on"]
    }
}

extension ReviewAssignment.End {
    fileprivate init?(row: Row) throws {
        guard let ending: String = try row["ending"] else { return nil }
        try self.init(word(ending, "ending"), by: row["ended_by"], at: row["ended_at"])
    }
}
