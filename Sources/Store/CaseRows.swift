package import Domain
import Foundation
package import Postgres

/// One thing that happened in a case.
package struct CaseEvent: Sendable, PostgresRowDecodable {
    package let number: Int
    package let happenedAt: Instant
    package let kind: String
    package let detail: String
    package let actorName: String?

    package init(_ row: Row) throws {
        number = try row["number"]
        happenedAt = try row["happened_at"]
        kind = try row["kind"]
        detail = try row["detail"]
        actorName = try row["actor_name"]
    }
}

/// An application as it was received.
package struct ApplicationSnapshot: Sendable, PostgresRowDecodable {
    package let version: Int
    package let takenAt: Instant
    /// The application as JSON.
    package let content: String
    /// SHA-256 of the content's UTF-8.
    package let hash: [UInt8]
    /// The form that the content names as its own.
    package let contentVersion: Int

    package init(_ row: Row) throws {
        version = try row["application_version"]
        takenAt = try row["taken_at"]
        content = try row["content"]
        hash = try row["content_hash"]
        contentVersion = try row["content_version"]
    }
}

/// What the rule said at one moment, as it was kept.
package struct StoredEvaluation: Sendable, PostgresRowDecodable {
    /// `submission`, `recommendation`, `decision` …
    package let moment: String
    package let evaluatedAt: Instant
    package let ruleVersion: Int
    package let verdict: Verdict
    package let findings: [KeptFinding]

    package init(_ row: Row) throws {
        let text: JSONText = try row["findings"]
        moment = try row["moment"]
        evaluatedAt = try row["evaluated_at"]
        ruleVersion = try row["rule_version"]
        verdict = try word(row["verdict"], "verdict")
        findings = try JSONDecoder().decode([KeptFinding].self, from: Data(text.text.utf8))
    }
}

/// A finding as it is kept: without the repair, which is of its day.
package struct KeptFinding: Sendable, Hashable, Codable {
    package let predicate: String
    package let severity: String
    package let verdict: String
    package let reason: String
    package let event: String?
    package let libraries: [String]

    package init(_ finding: Finding) {
        predicate = finding.predicate.rawValue
        severity = finding.severity.rawValue
        verdict = finding.verdict.rawValue
        reason = finding.reason.rawValue
        event = finding.eventID?.description
        libraries = finding.libraries.map(\.description)
    }
}

extension Evaluation {
    var findingsText: JSONText { get throws { try KeptFinding.text(of: findings) } }
}

extension KeptFinding {
    static func text(of findings: [Finding]) throws -> JSONText {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return JSONText(String(decoding: try encoder.encode(findings.map(KeptFinding.init)), as: UTF8.self))
    }
}

extension Recommendation: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let versions: JSONText = try row["event_versions"]
        let outcome: String = try row["outcome"]
        try self.init(
            outcome: outcome == "approve" ? .approve(row["amount"]) : .reject, reasons: row["reasons"],
            recommendedBy: row["recommended_by"], recommendedAt: row["recommended_at"],
            applicationVersion: row["application_version"], eventVersions: Self.versions(versions))
    }

    private static func versions(_ text: JSONText) throws -> [Event.ID: Int] {
        let named = try JSONDecoder().decode([String: Int].self, from: Data(text.text.utf8))
        return Dictionary(uniqueKeysWithValues: named.compactMap { key, value in Event.ID(key).map { ($0, value) } })
    }

    var eventVersionsText: String {
        let members = eventVersions.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        return "{\(members.joined(separator: ","))}"
    }
}
