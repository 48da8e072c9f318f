package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// A library that is named as co-host says yes, by one of its editors. Only then does it host: until then it is one
    /// of the others, whom the event must invite. To say it twice changes nothing.
    package func confirmCoHosting(
        of id: Event.ID, for library: Library.ID, by person: Person, expecting version: Int? = nil
    ) async throws -> Event {
        let confirmed = try await change { transaction in
            let lock = try await transaction.lockEvent(id, by: person, expecting: version) { event throws(Refusal) in
                guard event.maySee(person), event.details.coHostLibraryIDs.contains(library) else { throw .missing }
                guard person.has(.host, at: library) else { throw .notAllowed(.roleIsMissing) }
            }
            let confirmed = try lock.event.confirmed(by: [library], at: lock.instant)
            return confirmed == lock.event ? confirmed : try await transaction.save(confirmed, in: lock)
        }
        logger.info("co-hosting confirmed", metadata: ["event": "\(id)", "library": "\(library)"])
        return confirmed
    }
}
