import Domain
import Foundation
import Postgres
import TestDatabase

/// What the rule of the Domain and the one in SQL say of inputs, told alike: every finding in one line.
enum TwoRules {
    /// Every finding of the Domain.
    static func told(_ said: Evaluation) -> Set<String> {
        Set(
            said.findings.map { finding in
                [
                    finding.predicate.rawValue, finding.reason.rawValue, finding.verdict.rawValue,
                    finding.severity.rawValue, finding.eventID?.description,
                ].compactMap(\.self).joined(separator: " ")
            })
    }

    /// The same as SQL tells it of the canonical texts of inputs, in their order.
    static func toldInSQL(_ texts: [String], in database: TestDatabase) async throws -> [Set<String>] {
        let lines: [String] = try await database.client.transaction { transaction in
            try await transaction.values(
                Query(
                    name: "TwoRules.told",
                    text: """
                        SELECT coalesce(string_agg(DISTINCT concat_ws(' ', found.predicate, found.code, found.verdict,
                                   found.severity, found.event_id), ', '), '') AS told
                          FROM generate_series(1, cardinality($1::text[])) AS given (number)
                          LEFT JOIN rule_findings_of($1::text[]::jsonb[]) AS found ON found.snapshot = given.number
                         GROUP BY given.number
                         ORDER BY given.number
                        """,
                    parameters: [texts.postgresValue]), column: "told")
        }
        return lines.map { line in line.isEmpty ? [] : Set(line.components(separatedBy: ", ")) }
    }
}
