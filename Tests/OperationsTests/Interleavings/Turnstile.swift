import Postgres

/// Holds up the statements of several transactions, and lets one at a time through.
actor Turnstile {
    /// A statement that waits.
    private struct Arrival {
        let continuation: CheckedContinuation<Void, Never>
        let commits: Bool
    }

    private struct Player {
        /// More than one where a transaction asks several things at once.
        var arrivals: [Arrival] = []
        var isDone = false
    }

    private var players: [Player]

    init(players count: Int) {
        players = Array(repeating: Player(), count: count)
    }

    /// Waits before a statement of `player` until it is let through.
    func arrive(_ player: Int, with query: Query) async {
        let commits = "\(query.name)" == "COMMIT"
        await withCheckedContinuation { players[player].arrivals.append(Arrival(continuation: $0, commits: commits)) }
    }

    /// `player` has nothing more to say.
    func leave(_ player: Int) { players[player].isDone = true }

    /// Lets the next statement of `player` through and says whether it commits; nil if none waits here.
    func letThrough(_ player: Int) -> Bool? {
        guard !players[player].arrivals.isEmpty else { return nil }
        let arrival = players[player].arrivals.removeFirst()
        arrival.continuation.resume()
        return arrival.commits
    }

    /// How many neither wait here nor are done: PostgreSQL works for them, or lets them wait for a lock.
    var running: Int { players.count { $0.arrivals.isEmpty && !$0.isDone } }
}
