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
