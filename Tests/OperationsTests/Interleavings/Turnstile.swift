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
    /// Who waits until everybody stands here or is done.
    private var onlooker: CheckedContinuation<Void, Never>?
    /// How often anybody has come or gone: while it stays the same, nothing moves.
    private(set) var arrivals = 0

    init(players count: Int) {
        players = Array(repeating: Player(), count: count)
    }

    /// Waits before a statement of `player` until it is let through.
    func arrive(_ player: Int, with query: Query) async {
        let commits = "\(query.name)" == "COMMIT"
        await withCheckedContinuation {
            players[player].arrivals.append(Arrival(continuation: $0, commits: commits))
            somethingMoved()
        }
    }

    /// `player` has nothing more to say.
    func leave(_ player: Int) {
        players[player].isDone = true
        somethingMoved()
    }

    /// Lets the next statement of `player` through and says whether it commits; nil if none waits here.
    func letThrough(_ player: Int) -> Bool? {
        guard !players[player].arrivals.isEmpty else { return nil }
        let arrival = players[player].arrivals.removeFirst()
        arrival.continuation.resume()
        return arrival.commits
    }

    /// How many neither wait here nor are done: PostgreSQL works for them, or lets them wait for a lock.
    var running: Int { players.count { $0.arrivals.isEmpty && !$0.isDone } }

    /// Waits until everybody stands here or is done, or somebody says that those who do not wait for a lock.
    func settle() async {
        guard running > 0 else { return }
        await withCheckedContinuation { onlooker = $0 }
    }

    /// Those who are running wait for a lock, unless somebody has moved since there were so many `arrivals`.
    func waitsForLocks(since arrivals: Int) {
        if arrivals == self.arrivals { wake() }
    }

    private func somethingMoved() {
        arrivals += 1
        if running == 0 { wake() }
    }

    private func wake() {
        onlooker?.resume()
        onlooker = nil
    }
}
