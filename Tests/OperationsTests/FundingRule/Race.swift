import Domain
import Postgres
import Store
import TestDatabase
import Testing

/// What one side of a round came to.
enum RaceOutcome: Sendable {
    /// Money was granted, or the event was closed without a word.
    case done
    /// The event was closed with a deviation.
    case deviated
    case refused
}

/// What came of many rounds, in each of which an approval and a closing of the same event met.
struct RaceResult: Sendable, CustomStringConvertible {
    var rounds = 0
    var approvedFirst = 0
    var closedFirst = 0
    var deviations = 0
    /// How often an onlooker looked, and how often it saw a funded event closed without a breach.
    var looks = 0
    var violatingLooks = 0
    /// Funded events that are closed without a breach when all is over.
    var violations = 0
    var duration = Duration.zero

    var description: String {
        "\(rounds) rounds in \(duration.components.seconds) s, approved first \(approvedFirst), closed first "
            + "\(closedFirst), deviations \(deviations); violations \(violations), seen in \(violatingLooks) of \(looks) looks"
    }
}

/// Lets an approval and a closing of the same event begin at almost the same time, over and over, on eight workers.
struct Race: Sendable {
    let cases: RaceCases
    let approve: @Sendable (_ number: Int) async throws -> RaceOutcome
    let close: @Sendable (_ number: Int) async throws -> RaceOutcome

    private static let workers = 8

    func run() async throws -> RaceResult {
        let began = ContinuousClock.now
        var result = try await cases.scene.database.withSecondClient { onlooker in
            let watching = Task { try await Self.watch(onlooker) }
            let rounds = try await everyRound()
            watching.cancel()
            let (looks, violatingLooks) = try await watching.value
            var result = rounds
            result.looks = looks
            result.violatingLooks = violatingLooks
            return result
        }
        result.violations = try await Self.violations(cases.scene.client)
        result.duration = ContinuousClock.now - began
        return result
    }

    private func everyRound() async throws -> RaceResult {
        try await withThrowingTaskGroup(of: RaceResult.self) { group in
            for worker in 0..<Self.workers { group.addTask { try await rounds(of: worker) } }
            return try await group.reduce(into: RaceResult()) { sum, part in
                sum.rounds += part.rounds
                sum.approvedFirst += part.approvedFirst
                sum.closedFirst += part.closedFirst
                sum.deviations += part.deviations
            }
        }
    }

    private func rounds(of worker: Int) async throws -> RaceResult {
        var result = RaceResult()
        // An approval looks at more before it locks. Whoever wins too often is made to wait, so that both meet.
        var headStart = 2000.0
        for number in stride(from: worker + 1, through: cases.count, by: Self.workers) {
            let wait = Duration.microseconds(Int(headStart * Double.random(in: 0.5...1.5)))
            async let approval = approve(number)
            async let closing = later(wait) { try await close(number) }
            let (approved, closed) = (try await approval, try await closing)
            result.rounds += 1
            let wasApproved = approved == .done
            if wasApproved { result.approvedFirst += 1 } else { result.closedFirst += 1 }
            if closed == .deviated { result.deviations += 1 }
            headStart = min(50_000, max(20, headStart * (wasApproved ? 0.9 : 1.1)))
        }
        return result
    }

    private func later<Value: Sendable>(
        _ wait: Duration, _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        try await Task.sleep(for: wait)
        return try await work()
    }

    /// Looks from a connection of its own until it is cancelled.
    private static func watch(_ onlooker: PostgresClient) async throws -> (looks: Int, violatingLooks: Int) {
        var looks = 0
        var violatingLooks = 0
        while !Task.isCancelled {
            // Not cut short by the cancellation: a look that began is counted.
            let seen = try await Task.detached { try await violations(onlooker) }.value
            looks += 1
            if seen > 0 { violatingLooks += 1 }
            await Task.yield()
        }
        return (looks, violatingLooks)
    }

    /// Asks the rows alone, and nothing that a guard keeps: a condition binds, and its event is closed.
    private static func violations(_ database: some Querying) async throws -> Int {
        try await database.value(
            Query(
                name: "Race.violations",
                text: """
                    SELECT count(*) AS violations
                      FROM conditions AS condition
                      JOIN events AS event ON event.id = condition.event_id
                     WHERE condition.state IN ('held', 'cured')
                       AND (event.invitation_scope = 'own' OR event.status <> 'published'
                            OR event.invitation_state <> 'published')
                    """), column: "violations") ?? 0
    }
}
