package import Domain
import Postgres
package import Store

extension Operations {
    /// Calls an event off, for a reason. One that a grant depends on is called off by a deviation instead.
    package func cancelEvent(
        _ id: Event.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Event.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockEvent(id, editedBy: person, expecting: version)
            let cancelled = try await transaction.save(
                lock.event.cancelled(because: reason, at: lock.instant), in: lock)
            try await transaction.tellIfPublished(cancelled)
            return cancelled.id
        }
    }
}

extension Transaction {
    /// Tells its readers that an event is called off. One that was never published has none.
    func tellIfPublished(_ cancelled: Event) async throws {
        guard cancelled.publishedAt != nil else { return }
        try await enqueue(.eventCancelled, about: cancelled.id, payload: "{}")
    }
}
