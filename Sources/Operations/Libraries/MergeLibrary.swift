package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A library is to become a part of another from a day on, once a second person has confirmed it. From then on the two are one organisation to the funding
    /// rule, and whoever has a role at the successor has it in everything that was the library's own.
    package func mergeLibrary(
        _ id: Library.ID, into successor: Library.ID, from day: Day, because reason: String,
        restingOn ground: String? = nil, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        try await registerEnd(
            of: id, into: successor, from: day, because: reason, restingOn: ground, by: person,
            request: request)
    }
}
