import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Registers that a library ends from a day on. It goes on until a second person has confirmed that. A day that has
    /// passed rests on minutes or a decision.
    func registerEnd(
        of id: Library.ID, into successor: Library.ID?, from day: Day, because reason: String,
        restingOn ground: String?,
        by person: Person, request: RepeatableRequest?
    ) async throws -> LibraryChange.ID {
        guard LibraryChange.deciders.contains(where: person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, required: true, lines: true)
        if let ground { errors.text(ground, "restsOn", limit: 2000, required: true, lines: true) }
        try errors.check()
        let made = try await once(request) { transaction in
            try await transaction.checkEnd(of: id, into: successor, on: day)
            let instant = try await transaction.now()
            let change = LibraryChange(
                libraryID: id, successorID: successor, effectiveOn: day, reason: reason, restsOn: ground,
                registered: LibraryChange.Step(by: person.id, at: instant))
            try change.checkDay(on: Stockholm.day(instant))
            try await transaction.impartiality(toward: change.libraries).check(person)
            try await transaction.insert(change)
            return change.id
        }
        logger.notice("library is to end", metadata: ["library": "\(id)", "change": "\(made)"])
        return made
    }
}

extension Transaction {
    /// Refuses a library that has ended or will, and a successor that does not go on after it.
    func checkEnd(of id: Library.ID, into successor: Library.ID?, on day: Day) async throws {
        let held = try await lockLibraries([id] + [successor].compactMap(\.self))
        guard let library = held[id] else { throw Refusal.missing }
        guard library.validTo == nil else { throw Refusal.conflict(.libraryEnds) }
        var errors = FieldErrors()
        errors.require(library.validFrom < day, "from", .isNotAfter("validFrom"))
        if let successor {
            errors.require(successor != id && held[successor] != nil, "successorId", .doesNotExist)
            errors.require(held[successor]?.goesOn(on: day) ?? true, "successorId", .doesNotExist)
        }
        try errors.check()
    }

    /// Who may say that a library ends: nobody who belongs to it or to its successor, has written or signed for one of
    /// them, or has a conflict of interest that stands in a case of theirs.
    func impartiality(toward libraries: [Library.ID]) async throws -> Impartiality {
        let libraries = try await withPrincipals(libraries)
        return Impartiality(
            libraries: libraries, participants: try await participants(of: libraries),
            declared: try await declaredConflicts(with: libraries))
    }
}

extension HeldLibrary {
    /// Whether it is there on that day and goes on after it.
    fileprivate func goesOn(on day: Day) -> Bool { validFrom <= day && validTo.map { day < $0 } ?? true }
}
