import Domain
import Postgres
import Store

/// Refuses a decision without reasons.
func checkReasons(_ reasons: String, field: String = "reasons") throws(Refusal) {
    var errors = FieldErrors()
    errors.text(reasons, field, limit: 20_000, required: true, lines: true)
    try errors.check()
}

extension Transaction {
    /// The recommendation that a decision rests on, if it is for this version and `person` may decide on it.
    func checkedRecommendation(
        on lock: LockedApplication, decidedBy person: Person
    ) async throws -> Recommendation {
        guard let recommendation = try await recommendation(on: lock.application.id),
            recommendation.applicationVersion == lock.application.version
        else { throw Refusal.conflict(.recommendationIsStale) }
        try recommendation.checkFourEyes(person)
        try await checkImpartiality(of: person, in: lock)
        return recommendation
    }

    /// The new status, the entry in the case and the message to the applicant.
    func conclude(_ lock: LockedApplication, as status: GrantApplication.Status, by person: Person) async throws {
        let id = lock.application.id
        try await setStatus(of: id, to: status)
        try await record(status.rawValue, in: id, by: person.id)
        try await enqueue(.decisionMade, about: id, payload: "{\"outcome\":\"\(status.rawValue)\"}")
    }
}
