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
        let details = try edit(lock.event.details).handedOver(from: lock.event)
        var errors = FieldErrors()
        details.validate(&errors)
        if !lock.isAsked { details.checkStart(inPlaceOf: lock.event, at: lock.instant, &errors) }
        try errors.check()
        try details.checkHosts(inPlaceOf: lock.event, by: person)
        try await checkNames(in: details)
        let changed = try lock.event.changed(to: details, at: lock.instant)
        let named = details.coHosts(of: person).filter { !lock.event.details.coHostLibraryIDs.contains($0) }
        return try changed.confirmed(by: named, at: lock.instant)
    }
}

extension EventDetails {
    /// A published event that is to come is not moved into the past: that is a slip, where nobody has to be told of it
    /// as a deviation. What has begun may be put right, and a draft may stand at any time.
    fileprivate func checkStart(inPlaceOf before: Event, at instant: Instant, _ errors: inout FieldErrors) {
        guard before.publishedAt != nil, before.details.startsAt > instant else { return }
        errors.require(startsAt > instant, "startsAt", .hasPassed)
    }

    /// Who hosts is for the main host to say, but that a co-host steps down is for itself; and nobody gives an event to a library that has not said yes to it: it is
    /// one where they edit themselves, or a co-host that has confirmed.
    fileprivate func checkHosts(inPlaceOf before: Event, by person: Person) throws(Refusal) {
        let kept = before.details
        guard Set(hosts) != Set(kept.hosts) || hostLibraryID != kept.hostLibraryID else { return }
        let stepDown = Set(kept.hosts).subtracting(hosts)
        if Set(hosts).union(stepDown) == Set(kept.hosts), hostLibraryID == kept.hostLibraryID,
            stepDown.allSatisfy({ person.has(.host, at: $0) })
        {
            return
        }
        guard person.has(.host, at: kept.hostLibraryID) else { throw .notAllowed(.roleIsMissing) }
        guard person.has(.host, at: hostLibraryID) || before.confirmedCoHosts.contains(hostLibraryID) else {
            throw .notAllowed(.roleIsMissing)
        }
    }

    /// A co-host that becomes the main host is its own co-host no longer.
    fileprivate func handedOver(from before: Event) -> EventDetails {
        guard hostLibraryID != before.details.hostLibraryID else { return self }
        var details = self
        details.coHostLibraryIDs.removeAll { $0 == hostLibraryID }
        return details
    }

    /// The co-hosts for which `person` can say yes.
    func coHosts(of person: Person) -> [Library.ID] {
        coHostLibraryIDs.filter { person.has(.host, at: $0) }
    }
}
