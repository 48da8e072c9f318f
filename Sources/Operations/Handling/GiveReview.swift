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
            let reviews = try await transaction.reviews(of: lock.application)
            guard lock.application.status == .inReview, !reviews.rubric.criteria.isEmpty else {
                throw Refusal.conflict(lock.application.status.isDecided ? .alreadyDecided : .wrongState)
            }
            try await transaction.checkImpartiality(of: person, in: lock)
            var errors = FieldErrors()
            Review.validate(scores, by: reviews.rubric, &errors)
            try errors.check()
            guard !reviews.has(by: person.id) else { throw Refusal.conflict(.reviewIsGiven) }
            guard !reviews.mayRead(as: person.id, of: lock.application) else {
                throw Refusal.conflict(.reviewsWereSeen)
            }
            let review = Review(
                applicationVersion: reviews.receivedVersion, reviewedBy: person.id, reviewedAt: lock.instant,
                scores: scores)
            try await transaction.insert(review, of: lock.application, by: reviews.rubric)
            try await transaction.record("review", in: id, by: person.id)
            return review.id
        }
    }
}
