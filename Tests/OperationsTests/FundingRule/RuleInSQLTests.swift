import Domain
import Foundation
import Postgres
import RuleSnapshots
import Store
import TestDatabase
import Testing

/// The rule in SQL stands apart from the Domain's (docs/rules.md, the rule a second time). Each is asked of the same
/// random inputs, a hundred thousand where SAMLYFT_RULE_SNAPSHOTS says so, and they must say the same.
@Suite struct `The rule in SQL` {
    /// P16 is asked of a report, and has its second reading in `shows_outcome`.
    private static let ofReports: Set<Finding.Reason> = [
        .invitedAreNotListed, .registeredAreNotTold, .refusedAreNotTold, .attendedAreNotTold,
        .moreAttendedThanRegistered,
    ]

    @Test func `says the same as the rule of the Domain`() async throws {
        try await withDatabase { database in
            let asked = ProcessInfo.processInfo.environment["SAMLYFT_RULE_SNAPSHOTS"].flatMap { Int($0) }
            let clock = ContinuousClock()
            let began = clock.now
            let compared = try await Comparison.run(asked ?? Comparison.ordinary, in: database)
            print("rule in SQL: \(compared.account), \(clock.now - began)")
            #expect(compared.differences.isEmpty, "\(compared.differences.prefix(3))")
            let neverSeen = Set(Finding.Reason.allCases).subtracting(Self.ofReports).map(\.rawValue)
                .filter { compared.codes[$0] == nil }
            #expect(neverSeen.isEmpty, "codes that never occurred")
        }
    }

    /// A comparison that finds nothing proves nothing, unless it finds what is wrong: so the function is made wrong.
    @Test(arguments: [
        ("event.starts_at < cases.notice + CASE", "event.starts_at <= cases.notice + CASE"),
        ("cardinality(event.others), CASE", "greatest(cardinality(event.others) - 1, 1), CASE"),
        ("past.since < boundary.instant", "false"),
    ])
    func `is found out where it is made wrong`(_ right: String, _ wrong: String) async throws {
        try await withDatabase { database in
            let definition = try await database.client.transaction {
                try await $0.lines("SELECT pg_get_functiondef('rule_findings_of'::regproc)")
            }.joined(separator: "\n")
            #expect(definition.components(separatedBy: right).count == 2)
            try await database.run(definition.replacingOccurrences(of: right, with: wrong))
            let compared = try await Comparison.run(30_000, in: database, untilADifference: true)
            #expect(!compared.differences.isEmpty)
        }
    }
}

/// What two rules said of many inputs.
private struct Comparison {
    /// How many are asked in the ordinary suite.
    static let ordinary = 20_000
    private static let batch = 500

    private(set) var differences: [String] = []
    private(set) var codes: [String: Int] = [:]
    private var predicates: [String: Int] = [:]
    private var verdicts: [String: Int] = [:]
    private var count = 0

    var account: String {
        let failed = predicates.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(count) snapshots, \(differences.count) differences; \(verdicts); not holding: \(failed)"
    }

    /// While PostgreSQL is at one batch, the next is made and judged.
    static func run(
        _ count: Int, in database: TestDatabase, untilADifference: Bool = false
    ) async throws -> Comparison {
        var whole = Comparison()
        try await withThrowingTaskGroup(of: Comparison.self) { group in
            for number in 0..<(count + batch - 1) / batch {
                if number >= 3, let part = try await group.next() { whole.add(part) }
                if untilADifference, !whole.differences.isEmpty { break }
                group.addTask { try await Comparison(batch: number, in: database) }
            }
            for try await part in group { whole.add(part) }
        }
        return whole
    }

    private init() {}

    private init(batch number: Int, in database: TestDatabase) async throws {
        var source = RandomInputs(seed: 1_000 + UInt64(number))
        let inputs = (0..<Self.batch).map { _ in source.next() }
        let texts = inputs.map(\.canonicalText)
        async let saidInSQL = TwoRules.toldInSQL(texts, in: database)
        let evaluations = inputs.map(\.evaluation)
        for evaluation in evaluations { note(evaluation) }
        let said = evaluations.map(TwoRules.told)
        count = inputs.count
        for (index, (here, there)) in zip(said, try await saidInSQL).enumerated() {
            guard here != there else { continue }
            differences.append("\(texts[index])\nDomain: \(here.sorted())\nSQL:    \(there.sorted())")
        }
    }

    private mutating func add(_ other: Comparison) {
        differences += other.differences
        codes.merge(other.codes, uniquingKeysWith: +)
        predicates.merge(other.predicates, uniquingKeysWith: +)
        verdicts.merge(other.verdicts, uniquingKeysWith: +)
        count += other.count
    }

    private mutating func note(_ said: Evaluation) {
        verdicts[said.verdict.rawValue, default: 0] += 1
        for code in Set(said.findings.map(\.reason.rawValue)) { codes[code, default: 0] += 1 }
        for predicate in Set(said.blocking.map(\.predicate.rawValue)) { predicates[predicate, default: 0] += 1 }
    }
}
