import Postgres

/// Holds up the statements of several transactions, and lets one at a time through.
actor Turnstile {
    private enum Standing {
        case running
        case waiting(CheckedContinuation<Void, Never>, commits: Bool)
        case done
    }

    private var players: [Standing]

    init(players count: Int) {
        players = Array(repeating: .running, count: count)
    }

    /// Waits before a statement of `player` until it is let through.
    func arrive(_ player: Int, with query: Query) async {
        let commits = "\(query.name)" == "COMMIT"
        await withCheckedContinuation { players[player] = .waiting($0, commits: commits) }
    }

    /// `player` has nothing more to say.
    func leave(_ player: Int) { players[player] = .done }

    /// Lets the next statement of `player` through and says whether it commits; nil if none waits here.
    func letThrough(_ player: Int) -> Bool? {
        guard case .waiting(let continuation, let commits) = players[player] else { return nil }
        players[player] = .running
        continuation.resume()
        return commits
    }

    /// How many neither wait here nor are done: PostgreSQL works for them, or lets them wait for a lock.
    var running: Int {
        players.count { if case .running = $0 { true } else { false } }
    }
}
