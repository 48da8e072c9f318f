package import Domain
package import Postgres
import SQL

extension Querying {
    /// The money of a page of calls, the last to close first, each followed by its tracks.
    package func budgetBoard(limit: Int, offset: Int) async throws -> [CallMoney] {
        try await money(of: nil, limit: limit, offset: offset)
    }

    /// The money of one call, followed by its tracks.
    package func money(of call: Call.ID) async throws -> [CallMoney] {
        try await money(of: call, limit: 1, offset: 0)
    }

    private func money(of call: Call.ID?, limit: Int, offset: Int) async throws -> [CallMoney] {
        let open = GrantApplication.Status.allCases.filter { !$0.isFinal }.map(\.rawValue)
        return try await all(
            SQL.Calls.board(callID: call, limit: limit, offset: offset, open: open))
    }
}

/// The money of a call or of one of its tracks.
package struct CallMoney: Sendable, Equatable, PostgresRowDecodable {
    package let callID: Call.ID
    /// nil: of the whole call.
    package let trackID: CallTrack.ID?
    package let name: BilingualText
    package let budget: Money
    package let committed: Money
    package let free: Money
    package let paid: Money
    /// By everything that was received.
    package let appliedFor: Money
    /// By what is not decided.
    package let askedFor: Money
    package let applications: Int
    /// Parts of the budget in hundredths of a percent.
    package let spentShare: Int
    package let committedShare: Int

    package init(_ row: Row) throws {
        callID = try row["call_id"]
        trackID = try row["track_id"]
        name = try BilingualText(row["name"], en: row["english_name"])
        budget = try row["budget"]
        committed = try row["committed"]
        free = try row["free"]
        paid = try row["paid"]
        appliedFor = try row["applied_for"]
        askedFor = try row["asked_for"]
        applications = try row["applications"]
        spentShare = try row["spent_share"]
        committedShare = try row["committed_share"]
    }
}
