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

    private func play(_ moves: @Sendable (inout Play) async throws -> Void) async throws -> Outcome {
        let turnstile = Turnstile(players: commands.count)
        let before = try await Look(onlooker)
        return try await withThrowingTaskGroup(of: Ended?.self) { group in
            for (player, command) in commands.enumerated() {
                group.addTask { [replaced] in
                    let watch: @Sendable (Query) async throws -> Query = { query in
                        await turnstile.arrive(player, with: query)
                        return replaced(query)
                    }
                    let error = await StatementWatch.$current.withValue(watch) { await Self.failure(of: command) }
                    await turnstile.leave(player)
                    return Ended(player: player, error: error)
                }
            }
            group.addTask { [onlooker] in
                await Self.watchLocks(of: turnstile, onlooker)
                return nil
            }
            var play = Play(
                turnstile: turnstile, onlooker: onlooker, before: before, last: before,
                outcome: Outcome(refusals: commands.map { _ in nil }, made: commands.map { _ in 0 }))
            await turnstile.settle()
            try await moves(&play)
            for _ in commands {
                if case .some(.some(let ended)) = try await group.next() {
                    play.outcome.refusals[ended.player] = ended.error
                }
            }
            group.cancelAll()
            return play.outcome
        }
    }

    private struct Ended: Sendable {
        let player: Int
        let error: (any Error)?
    }

    /// Tells the turnstile when those who have gone through it wait for a lock, until it is cancelled. PostgreSQL is
    /// asked only if for a while nobody has come back, and not more often than it needs to work.
    private static func watchLocks(of turnstile: Turnstile, _ onlooker: PostgresClient) async {
        while !Task.isCancelled {
            let arrivals = await turnstile.arrivals
            do { try await Task.sleep(for: .milliseconds(4)) } catch { return }
            let running = await turnstile.running
            guard running > 0, await turnstile.arrivals == arrivals else { continue }
            // Not cut short by the end: a question that was sent is answered.
            let asked = await Task { try await Invariants.waitingForLocks(onlooker) }.result
            // One that failed is asked again: without an answer nobody would ever move.
            guard case .success(let waiting) = asked else { continue }
            if waiting == running { await turnstile.waitsForLocks(since: arrivals) }
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
    let onlooker: PostgresClient
    let before: Look
    /// What was seen after the last commit.
    var last: Look
    var outcome: Interleaving.Outcome

    /// Lets up to `count` statements of `player` through, fewer if it ends or waits for a lock; how many there were.
    mutating func advance(_ player: Int, by count: Int) async throws -> Int {
        var made = 0
        while made < count, let commits = await turnstile.letThrough(player) {
            made += 1
            outcome.made[player] += 1
            await turnstile.settle()
            guard commits else { continue }
            let now = try await Look(onlooker)
            outcome.violations.formUnion(now.broken(since: before))
            if now.movesMoneyThatIsHeld(since: last) { outcome.violations.insert("no_breach_stands") }
            last = now
        }
        return made
    }
}
