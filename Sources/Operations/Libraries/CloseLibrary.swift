package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A library closes from a day on: it leaves the region's libraries. Whom it leaves with nobody to invite breaks
    /// its condition by that, and is told in the same transaction.
    package func closeLibrary(
        _ id: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        try await endLibrary(id, into: nil, from: day, because: reason, by: person, request: request)
    }
}
