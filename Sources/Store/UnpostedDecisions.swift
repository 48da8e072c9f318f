package import Domain
package import Postgres
import SQL

extension Querying {
    /// What was decided and may be told, and nobody has posted on the notice board, the oldest first.
    package func unpostedDecisions(limit: Int, offset: Int = 0) async throws -> [UnpostedDecision] {
        try await all(SQL.Decisions.unposted(limit: limit, offset: offset))
    }

    /// How many they are.
    package func countUnpostedDecisions() async throws -> Int {
        try await value(SQL.Decisions.countUnposted(), column: "total") ?? 0
    }
}

/// A decision, or a later one on a grant, whose time to appeal has not begun.
package struct UnpostedDecision: Sendable, PostgresRowDecodable {
    package let applicationID: GrantApplication.ID
    package let registryNumber: String
    package let libraryName: String
    package let kind: DecisionDocument.Kind
    package let number: String
    package let decidedAt: Instant

    package init(_ row: Row) throws {
        applicationID = try row["application_id"]
        registryNumber = try row["registry_number"]
        libraryName = try row["library_name"]
        kind = try word(row["kind"], "kind")
        number = try row["number"]
        decidedAt = try row["decided_at"]
    }
}
