package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A library becomes a part of another from a day on. From then on the two are one organisation to the funding
    /// rule, and whoever has a role at the successor has it in everything that was the library's own.
    package func mergeLibrary(
        _ id: Library.ID, into successor: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        try await endLibrary(id, into: successor, from: day, because: reason, by: person, request: request)
    }
}
