import Domain
import Logging
import Postgres
package import Store

/// How often the service does its chores, and how long it remembers what nobody can use any more.
package enum Schedule {
    /// How often an instance asks whether a chore is due.
    package static let look = Duration.seconds(60)
    /// How often whoever waits for a sweep to end asks whether it has.
    package static let turn = Duration.milliseconds(200)
    /// The time from the end of a sweep, or from its failure, to the next one.
    package static let sweep = Duration.seconds(3600)
    /// In how many sweeps every kept evaluation is asked again: they are the sweeps of 29 days.
    package static let sweepsInARound = 29 * 24
    /// How many kept evaluations each sweep asks again at least, whatever is new.
    package static let evaluationsASweep = 200
    /// The time from the end of one housekeeping to the next.
    package static let housekeeping = Duration.seconds(24 * 3600)
    /// The time from the end of one look at the deadlines of cases to the next.
    package static let deadlines = Duration.seconds(60)
    /// The time from when the clock has looked at the grants to when it looks again.
    package static let grants = Duration.seconds(300)
    /// How far back the first look at the instants of events goes, in microseconds: as far as the sweep before it may
    /// lie.
    package static let firstLook = 3_600_000_000
    /// Days for which sessions are kept after their end.
    package static let daysOfEndedSessions = 1
    /// Days for which bearer tokens are kept after their end, so that one can see why a machine is refused.
    package static let daysOfEndedTokens = 30
    /// Days for which idempotency keys count. Only after that may they go.
    package static let daysOfAnsweredRequests = 7
}

/// What was forgotten, in rows.
package struct Housekeeping: Sendable, Equatable {
    package let sessions: Int
    package let tokens: Int
    package let requests: Int

    package init(sessions: Int, tokens: Int, requests: Int) {
        self.sessions = sessions
        self.tokens = tokens
        self.requests = requests
    }
}

extension Operations {
    /// Sweeps, if nobody is at it and the last sweep was longer ago than `interval`; else nil. Of many instances one
    /// runs. One that fails has had its turn: what it failed of, such as the size of the data, is there still a minute
    /// later.
    package func sweepIfDue(after interval: Duration = Schedule.sweep) async throws -> [BrokenInvariant]? {
        try await ifDue(.sweep, after: interval) { _ in
            do {
                return try await lookAtEverything(.part(atLeast: Schedule.evaluationsASweep))
            } catch let error where !(error is CancellationError) {
                try await change { transaction in try await transaction.finish(.sweep) }
                throw error
            }
        }
    }

    /// Sweeps now, whenever the last sweep was; but never beside another: it waits until nobody is at it.
    package func sweepInvariants(
        _ reach: SweepReach = .part(atLeast: Schedule.evaluationsASweep)
    ) async throws -> [BrokenInvariant] {
        try await change { transaction in
            // Asked again and again: no statement may wait as long as a sweep can take.
            while try await !transaction.claim(.sweep) { try await Task.sleep(for: Schedule.turn) }
            let found = try await lookAtEverything(reach)
            try await transaction.finish(.sweep)
            return found
        }
    }

    /// Forgets sessions, tokens and idempotency keys that nobody can use any more, if that is due; else nil.
    package func keepHouseIfDue(after interval: Duration = Schedule.housekeeping) async throws -> Housekeeping? {
        let done = try await ifDue(.housekeeping, after: interval) { transaction in
            Housekeeping(
                sessions: try await transaction.forgetSessions(endedDaysAgo: Schedule.daysOfEndedSessions),
                tokens: try await transaction.forgetTokens(endedDaysAgo: Schedule.daysOfEndedTokens),
                requests: try await transaction.forgetRequests(answeredDaysAgo: Schedule.daysOfAnsweredRequests))
        }
        if let done {
            logger.info(
                "house kept",
                metadata: [
                    "sessions": "\(done.sessions)", "tokens": "\(done.tokens)", "requests": "\(done.requests)",
                ])
        }
        return done
    }

    /// Does a chore while a transaction holds the advisory lock of its name. Whoever dies lets go of it.
    func ifDue<Value: Sendable>(
        _ chore: Chore, after interval: Duration, _ work: (Transaction) async throws -> Value
    ) async throws -> Value? {
        let seconds = Double(interval.components.seconds)
        return try await change { transaction in
            guard try await transaction.claim(chore), try await transaction.isDue(chore, after: seconds) else {
                return nil
            }
            let done = try await work(transaction)
            try await transaction.finish(chore)
            return done
        }
    }
}
