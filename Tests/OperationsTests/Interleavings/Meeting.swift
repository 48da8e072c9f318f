import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Two commands that meet on one case, or on one call.
enum Meeting: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case approvalAndOwnStaffOnly, approvalAndNarrowing, approvalAndCancellation, approvalAndDeviation
    case approvalAndWithdrawal, approvalAndRejection, approvalAndHigherPrice, approvalAndApproval

    var testDescription: String { rawValue }

    /// How many statements further on the next order interrupts. Two commands on the same case or call read much before one
    /// has to wait for the other: of their orders, the square of those of the rest, every ninth is tried.
    var stride: Int {
        switch self {
        case .approvalAndWithdrawal, .approvalAndRejection, .approvalAndApproval: 3
        default: 1
        }
    }

    /// Both, for the case of this number, and for another of the same call.
    func commands(in scene: Scene, _ number: Int, _ another: Int) async throws -> [Command] {
        let application = try #require(RaceCases.application(number))
        let event = try #require(RaceCases.event(number))
        if self == .approvalAndApproval {
            // Money for one of the two.
            try await scene.database.run(
                """
                UPDATE calls SET budget = committed + 3000000
                 WHERE id = (SELECT call_id FROM grant_applications WHERE id = '\(application)')
                """)
        }
        let approve: Command = { try await scene.approve(application) }
        return [approve, try other(in: scene, application, event, RaceCases.application(another))]
    }

    private func other(
        in scene: Scene, _ application: GrantApplication.ID, _ event: Event.ID, _ next: GrantApplication.ID?
    ) throws -> Command {
        let operations = scene.operations
        switch self {
        case .approvalAndOwnStaffOnly: return { try await scene.invite(event, .own, .draft) }
        case .approvalAndNarrowing:
            let perstorp = try scene.library(of: scene.pontus)
            return { try await scene.invite(event, .list, .bound, [perstorp]) }
        case .approvalAndCancellation:
            return { _ = try await operations.cancelEvent(event, because: "Sjukdom.", by: scene.karin) }
        case .approvalAndDeviation:
            return {
                _ = try await operations.reportDeviation(
                    from: event, because: "Sjukdom.", .cancellation, by: scene.karin)
            }
        case .approvalAndWithdrawal:
            return { _ = try await operations.withdrawApplication(application, because: "Ändrat.", by: scene.ulf) }
        case .approvalAndRejection:
            return { _ = try await operations.rejectApplication(application, reasons: "Ryms inte.", by: scene.dag) }
        case .approvalAndHigherPrice:
            return { try await scene.edit(event) { $0.prices.others = .kronor(500) } }
        case .approvalAndApproval:
            let next = try #require(next)
            return { try await scene.approve(next) }
        }
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
        "\(orders) orders; approval refused in \(firstRefused), the other in \(secondRefused), both done in \(bothDone); "
            + "violations \(violating.count), faults \(faults.count)"
    }
}

/// Tries every order of two commands in which each is interrupted at most once.
struct Explorer {
    let scene: Scene
    let onlooker: PostgresClient
    let meeting: Meeting
    /// How many cases there are. Each order takes two, and those of numbers eight apart are of one call.
    let cases: Int
    var taken = 0
    var replaced: Interleaving.Replacement = { $0 }

    mutating func explore() async throws -> Exploration {
        var result = Exploration()
        for first in 0...1 {
            var before = 1
            while try await explore(first, before, &result) { before += meeting.stride }
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
            between += meeting.stride
        }
    }

    private mutating func run(_ order: Order) async throws -> Interleaving.Outcome {
        let number = taken / 8 * 16 + taken % 8 + 1
        try #require(number + 8 <= cases, "there are too few cases for all orders")
        taken += 1
        return try await Interleaving(
            scene: scene, onlooker: onlooker, commands: meeting.commands(in: scene, number, number + 8),
            replaced: replaced
        ).run(order)
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
