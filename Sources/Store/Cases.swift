package import Domain
package import Postgres
import SQL

extension Querying {
    /// What happened in a case, in order.
    package func caseEvents(of id: GrantApplication.ID) async throws -> [CaseEvent] {
        try await all(SQL.GrantApplications.caseEvents(applicationID: id))
    }

    /// The latest recommendation.
    package func recommendation(on id: GrantApplication.ID) async throws -> Recommendation? {
        try await first(SQL.GrantApplications.latestRecommendation(applicationID: id))
    }

    /// What was received, version by version, word for word.
    package func snapshots(of id: GrantApplication.ID) async throws -> [ApplicationSnapshot] {
        try await all(SQL.GrantApplications.snapshots(applicationID: id))
    }

    /// Everybody who wrote, signed or hosted on the applicant's side.
    package func participants(in id: GrantApplication.ID) async throws -> Set<Person.ID> {
        Set(try await values(SQL.GrantApplications.participants(applicationID: id), column: "person_id"))
    }

    /// Everybody who has prepared the case, at any time.
    package func preparers(of id: GrantApplication.ID) async throws -> Set<Person.ID> {
        Set(try await values(SQL.GrantApplications.preparers(applicationID: id), column: "person_id"))
    }
}

extension Transaction {
    /// Adds to the case of a locked application.
    package func record(
        _ kind: String, in id: GrantApplication.ID, by person: Person.ID?, detail: String = ""
    ) async throws {
        try await execute(
            SQL.GrantApplications.recordCaseEvent(applicationID: id, actorID: person, kind: kind, detail: detail))
    }

    /// Keeps what was received. `hash` is the SHA-256 of the content's UTF-8.
    package func insertSnapshot(
        of id: GrantApplication.ID, version: Int, at instant: Instant, content: String, hash: [UInt8]
    ) async throws {
        try await execute(
            SQL.GrantApplications.insertSnapshot(
                applicationID: id, applicationVersion: version, takenAt: instant, content: content, contentHash: hash))
    }

    /// Keeps a recommendation.
    package func insert(_ recommendation: Recommendation, on id: GrantApplication.ID) async throws {
        let (outcome, amount): (String, Money?) =
            switch recommendation.outcome {
            case .approve(let amount): ("approve", amount)
            case .reject: ("reject", nil)
            }
        try await execute(
            SQL.GrantApplications.insertRecommendation(
                applicationID: id, applicationVersion: recommendation.applicationVersion, outcome: outcome,
                amount: amount, reasons: recommendation.reasons,
                eventVersions: JSONText(recommendation.eventVersionsText),
                recommendedBy: recommendation.recommendedBy, recommendedAt: recommendation.recommendedAt))
    }

}
