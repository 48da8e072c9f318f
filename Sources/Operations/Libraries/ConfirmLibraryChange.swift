package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A second person confirms that a library ends. Every event that has not ended is held meanwhile: so no event is
    /// approved by the libraries as they were, and no condition that binds is missed. What was granted after a day that
    /// had passed stands as it was decided, and its case says that nobody here knew.
    package func confirmLibraryChange(
        _ id: LibraryChange.ID, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> LibraryChange.ID {
        guard LibraryChange.deciders.contains(where: person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        let confirmed = try await once(request) { transaction in
            guard let wanted = try await transaction.libraryChange(id)?.change else { throw Refusal.missing }
            let held = try await transaction.lockEvents(for: wanted)
            let change = try await transaction.lockWithLibraries(wanted)
            let instant = try await transaction.now()
            try change.checkConfirming(by: person, on: Stockholm.day(instant))
            try await transaction.checkEnd(of: change.libraryID, into: change.successorID, on: change.effectiveOn)
            try await transaction.impartiality(toward: change.libraries).check(person)
            try await transaction.confirm(change, by: LibraryChange.Step(by: person.id, at: instant))
            let cause = OrganisationChange(.library(id), because: change.reason, by: person.id)
            try await transaction.breakConditions(of: held, by: cause, at: instant)
            try await transaction.tellCasesGranted(meanwhile: change, by: person)
            return id
        }
        logger.notice("library ends", metadata: ["change": "\(confirmed)"])
        return confirmed
    }
}

extension Transaction {
    /// The events that a change may concern, held: those that have not ended on its day, or now if that is earlier.
    func lockEvents(for change: LibraryChange) async throws -> [Event] {
        let start = min(Stockholm.start(of: change.effectiveOn), try await now())
        return try await lockEvents(eventsToHold(from: start))
    }

    /// A change as it is now, with its libraries held: they come before it in everybody's order.
    func lockWithLibraries(_ change: LibraryChange) async throws -> LibraryChange {
        _ = try await lockLibraries(change.libraries)
        guard let held = try await lockLibraryChange(change.id) else { throw Refusal.missing }
        return held
    }

    /// In each case in which money was granted to the library after it had ended, it stands that the end came to be
    /// known afterwards, and by what. The grant stands; what it asks of its events was asked anew just now, and one that
    /// nobody has taken over is paid nothing more.
    fileprivate func tellCasesGranted(meanwhile change: LibraryChange, by person: Person) async throws {
        guard let ground = change.restsOn else { return }
        let since = Stockholm.start(of: change.effectiveOn)
        for id in try await applicationsGranted(to: [change.libraryID], since: since) {
            try await record(
                "library-had-ended", in: id, by: person.id, detail: "\(change.effectiveOn.text). \(ground)")
        }
    }
}
