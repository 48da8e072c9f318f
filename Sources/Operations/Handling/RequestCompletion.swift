package import Domain
import Postgres
package import Store

extension Operations {
    /// The case officer asks for more. What they name unlocks for the applicant; what was received is kept.
    package func requestCompletion(
        of id: GrantApplication.ID, _ wish: CompletionWish, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .requestCompletion, by: person)
            try await transaction.checkImpartiality(of: person, in: lock)
            var errors = FieldErrors()
            wish.validate(&errors, at: lock.instant)
            try errors.check()
            try await transaction.setStatus(of: id, to: status)
            try await transaction.insert(
                CompletionRequest(
                    parts: wish.parts, message: wish.message, dueOn: wish.dueOn, requestedBy: person.id,
                    requestedAt: lock.instant), of: id)
            try await transaction.record("request-completion", in: id, by: person.id, detail: wish.message)
            try await transaction.enqueue(
                .completionRequested, about: id, payload: "{\"dueOn\":\"\(wish.dueOn.text)\"}")
            return id
        }
    }
}
