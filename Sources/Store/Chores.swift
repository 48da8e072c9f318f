package import Postgres
import SQL

/// What the service does by itself, whoever asks for pages.
package enum Chore: String, Sendable, CaseIterable {
    case sweep, housekeeping, deadlines, grants, instants
}

/// A chore that is done in parts: how far it has come is kept.
package enum PartedChore: String, Sendable, CaseIterable {
    /// Evaluations that were asked again at least once.
    case newEvaluations = "new-evaluations"
    /// Evaluations that were asked again in this round through all of them.
    case keptEvaluations = "kept-evaluations"
    /// The instants of events that have been seen to come, as microseconds since 1970.
    case eventInstants = "event-instants"
}

extension Querying {
    /// The number up to which a chore is done; 0 before its first part.
    package func reached(_ chore: PartedChore) async throws -> Int {
        try await value(SQL.Sweep.reached(name: chore.rawValue), column: "reached") ?? 0
    }
}

extension Transaction {
    /// Notes how far a chore has come.
    package func reach(_ number: Int, of chore: PartedChore) async throws {
        try await execute(SQL.Sweep.reach(name: chore.rawValue, reached: number))
    }

    /// Whether this transaction may do a chore: false while another is at it, in whichever instance.
    package func claim(_ chore: Chore) async throws -> Bool {
        try await value(SQL.Sweep.claimChore(name: chore.rawValue), column: "claimed") ?? false
    }

    /// Whether a chore was last done longer ago than `seconds`, or never. Only for one that is claimed.
    package func isDue(_ chore: Chore, after seconds: Double) async throws -> Bool {
        try await value(SQL.Sweep.choreIsDue(name: chore.rawValue, seconds: seconds), column: "is_due") ?? false
    }

    /// Notes that a claimed chore is done.
    package func finish(_ chore: Chore) async throws {
        try await execute(SQL.Sweep.finishChore(name: chore.rawValue))
    }

    /// Forgets sessions that ended so many days ago; answers with how many.
    package func forgetSessions(endedDaysAgo days: Int) async throws -> Int {
        try await execute(SQL.Sweep.forgetSessions(days: days))
    }

    /// Forgets bearer tokens that ended so many days ago; answers with how many.
    package func forgetTokens(endedDaysAgo days: Int) async throws -> Int {
        try await execute(SQL.Sweep.forgetTokens(days: days))
    }

    /// Forgets idempotency keys that were used so many days ago; answers with how many.
    package func forgetRequests(answeredDaysAgo days: Int) async throws -> Int {
        try await execute(SQL.Sweep.forgetRequests(days: days))
    }
}
