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
        try details.checkHosts(inPlaceOf: lock.event.details, by: person)
        try await checkNames(in: details)
        let changed = try lock.event.changed(to: details, at: lock.instant)
        let named = details.coHosts(of: person).filter { !lock.event.details.coHostLibraryIDs.contains($0) }
        return try changed.confirmed(by: named, at: lock.instant)
    }
}

extension EventDetails {
    /// Who hosts is for the main host to say, and nobody gives an event to a library where they edit nothing.
    fileprivate func checkHosts(inPlaceOf before: EventDetails, by person: Person) throws(Refusal) {
        guard Set(hosts) != Set(before.hosts) || hostLibraryID != before.hostLibraryID else { return }
        guard person.has(.host, at: before.hostLibraryID), person.has(.host, at: hostLibraryID) else {
            throw .notAllowed(.roleIsMissing)
        }
    }

    /// The co-hosts for which `person` can say yes.
    func coHosts(of person: Person) -> [Library.ID] {
        coHostLibraryIDs.filter { person.has(.host, at: $0) }
    }
}
