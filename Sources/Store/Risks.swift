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

    /// The risks of which the library was told and that are none any more.
    package func risksOver() async throws -> [(condition: Condition.ID, reason: Condition.Risk.Reason)] {
        try await rows(SQL.Risks.over()).map { row in
            (condition: try row["condition_id"], reason: try word(row["reason"], "reason"))
        }
    }

    /// When the risks of a condition began and were over, in order.
    package func riskNotices(of condition: Condition.ID) async throws -> [RiskNotice] {
        try await all(SQL.Risks.notices(conditionID: condition))
    }

    /// The risks of which the library has not been told.
    package func untoldRisks() async throws -> [FoundRisk] {
        try await all(SQL.Risks.untold())
    }
}

extension Transaction {
    /// Notes that the library is told of a risk that has begun, or that one is over; false if somebody was first.
    package func note(
        _ reason: Condition.Risk.Reason, of condition: Condition.ID, isOver: Bool = false
    ) async throws -> Bool {
        try await execute(SQL.Risks.holdCondition(conditionID: condition))
        return try await execute(
            SQL.Risks.note(conditionID: condition, reason: reason.rawValue, isOver: isOver)) == 1
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

/// That a risk began, and the library was told, or that it was over.
package struct RiskNotice: Sendable, Equatable, PostgresRowDecodable {
    package let reason: Condition.Risk.Reason
    package let isOver: Bool
    package let at: Instant

    package init(_ row: Row) throws {
        reason = try word(row["reason"], "reason")
        isOver = try row["is_over"]
        at = try row["noticed_at"]
    }
}
