import Domain
import Postgres
import TestDatabase
import Testing

/// One order in which two commands meet: `first` makes some of its statements, then the other some of its own, then
/// `first` the rest, then the other the rest.
struct Order: Sendable, CustomStringConvertible {
    let first: Int
    let before: Int
    let between: Int

    var description: String { "\(before) statements of \(first), \(between) of the other, the rest of \(first)" }
}

/// A command of the service, begun at the same time as another.
typealias Command = @Sendable () async throws -> Void

/// Runs commands statement by statement, each in a transaction of its own on a connection of its own, as PostgreSQL's
/// isolation tester does, and asks after every commit whether the invariants hold.
struct Interleaving: Sendable {
    let scene: Scene
    let onlooker: PostgresClient
    let commands: [Command]
    /// Sends other statements in place of some: nothing is replaced but in a control.
    var replaced: Replacement = { $0 }

    typealias Replacement = @Sendable (Query) -> Query

    /// How each command ended: nil if it did what it was to do.
    struct Outcome: Sendable {
        var refusals: [(any Error)?]
        var violations: Set<String> = []
        /// How many statements each has made while it was its turn.
        var made: [Int]
        /// The other could not make all of the statements it was to make in between: more of them change nothing.
        var betweenWasCutShort = false
    }

    func run(_ order: Order) async throws -> Outcome {
        let other = 1 - order.first
        return try await play { play in
            _ = try await play.advance(order.first, by: order.before)
            let made = try await play.advance(other, by: order.between)
            play.outcome.betweenWasCutShort = made < order.between
            _ = try await play.advance(order.first, by: .max)
            _ = try await play.advance(other, by: .max)
            _ = try await play.advance(order.first, by: .max)
        }
    }

    /// Lets the commands take turns as `turns` says, until all of them have ended.
    func run(turns: [Int]) async throws -> Outcome {
        try await play { play in
            for turn in turns { _ = try await play.advance(turn, by: 1) }
            for _ in commands { for player in commands.indices { _ = try await play.advance(player, by: .max) } }
        }
    }

    private func play(_ moves: (inout Play) async throws -> Void) async throws -> Outcome {
        let turnstile = Turnstile(players: commands.count)
        let brokenBefore = try await Invariants.broken(onlooker)
        let ledger = try await Ledger(onlooker)
        return try await withThrowingTaskGroup(of: (Int, (any Error)?).self) { group in
            for (player, command) in commands.enumerated() {
                group.addTask { [replaced] in
                    let watch: @Sendable (Query) async throws -> Query = { query in
                        await turnstile.arrive(player, with: query)
                        return replaced(query)
                    }
                    let error = await StatementWatch.$current.withValue(watch) { await Self.failure(of: command) }
                    await turnstile.leave(player)
                    return (player, error)
                }
            }
            var play = Play(
                turnstile: turnstile, scene: scene, onlooker: onlooker, brokenBefore: brokenBefore, ledger: ledger,
                outcome: Outcome(
                    refusals: commands.map { _ in nil }, made: commands.map { _ in 0 }))
            try await play.settle()
            try await moves(&play)
            for try await (player, error) in group { play.outcome.refusals[player] = error }
            return play.outcome
        }
    }

    private static func failure(of command: Command) async -> (any Error)? {
        do {
            try await command()
            return nil
        } catch {
            return error
        }
    }
}

/// An interleaving that is under way.
struct Play {
    let turnstile: Turnstile
    let scene: Scene
    let onlooker: PostgresClient
    let brokenBefore: [String: Int]
    /// The money as it was after the last commit.
    var ledger: Ledger
    var outcome: Interleaving.Outcome

    /// Lets up to `count` statements of `player` through, fewer if it ends or waits for a lock; how many there were.
    mutating func advance(_ player: Int, by count: Int) async throws -> Int {
        var made = 0
        while made < count, let commits = await turnstile.letThrough(player) {
            made += 1
            outcome.made[player] += 1
            try await settle()
            guard commits else { continue }
            for (name, times) in try await Invariants.broken(onlooker) where times > brokenBefore[name, default: 0] {
                outcome.violations.insert(name)
            }
            let now = try await Ledger(onlooker)
            if now.movesMoneyDuringABreach(since: ledger) { outcome.violations.insert("no_breach_stands") }
            ledger = now
        }
        return made
    }

    /// Waits until everybody stands at the turnstile, has ended, or waits for somebody's lock.
    func settle() async throws {
        var looks = 0
        while true {
            let running = await turnstile.running
            guard running > 0 else { return }
            looks += 1
            if looks > 20, try await Invariants.waitingForLocks(onlooker) == running,
                await turnstile.running == running
            {
                return
            }
            // Who is not there by now works, or waits: PostgreSQL is not asked more often than it needs to work.
            try await Task.sleep(for: .microseconds(looks > 20 ? 2_000 : 100))
        }
    }
}
