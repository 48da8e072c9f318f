package import Domain
import Postgres
package import Store

extension Operations {
    /// The case officer proposes a decision. To approve can be proposed only while the whole rule holds.
    package func recommendDecision(
        on id: GrantApplication.ID, _ outcome: Recommendation.Outcome, reasons: String, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        var errors = FieldErrors()
        errors.text(reasons, "reasons", limit: 20_000, required: true, lines: true)
        try errors.check()
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .recommend, by: person)
            try await transaction.checkImpartiality(of: person, in: lock)
            guard try await transaction.reviews(of: lock.application).areDone(besides: person.id) else {
                throw Refusal.conflict(.reviewsAreNotDone)
            }
            let evaluation = try await transaction.evaluate(lock, moment: .recommendation)
            if case .approve(let amount) = outcome {
                try lock.check(amount)
                guard evaluation.verdict == .holds else {
                    throw Refusal.broken(.fundedEventInvitesRegion, findings: evaluation.blocking)
                }
            }
            try await transaction.setStatus(of: id, to: status)
            try await transaction.insert(lock.recommendation(outcome, reasons: reasons, by: person), on: id)
            try await transaction.record("recommend", in: id, by: person.id)
            return id
        }
    }
}

extension LockedApplication {
    /// An amount is more than nothing, and no more than was sought.
    func check(_ amount: Money) throws(Refusal) {
        guard amount > .zero else { throw .invalid("amount", .isMissing) }
        let sought = application.request.requestedAmount
        guard amount <= sought else { throw .invalid("amount", .isMoreThan(sought)) }
    }

    /// Bound to the version that the application gets by it: the next change of the application unbinds it.
    fileprivate func recommendation(
        _ outcome: Recommendation.Outcome, reasons: String, by person: Person
    ) -> Recommendation {
        Recommendation(
            outcome: outcome, reasons: reasons, recommendedBy: person.id, recommendedAt: instant,
            applicationVersion: application.version + 1,
            eventVersions: Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.version) }))
    }
}
