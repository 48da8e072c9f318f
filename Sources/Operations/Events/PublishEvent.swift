package import Domain
package import Store

extension Operations {
    /// The event stands in the region's calendar from now on.
    package func publishEvent(
        _ id: Event.ID, by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Event.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockEvent(id, editedBy: person, expecting: version)
            return try await transaction.save(lock.event.published(at: lock.instant), in: lock).id
        }
    }
}
