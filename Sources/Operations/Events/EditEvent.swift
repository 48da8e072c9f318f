package import Domain
import Postgres
import Store

extension Operations {
    /// Other details for an event, whole or none: `edit` is given what stands and answers with what shall stand.
    package func editEvent(
        _ id: Event.ID, by person: Person, expecting version: Int?,
        _ edit: @Sendable (EventDetails) throws -> EventDetails
    ) async throws -> Event {
        try await change { transaction in
            let lock = try await transaction.lockEvent(id, editedBy: person, expecting: version)
            return try await transaction.save(
                transaction.edited(lock, by: person, edit), in: lock)
        }
    }
}

extension Transaction {
    /// The locked event with other details, checked as everything typed is.
    func edited(
        _ lock: LockedEvent, by person: Person, _ edit: (EventDetails) throws -> EventDetails
    ) async throws -> Event {
        let details = try edit(lock.event.details)
        var errors = FieldErrors()
        details.validate(&errors)
        try errors.check()
        guard details.hostLibraryID == lock.event.details.hostLibraryID || person.has(.host, at: details.hostLibraryID)
        else { throw Refusal.notAllowed(.roleIsMissing) }
        try await checkNames(in: details)
        return try lock.event.changed(to: details, at: lock.instant)
    }
}
