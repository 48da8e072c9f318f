import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Once the day has come on which libraries close or merge, the conditions of funded events are asked again: of an
    /// event that goes on over that day the rule says something else than when it was decided. Answers with how many
    /// changes.
    package func applyLibraryChanges() async throws -> Int {
        var applied = 0
        for due in try await database.dueLibraryChanges() where try await apply(due.change) { applied += 1 }
        return applied
    }

    private func apply(_ change: LibraryChange) async throws -> Bool {
        try await self.change { transaction in
            let start = Stockholm.start(of: change.effectiveOn)
            let events = try await transaction.lockEvents(transaction.eventsToHold(from: start))
            let instant = try await transaction.now()
            guard try await transaction.apply(change.id, at: instant) else { return false }
            try await transaction.breakConditions(of: events, by: OrganisationChange(change), at: instant)
            return true
        }
    }
}
