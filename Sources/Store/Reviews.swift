package import Domain
package import Postgres
import SQL

extension Querying {
    /// By what applications to a call are reviewed.
    package func rubric(of call: Call.ID) async throws -> Rubric {
        guard let row = try await rows(SQL.Reviews.rubric(callID: call)).first else { return .none }
        let version: Int = try row["version"]
        return Rubric(
            version: version, requiredReviews: try row["required_reviews"],
            criteria: try await all(SQL.Reviews.criteria(callID: call, rubricVersion: version)))
    }

    /// Every review of an application, against the version that was received last.
    package func reviews(of application: GrantApplication) async throws -> Reviews {
        let heads: [ReviewRow] = try await all(SQL.Reviews.ofApplication(applicationID: application.id))
        let scores: [ScoreRow] = heads.isEmpty ? [] : try await all(SQL.Reviews.scores(reviews: heads.map(\.id)))
        let scoresOf = Dictionary(grouping: scores, by: \.reviewID)
        return Reviews(
            heads.map { $0.review(scoresOf[$0.id, default: []].map(\.score)) },
            by: try await rubric(of: application.callID),
            receivedVersion: try await value(
                SQL.Reviews.latestVersion(applicationID: application.id), column: "version") ?? 0,
            partial: Set(try await declaredConflicts(in: application.id).open.keys),
            caseOfficer: application.caseOfficerID)
    }
}

extension Transaction {
    /// Keeps a version of a call's rubric for ever, and moves the version of the locked call.
    package func insert(_ rubric: Rubric, of call: Call.ID, by person: Person.ID) async throws {
        try await execute(
            SQL.Reviews.insertRubric(
                callID: call, version: rubric.version, requiredReviews: rubric.requiredReviews, recordedBy: person))
        try await execute(
            SQL.Reviews.insertCriteria(
                callID: call, rubricVersion: rubric.version, namesSv: rubric.criteria.map(\.nameInSwedish),
                namesEn: rubric.criteria.map(\.nameInEnglish), weights: rubric.criteria.map(\.weight),
                guidances: rubric.criteria.map(\.guidance)))
        try await execute(SQL.Reviews.touchCall(id: call))
    }

    /// Keeps a review of a locked application.
    package func insert(_ review: Review, of application: GrantApplication, by rubric: Rubric) async throws {
        try await execute(
            SQL.Reviews.insert(
                id: review.id, applicationID: application.id, applicationVersion: review.applicationVersion,
                callID: application.callID, rubricVersion: rubric.version, reviewedBy: review.reviewedBy,
                reviewedAt: review.reviewedAt))
        try await execute(
            SQL.Reviews.insertScores(
                reviewID: review.id, scores: review.scores.map(\.points), comments: review.scores.map(\.comment)))
    }
}

extension Rubric.Criterion: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            nameInSwedish: row["name_sv"], nameInEnglish: row["name_en"], weight: row["weight"],
            guidance: row["guidance"])
    }
}

/// A review without its scores.
private struct ReviewRow: PostgresRowDecodable {
    let id: Review.ID
    let applicationVersion: Int
    let reviewedBy: Person.ID
    let reviewedAt: Instant

    init(_ row: Row) throws {
        id = try row["id"]
        applicationVersion = try row["application_version"]
        reviewedBy = try row["reviewed_by"]
        reviewedAt = try row["reviewed_at"]
    }

    func review(_ scores: [Review.Score]) -> Review {
        Review(
            id: id, applicationVersion: applicationVersion, reviewedBy: reviewedBy, reviewedAt: reviewedAt,
            scores: scores)
    }
}

/// One score of a review.
private struct ScoreRow: PostgresRowDecodable {
    let reviewID: Review.ID
    let score: Review.Score

    init(_ row: Row) throws {
        reviewID = try row["review_id"]
        score = try Review.Score(points: row["score"], comment: row["comment"])
    }
}
