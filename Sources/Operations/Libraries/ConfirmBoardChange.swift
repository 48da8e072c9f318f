package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A second person confirms that a board changes. Every event that has not ended is held meanwhile, as when a
    /// library ends: so no event is approved by the boards as they were, and what the change breaks, or mends, is told in
    /// its transaction.
    package func confirmBoardChange(
        _ id: BoardChange.ID, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        guard LibraryBoard.confirmers.contains(where: person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        let made: LibraryBoard.ID = try await once(request) { transaction in
            // A change that can be confirmed is of today or later.
            let today = Stockholm.start(of: Stockholm.day(try await transaction.now()))
            let events = try await transaction.lockEvents(transaction.eventsToHold(from: today))
            guard let change = try await transaction.lockBoardChange(id),
                try await transaction.lockBoard(change.boardID)
            else { throw Refusal.missing }
            let instant = try await transaction.now()
            try change.checkConfirming(by: person, on: Stockholm.day(instant))
            try await transaction.checkImpartiality(of: person, in: change)
            try await transaction.checkMembers(of: change)
            try await transaction.confirm(change, by: LibraryChange.Step(by: person.id, at: instant))
            let cause = OrganisationChange(.board(change.boardID), because: change.reason, by: person.id)
            switch change.act {
            case .arrival:
                try await transaction.join(
                    change.boardID, change.libraries, from: change.effectiveOn, by: cause, at: instant)
            case .departure:
                for library in change.libraries {
                    try await transaction.leave(
                        change.boardID, library, from: change.effectiveOn, by: cause, at: instant)
                }
            }
            try await transaction.askAgain(events, brokenBy: cause.subject, at: instant)
            try await transaction.breakConditions(of: events, by: cause, at: instant)
            return change.boardID
        }
        logger.notice("library board changes", metadata: ["board": "\(made)"])
        return made
    }
}
