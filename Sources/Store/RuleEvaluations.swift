package import Domain
import Foundation
package import Postgres
import SQL

extension Querying {
    /// What the rule said at each moment of a case, the latest first, and how often it was asked in all.
    package func evaluations(
        of id: GrantApplication.ID, learningOutcomes learns: Bool = true, limit: Int, offset: Int = 0
    ) async throws -> (evaluations: [StoredEvaluation], total: Int) {
        async let total: Int? = value(
            SQL.RuleEvaluations.count(applicationID: id, learnsOutcomes: learns), column: "total")
        let evaluations: [StoredEvaluation] = try await all(
            SQL.RuleEvaluations.list(applicationID: id, learnsOutcomes: learns, limit: limit, offset: offset))
        return (evaluations, try await total ?? 0)
    }

    /// One thing that the rule said in a case.
    package func evaluation(
        _ number: StoredEvaluation.Number, of id: GrantApplication.ID, learningOutcomes learns: Bool = true
    ) async throws -> StoredEvaluation? {
        try await first(SQL.RuleEvaluations.get(applicationID: id, id: number, learnsOutcomes: learns))
    }

    /// The numbers of what the rule said after number `after`, in order.
    package func evaluationsToRepeat(
        after: StoredEvaluation.Number, limit: Int = .max
    ) async throws -> [StoredEvaluation.Number] {
        try await values(SQL.RuleEvaluations.toRepeat(after: after, limit: limit), column: "id")
    }

    /// The numbers of what the rule said in cases about whose evaluations an alarm is open.
    package func alarmingEvaluations() async throws -> [StoredEvaluation.Number] {
        try await values(SQL.RuleEvaluations.alarming(), column: "id")
    }

    /// The number of the last thing that the rule said; 0 before the first.
    package func newestEvaluation() async throws -> StoredEvaluation.Number {
        try await value(SQL.RuleEvaluations.newest(), column: "id") ?? 0
    }

    /// These evaluations, each with its application.
    package func evaluations(
        _ numbers: [StoredEvaluation.Number]
    ) async throws -> [(application: GrantApplication.ID, evaluation: StoredEvaluation)] {
        try await rows(SQL.RuleEvaluations.withIDs(ids: numbers)).map { row in
            (try row["application_id"], try StoredEvaluation(row))
        }
    }

    /// Those of these evaluations to which the rule in SQL comes differently.
    package func evaluationsThatDifferInSQL(
        among numbers: [StoredEvaluation.Number]
    ) async throws -> Set<StoredEvaluation.Number> {
        Set(try await values(SQL.RuleEvaluations.differing(ids: numbers), column: "id"))
    }

    /// The verdict that was kept last of each of these conditions, where one was.
    package func lastVerdicts(of conditions: [Condition.ID]) async throws -> [Condition.ID: Verdict] {
        let kept = try await rows(SQL.RuleEvaluations.lastVerdicts(conditions: conditions)).map { row in
            (try row["condition_id"] as Condition.ID, try word(row["verdict"], "verdict") as Verdict)
        }
        return Dictionary(uniqueKeysWithValues: kept)
    }
}

extension Transaction {
    /// Keeps what the rule said and what it was asked. `hash` is the SHA-256 of the inputs' UTF-8.
    package func insert(
        _ said: Evaluation, of application: GrantApplication.ID, condition: Condition.ID?, moment: RuleMoment,
        inputs: String, hash: [UInt8]
    ) async throws {
        try await execute(
            SQL.RuleEvaluations.insert(
                applicationID: application, conditionID: condition, moment: moment.rawValue,
                evaluatedAt: said.evaluatedAt, ruleVersion: said.ruleVersion, verdict: said.verdict.rawValue,
                findings: KeptFinding.text(of: said.findings), inputs: inputs, inputsHash: hash))
    }
}

/// What the rule said at one moment, as it was kept, with what it was asked.
package struct StoredEvaluation: Sendable, PostgresRowDecodable {
    package typealias Number = Int

    package let number: Number
    package let moment: RuleMoment
    /// The condition that was asked of, after the decision.
    package let conditionID: Condition.ID?
    package let evaluatedAt: Instant
    package let ruleVersion: Int
    package let verdict: Verdict
    package let findings: [KeptFinding]
    /// Canonical JSON, as `RuleInputs.canonicalText` wrote it.
    package let inputs: String
    /// SHA-256 of the inputs' UTF-8.
    package let hash: [UInt8]

    package init(_ row: Row) throws {
        let text: JSONText = try row["findings"]
        number = try row["id"]
        moment = try word(row["moment"], "moment")
        conditionID = try row["condition_id"]
        evaluatedAt = try row["evaluated_at"]
        ruleVersion = try row["rule_version"]
        verdict = try word(row["verdict"], "verdict")
        findings = try JSONDecoder().decode([KeptFinding].self, from: Data(text.text.utf8))
        inputs = try row["inputs"]
        hash = try row["inputs_hash"]
    }
}
