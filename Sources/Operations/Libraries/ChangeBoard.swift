import Domain
import Logging
import Postgres
import Store

/// What is said of a joint library board, from a day on and why.
struct BoardWish {
    /// nil: one that is founded.
    let board: LibraryBoard.ID?
    let day: Day
    let reason: String
    let person: Person
    /// Which libraries are named, and in which field of the form they stand.
    let libraries: [Library.ID]
    let field: String
}

extension Operations {
    /// Changes a board from a day on. Every event that has not ended is held meanwhile, as when a library ends: so no
    /// event is approved by the boards as they were, and what the change breaks, or mends, is told in its transaction.
    func changeBoard(
        _ wish: BoardWish, request: RepeatableRequest?,
        _ write: (Transaction, Instant) async throws -> OrganisationChange
    ) async throws -> LibraryBoard.ID {
        guard LibraryBoard.deciders.contains(where: wish.person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        errors.text(wish.reason, "reason", limit: 2000, required: true, lines: true)
        errors.require(Set(wish.libraries).count == wish.libraries.count, wish.field, .isTwice)
        try errors.check()
        let made: LibraryBoard.ID = try await once(request) { transaction in
            let start = min(Stockholm.start(of: wish.day), try await transaction.now())
            let events = try await transaction.lockEvents(transaction.eventsToHold(from: start))
            if let board = wish.board, try await !transaction.lockBoard(board) { throw Refusal.missing }
            guard try await transaction.unknownLibraries(wish.libraries).isEmpty else {
                throw Refusal.invalid(wish.field, .doesNotExist)
            }
            try await transaction.check(wish)
            let change = try await write(transaction, transaction.now())
            guard case .board(let id) = change.subject else { throw Refusal.missing }
            let instant = try await transaction.now()
            try await transaction.askAgain(events, brokenBy: change.subject, at: instant)
            try await transaction.breakConditions(of: events, by: change, at: instant)
            return id
        }
        logger.notice("library board changes", metadata: ["board": "\(made)"])
        return made
    }
}

extension Transaction {
    /// Refuses a day that has passed, and whoever belongs to one of the libraries, has written or signed for one, or has
    /// a conflict of interest in a case of one, as when a library ends.
    fileprivate func check(_ wish: BoardWish) async throws {
        var libraries = wish.libraries
        if let board = wish.board, let registered = try await libraryBoard(board) {
            libraries += registered.members.filter { $0.seat.validTo == nil }.map(\.seat.libraryID)
        }
        try await impartiality(toward: libraries).check(wish.person)
        let today = Stockholm.day(try await now())
        guard wish.day >= today else { throw Refusal.invalid("from", .isNotAfter(today.adding(days: -1).text)) }
    }
}
