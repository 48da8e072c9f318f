package import Domain
import Postgres
package import Store

extension Operations {
    /// The signatory takes an application back before it is decided. Invitations that were bound for its sake are
    /// released, unless another live application counts on them, and the region is told.
    package func withdrawApplication(
        _ id: GrantApplication.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, lines: true)
        try errors.check()
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .withdraw, by: person)
            try await transaction.setStatus(of: id, to: status, note: reason.isEmpty ? nil : reason)
            try await transaction.endCompletion(of: id, .init(.withdrawn, at: lock.instant))
            try await transaction.record("withdraw", in: id, by: person.id, detail: reason)
            try await transaction.releaseInvitations(of: lock.events, at: lock.instant)
            try await transaction.enqueue(.applicationWithdrawn, about: id, payload: "{}")
            return id
        }
    }
}
