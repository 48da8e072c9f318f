package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A library is to close from a day on, once a second person has confirmed it: then it leaves the region's libraries.
    /// Whom it leaves with nobody to invite breaks its condition by that, and is told in the same transaction.
    package func closeLibrary(
        _ id: Library.ID, from day: Day, because reason: String,
        restingOn ground: String? = nil, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        try await registerEnd(
            of: id, into: nil, from: day, because: reason, restingOn: ground, by: person,
            request: request)
    }
}
