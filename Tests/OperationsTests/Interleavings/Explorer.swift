import Domain
import Foundation
import Postgres
import Store
import TestDatabase
import Testing

/// Two commands that meet, each time on another case.
protocol Encounter: Sendable, CaseIterable, CustomTestStringConvertible {
    /// How many statements further on the next order interrupts: of all orders one in the square of it is tried.
    var stride: Int { get }

    /// The cases that they are to meet on: made once, for all encounters that begin with such cases.
    var ground: DatabaseToCopy<[Case]> { get }

    /// Both commands, on one of the cases or some of them. `round` is another number each time.
    func commands(in scene: Scene, on cases: [Case], round: Int) async throws -> [Command]
}

/// How closely orders are tried: as each encounter says, or closer where SAMLYFT_INTERLEAVING_STRIDE says so.
enum Closeness {
    private static let asked = ProcessInfo.processInfo.environment["SAMLYFT_INTERLEAVING_STRIDE"].flatMap { Int($0) }

    static func stride(_ ordinary: Int) -> Int { min(ordinary, max(1, asked ?? ordinary)) }

    /// How many cases all orders take, of which those of the ordinary stride take `count`.
    static func cases(_ count: Int, atStride ordinary: Int) -> Int {
        let times = (ordinary + stride(ordinary) - 1) / stride(ordinary)
        return count * times * times
    }
}

/// What came of all orders of a meeting.
struct Exploration: Sendable, CustomStringConvertible {
    var orders = 0
    var violating: [String] = []
    var bothDone = 0
    var firstRefused = 0
    var secondRefused = 0
    /// What neither the table nor a rule explains, such as a deadlock.
    var faults: [String] = []

    var description: String {
        "\(orders) orders; the first refused in \(firstRefused), the other in \(secondRefused), both done in \(bothDone); "
            + "violations \(violating.count), faults \(faults.count)"
    }

    /// Whether an order told apart one that comes first from one that comes second.
    func expectOneOfTwo() {
        #expect(bothDone == 0)
        #expect(firstRefused > 0 && secondRefused > 0)
    }

    /// No invariant was broken at any commit, and nothing but refusals came.
    func expectNoViolation(in meeting: any Encounter) {
        print("interleavings, \(meeting.testDescription): \(self)")
        #expect(violating == [])
        #expect(faults == [])
        #expect(orders > 12)
    }

    /// The control: if this finds nothing, the other proves nothing.
    func expectViolation(in meeting: any Encounter) {
        print("interleavings without guards, \(meeting.testDescription): \(self)")
        #expect(!violating.isEmpty)
    }
}

/// Tries every order of two commands in which each is interrupted at most once.
struct Explorer {
    let scene: Scene
    let onlooker: PostgresClient
    let meeting: any Encounter
    let cases: [Case]
    var taken = 0
    var replaced: Interleaving.Replacement = { $0 }
    /// A control tries fewer orders: one in four of those that are tried with the guards.
    var isControl = false

    private var stride: Int { isControl ? meeting.stride * 2 : Closeness.stride(meeting.stride) }

    mutating func explore() async throws -> Exploration {
        var result = Exploration()
        for first in 0...1 {
            var before = 1
            while try await explore(first, before, &result) { before += stride }
        }
        return result
    }

    /// All that the other can make in between; false if `first` has not as many statements as were to come before.
    private mutating func explore(_ first: Int, _ before: Int, _ result: inout Exploration) async throws -> Bool {
        var between = 1
        while true {
            let order = Order(first: first, before: before, between: between)
            let outcome = try await run(order)
            result.add(outcome, of: order)
            guard outcome.made[first] > before else { return false }
            guard !outcome.betweenWasCutShort else { return true }
            between += stride
        }
    }

    private mutating func run(_ order: Order) async throws -> Interleaving.Outcome {
        taken += 1
        return try await Interleaving(
            onlooker: onlooker, commands: meeting.commands(in: scene, on: cases, round: taken - 1), replaced: replaced
        ).run(order)
    }
}

extension Explorer {
    /// Lets two commands meet in a database of their own. Without guards the SQL of `without` is run first, and the
    /// locks of these names are not taken.
    static func explore(
        _ meeting: any Encounter, without: [String] = [], unlocking locks: Set<String> = []
    ) async throws -> Exploration {
        try await withScene(meeting.ground, transactionConnections: 3) { scene, cases in
            for change in without { try await scene.database.run(change) }
            return try await scene.database.withSecondClient { onlooker in
                var explorer = Explorer(scene: scene, onlooker: onlooker, meeting: meeting, cases: cases)
                explorer.replaced = { query in locks.contains("\(query.name)") ? Unlocked.query(query) : query }
                explorer.isControl = !without.isEmpty || !locks.isEmpty
                return try await explorer.explore()
            }
        }
    }
}

extension Exploration {
    mutating func add(_ outcome: Interleaving.Outcome, of order: Order) {
        orders += 1
        if !outcome.violations.isEmpty { violating.append("\(order): \(outcome.violations)") }
        if outcome.refusals.allSatisfy({ $0 == nil }) { bothDone += 1 }
        if outcome.refusals[0] != nil { firstRefused += 1 }
        if outcome.refusals[1] != nil { secondRefused += 1 }
        for case .some(let error) in outcome.refusals where !(error is Refusal) { faults.append("\(order): \(error)") }
    }
}
