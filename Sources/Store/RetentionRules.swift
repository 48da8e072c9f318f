package import Domain
package import Postgres
import SQL

/// For how long cases are kept that are closed from a day on, and by which decision.
package struct RetentionRule: Sendable, Equatable, PostgresRowDecodable {
    package let validFrom: Day
    /// nil: for ever.
    package let years: Int?
    package let decision: String

    package init(_ row: Row) throws {
        validFrom = try row["valid_from"]
        years = try row["years"]
        decision = try row["decision"]
    }
}

extension Querying {
    /// The region's rules for how long cases are kept, the latest first.
    package func retentionRules() async throws -> [RetentionRule] {
        try await all(SQL.Reports.retentionRules())
    }
}
