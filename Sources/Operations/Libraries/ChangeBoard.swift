import Domain
import Logging
import Postgres
import Store

/// What is said of a joint library board, from a day on and why.
struct BoardWish {
    let board: LibraryBoard.ID
    let act: BoardChange.Act
    let day: Day
    let reason: String
    let person: Person
    /// Which libraries are named, and in which field of the form they stand.
    let libraries: [Library.ID]
    let field: String
    /// The board itself, where it is founded.
    var founded: LibraryBoard?
}

extension Operations {
    /// Registers a change of a board from a day on. The board stays as it is until a second person has confirmed that.
    func registerChange(_ wish: BoardWish, request: RepeatableRequest?) async throws -> LibraryBoard.ID {
        guard LibraryBoard.deciders.contains(where: wish.person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        errors.text(wish.reason, "reason", limit: 2000, required: true, lines: true)
        errors.require(Set(wish.libraries).count == wish.libraries.count, wish.field, .isTwice)
        try errors.check()
        let made: LibraryBoard.ID = try await once(request) { transaction in
            if let board = wish.founded {
                try await transaction.insert(board)
            } else if try await !transaction.lockBoard(wish.board) {
                throw Refusal.missing
            }
            guard try await transaction.unknownLibraries(wish.libraries).isEmpty else {
                throw Refusal.invalid(wish.field, .doesNotExist)
            }
            let instant = try await transaction.now()
            let change = BoardChange(
                boardID: wish.board, act: wish.act, libraries: wish.libraries, effectiveOn: wish.day,
                reason: wish.reason, registered: LibraryChange.Step(by: wish.person.id, at: instant))
            try await transaction.checkImpartiality(of: wish.person, in: change)
            let today = Stockholm.day(instant)
            guard wish.day >= today else { throw Refusal.invalid("from", .isNotAfter(today.adding(days: -1).text)) }
            try await transaction.checkMembers(of: change)
            try await transaction.insert(change)
            return change.boardID
        }
        logger.notice("library board is to change", metadata: ["board": "\(made)"])
        return made
    }
}

extension Transaction {
    /// Refuses whoever belongs to one of the libraries, has written or signed for one, or has a conflict of interest in
    /// a case of one, as when a library ends.
    func checkImpartiality(of person: Person, in change: BoardChange) async throws {
        let members = try await libraryBoard(change.boardID)?.members ?? []
        let libraries = change.libraries + members.filter { $0.seat.validTo == nil }.map(\.seat.libraryID)
        try await impartiality(toward: libraries).check(person)
    }

    /// Refuses who is on the board already to come to it, and who is not, or comes later, to leave it.
    func checkMembers(of change: BoardChange) async throws {
        for library in change.libraries {
            let since = try await memberSince(library, on: change.boardID)
            switch change.act {
            case .arrival: guard since == nil else { throw Refusal.conflict(.libraryIsOnBoard) }
            case .departure:
                guard let since else { throw Refusal.invalid("libraryId", .doesNotExist) }
                guard since <= change.effectiveOn else { throw Refusal.invalid("from", .isNotAfter("validFrom")) }
            }
        }
    }
}
