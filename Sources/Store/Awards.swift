package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of all that was granted, the latest first, with how many and how much there is in all.
    package func awards(limit: Int, offset: Int) async throws -> (awards: [Award], total: Int, amount: Money) {
        async let totals: Totals? = first(SQL.Calls.awardTotals())
        let awards: [Award] = try await all(SQL.Calls.awards(limit: limit, offset: offset))
        return (awards, try await totals?.count ?? 0, try await totals?.amount ?? .zero)
    }

    /// A page of what has been asked for in a call, with how many applications there are and what open ones ask for.
    package func applications(
        in call: Call.ID, limit: Int, offset: Int
    ) async throws -> (applications: [ApplicationInCall], total: Int, askedFor: Money) {
        async let totals = applicationTotals(in: call)
        let applications: [ApplicationInCall] = try await all(
            SQL.Calls.applications(callID: call, limit: limit, offset: offset))
        return (applications, try await totals.total, try await totals.askedFor)
    }

    /// How many applications of a call were received, and what those ask for that are not decided.
    package func applicationTotals(in call: Call.ID) async throws -> (total: Int, askedFor: Money) {
        let open = GrantApplication.Status.allCases.filter { !$0.isFinal }.map(\.rawValue)
        let totals: Totals? = try await first(SQL.Calls.applicationTotals(open: open, callID: call))
        return (totals?.count ?? 0, totals?.amount ?? .zero)
    }
}

/// A grant as everybody may see it: given here, or published by the region before this service existed.
package struct Award: Sendable, PostgresRowDecodable {
    package let year: String
    /// When it was given here; nil for what the region published.
    package let awardedAt: Instant?
    package let scheme: String
    package let grantee: String
    package let amount: Money
    package let purpose: String
    /// Where the region published it; nil for what was given here.
    package let source: String?

    package init(_ row: Row) throws {
        year = try row["year"]
        awardedAt = try row["awarded_at"]
        scheme = try row["scheme"]
        grantee = try row["grantee"]
        amount = try row["amount"]
        purpose = try row["purpose"]
        source = try row["source"]
    }
}

/// An application as the budget of its call shows it.
package struct ApplicationInCall: Sendable, PostgresRowDecodable {
    package let id: GrantApplication.ID
    package let registryNumber: String?
    package let title: String
    package let status: GrantApplication.Status
    package let requestedAmount: Money
    package let libraryName: String
    package let granted: Money?

    package init(_ row: Row) throws {
        id = try row["id"]
        registryNumber = try row["registry_number"]
        title = try row["title"]
        status = try word(row["status"], "status")
        requestedAmount = try row["requested_amount"]
        libraryName = try row["library_name"]
        granted = try row["granted"]
    }
}

private struct Totals: PostgresRowDecodable {
    let count: Int
    let amount: Money

    init(_ row: Row) throws {
        count = try row["total"]
        amount = try row["amount"]
    }
}
