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
        try await checkFourEyes(of: person, in: lock)
        let impartiality = try await impartiality(in: lock.application, events: lock.events)
        try impartiality.check(person)
        // A conflict that was declared since takes the recommendation with it.
        guard impartiality.declared[recommendation.recommendedBy] == nil else {
            throw Refusal.conflict(.recommendationIsStale)
        }
        return recommendation
    }

    /// Refuses whoever has prepared the case, be it before somebody else took it over.
    func checkFourEyes(of person: Person, in lock: LockedApplication) async throws {
        try Preparation(preparedBy: try await preparers(of: lock.application.id)).checkFourEyes(person)
    }

    /// The new status, the entry in the case and the message to the applicant.
    func conclude(_ lock: LockedApplication, as status: GrantApplication.Status, by person: Person) async throws {
        let id = lock.application.id
        try await setStatus(of: id, to: status)
        try await record(status.rawValue, in: id, by: person.id)
        try await enqueue(
            .decisionMade, about: id, payload: "{\"outcome\":\"\(status.rawValue)\"}",
            notBefore: status == .dismissed ? nil : lock.call.decisionTerms.outcomesToldAt)
    }
}
