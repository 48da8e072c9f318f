package import Domain
import Postgres
package import Store

extension Operations {
    /// The case goes back from the decision to its review, with the reason. The recommendation was made of a version
    /// that is no more, and so carries nothing.
    package func returnToReview(
        _ id: GrantApplication.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try checkReasons(reason, field: "reason")
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .returnToReview, by: person)
            try await transaction.checkImpartiality(of: person, in: lock)
            try await transaction.setStatus(of: id, to: status)
            try await transaction.record("return-to-review", in: id, by: person.id, detail: reason)
            try await transaction.enqueue(.returnedToReview, about: id, payload: "{}")
            return id
        }
    }
}
