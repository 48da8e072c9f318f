package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A new draft of an event, by an editor of the library that hosts it.
    package func draftEvent(
        _ details: EventDetails, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> Event.ID {
        guard person.has(.host, at: details.hostLibraryID) else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        details.validate(&errors)
        try errors.check()
        let id = try await once(request) { transaction in
            try await transaction.checkNames(in: details)
            let instant = try await transaction.now()
            let host = try await transaction.decidedCalendarHost()
            let event = try Event.drafted(details, calendarHost: host, at: instant)
                .confirmed(by: details.coHosts(of: person), at: instant)
            return try await transaction.insert(event, by: person.id).id
        }
        logger.info("event drafted", metadata: ["event": "\(id)"])
        return id
    }
}

extension Querying {
    /// Refuses libraries and places that do not exist, each beside its field.
    func checkNames(in details: EventDetails) async throws {
        var errors = FieldErrors()
        let unknown = try await unknownLibraries(details.hosts)
        errors.require(!unknown.contains(details.hostLibraryID), "hostLibraryId", .doesNotExist)
        errors.require(unknown.isDisjoint(with: details.coHostLibraryIDs), "coHostLibraryIds", .doesNotExist)
        if let code = details.venue?.municipalityCode {
            let codes = try await municipalities().map(\.code)
            errors.require(codes.contains(code), "venue.municipalityCode", .doesNotExist)
        }
        try errors.check()
    }
}
