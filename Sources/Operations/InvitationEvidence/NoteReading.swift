package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Notes that somebody of a library, logged in, has opened a published event: the first time only, and not who it
    /// was. Whatever goes wrong with that is logged, and keeps nobody from reading.
    package func noteReading(of event: Event, by person: Person?) async {
        guard let library = person?.libraryID, event.isPublished, !event.details.hosts.contains(library) else { return }
        do {
            guard try await !database.isRead(event.id, by: library) else { return }
            try await change { try await $0.noteReading(of: event.id, by: library) }
        } catch {
            logger.error("reading not noted", metadata: ["event": "\(event.id)", "error": "\(error)"])
        }
    }
}
