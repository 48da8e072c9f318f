package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// A library that is named as co-host says no, by one of its editors, or steps down: it hosts nothing, and is one
    /// of the others again, whom the event must invite. Where a grant depends on it, it is refused as every such change
    /// is.
    package func declineCoHosting(
        of id: Event.ID, for library: Library.ID, by person: Person, expecting version: Int? = nil
    ) async throws {
        try await change { transaction in
            let lock = try await transaction.lockEvent(id, by: person, expecting: version) { event throws(Refusal) in
                guard event.maySee(person), event.details.coHostLibraryIDs.contains(library) else { throw .missing }
                guard person.has(.host, at: library) else { throw .notAllowed(.roleIsMissing) }
            }
            _ = try await transaction.save(lock.event.declined(by: library, at: lock.instant), in: lock)
        }
        logger.info("co-hosting declined", metadata: ["event": "\(id)", "library": "\(library)"])
    }
}
