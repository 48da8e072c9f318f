package import Domain
package import Postgres
import SQL

extension Querying {
    /// What puts the conditions of these grants at risk.
    func risks(of grants: [Grant.ID]) async throws -> [Condition.ID: [Condition.Risk]] {
        let risks = try await rows(SQL.Risks.ofGrants(grants: grants)).map { row in
            (condition: try row["condition_id"] as Condition.ID, risk: try Condition.Risk(row))
        }
        return Dictionary(grouping: risks, by: \.condition).mapValues { $0.map(\.risk) }
    }

    /// Every condition that is at risk, with its case.
    package func risksOnDesk(limit: Int) async throws -> [RiskOnDesk] {
        try await all(SQL.Risks.onDesk(limit: limit))
    }

    /// The risks of which the library has not been told.
    package func untoldRisks() async throws -> [FoundRisk] {
        try await all(SQL.Risks.untold())
    }
}

extension Transaction {
    /// Notes that the library is told of a risk; false if it was told before.
    package func note(_ found: FoundRisk) async throws -> Bool {
        try await execute(SQL.Risks.note(conditionID: found.conditionID, reason: found.risk.reason.rawValue)) == 1
    }
}

extension Condition.Risk: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(reason: word(row["reason"], "reason"), libraries: row["libraries"])
    }
}

/// A risk with the condition and the grant that it is of.
package struct FoundRisk: Sendable, PostgresRowDecodable {
    package let conditionID: Condition.ID
    package let grantID: Grant.ID
    package let risk: Condition.Risk

    package init(_ row: Row) throws {
        conditionID = try row["condition_id"]
        grantID = try row["grant_id"]
        risk = try Condition.Risk(row)
    }
}

/// A condition at risk, as the desk lists it.
package struct RiskOnDesk: Sendable, PostgresRowDecodable {
    package let found: FoundRisk
    package let eventTitle: String
    package let registryNumber: String
    package let libraryName: String

    package init(_ row: Row) throws {
        found = try FoundRisk(row)
        eventTitle = try row["event_title"]
        registryNumber = try row["registry_number"]
        libraryName = try row["library_name"]
    }
}
