import Domain
import Postgres
import Store

extension Operations {
    /// Once the day has come on which a joint board changes, the conditions of funded events are asked again, as when a
    /// library ends (`applyLibraryChanges`). Answers with how many changes.
    package func applyBoardChanges() async throws -> Int {
        var applied = 0
        for due in try await database.dueBoardChanges() where try await apply(due) { applied += 1 }
        return applied
    }

    private func apply(_ due: DueBoardChange) async throws -> Bool {
        try await change { transaction in
            let start = Stockholm.start(of: due.day)
            let events = try await transaction.lockEvents(transaction.eventsToHold(from: start))
            let instant = try await transaction.now()
            guard try await transaction.apply(due, at: instant) else { return false }
            try await transaction.askAgain(events, brokenBy: due.change.subject, at: instant)
            try await transaction.breakConditions(of: events, by: due.change, at: instant)
            return true
        }
    }
}
