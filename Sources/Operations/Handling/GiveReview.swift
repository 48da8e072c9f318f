package import Domain
import Postgres
package import Store

extension Operations {
    /// A case officer reviews the version that was received last, once, by the criteria of the call.
    package func giveReview(
        of id: GrantApplication.ID, _ scores: [Review.Score], by person: Person, request: RepeatableRequest? = nil
    ) async throws -> Review.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: nil)
            guard person.has(.caseOfficer) else { throw Refusal.notAllowed(.roleIsMissing) }
            return try await transaction.keepReview(scores, of: lock, by: person)
        }
    }
}

extension Transaction {
    /// The same for whoever may review the locked application: impartial, whole, and before they could read the others.
    /// Whether it is in review is asked as the reviewer may know it: one from outside reviews on while an outcome is kept
    /// back, as if nothing were decided.
    func keepReview(
        _ scores: [Review.Score], of lock: LockedApplication, by person: Person
    ) async throws -> Review.ID {
        let application = lock.application.told(to: person)
        let reviews = try await reviews(of: application)
        guard application.status == .inReview, !reviews.rubric.criteria.isEmpty else {
            // Whoever is not of the region is not told that it is decided.
            let isDecided = application.status.isDecided && person.isOfRegionalDesk
            throw Refusal.conflict(isDecided ? .alreadyDecided : .wrongState)
        }
        try await checkImpartiality(of: person, in: lock)
        var errors = FieldErrors()
        Review.validate(scores, by: reviews.rubric, &errors)
        try errors.check()
        guard !reviews.has(by: person.id) else { throw Refusal.conflict(.reviewIsGiven) }
        guard !reviews.mayRead(as: person.id, of: application) else { throw Refusal.conflict(.reviewsWereSeen) }
        let review = Review(
            applicationVersion: reviews.receivedVersion, reviewedBy: person.id, reviewedAt: lock.instant,
            scores: scores)
        try await insert(review, of: application, by: reviews.rubric)
        try await record("review", in: application.id, by: person.id)
        return review.id
    }
}
