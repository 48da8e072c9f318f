package import Domain
import Postgres
import Store

extension Operations {
    /// By what criteria applications to a call are reviewed, and how many reviews there must be. As with the call's
    /// other terms, that stands once the call is announced.
    package func decideRubric(
        of id: Call.ID, requiredReviews: Int, criteria: [Rubric.Criterion], by person: Person, expecting version: Int?
    ) async throws -> Rubric {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        return try await change { transaction in
            guard let call = try await transaction.lockCall(id) else { throw Refusal.missing }
            try expect(version, is: call.version)
            guard call.publishedAt == nil else { throw Refusal.conflict(.wrongState) }
            let current = try await transaction.rubric(of: id)
            let next = Rubric(version: current.version + 1, requiredReviews: requiredReviews, criteria: criteria)
            var errors = FieldErrors()
            next.validate(&errors)
            try errors.check()
            guard requiredReviews != current.requiredReviews || criteria != current.criteria else { return current }
            try await transaction.insert(next, of: id, by: person.id)
            return next
        }
    }
}
