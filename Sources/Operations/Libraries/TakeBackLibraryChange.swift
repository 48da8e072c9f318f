package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A library goes on after all: what was only registered is dropped, what was confirmed is taken back before its
    /// day. The change stays in the register with the reason. What it had broken is asked anew, and binds again where
    /// the rule holds; what rests on the end of the library, such as on who was to take it over, is asked as well.
    package func takeBackLibraryChange(
        _ id: LibraryChange.ID, because reason: String, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        guard LibraryChange.deciders.contains(where: person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        try checkReasons(reason, field: "reason")
        let done = try await once(request) { transaction in
            guard let wanted = try await transaction.libraryChange(id)?.change else { throw Refusal.missing }
            let held = try await transaction.lockEvents(for: wanted)
            let change = try await transaction.lockWithLibraries(wanted)
            let instant = try await transaction.now()
            try change.checkTakingBack(on: Stockholm.day(instant))
            try await transaction.impartiality(toward: change.libraries).check(person)
            let end = LibraryChange.TakingBack(LibraryChange.Step(by: person.id, at: instant), because: reason)
            try await transaction.takeBack(change, end)
            guard change.state == .confirmed else { return id }
            try await transaction.askAgain(held, brokenBy: .library(id), at: instant)
            let cause = OrganisationChange(.library(id), because: reason, by: person.id)
            try await transaction.breakConditions(of: held, by: cause, at: instant)
            return id
        }
        logger.notice("library goes on", metadata: ["change": "\(done)"])
        return done
    }
}
