package import Domain
package import Postgres
import SQL

extension Querying {
    /// The claims of all grants that stand so on a day, the first due first, and what all of them come to.
    package func claims(
        standing: [Claim.Standing], on today: Day, limit: Int, offset: Int
    ) async throws -> (claims: [FollowedClaim], sum: SumOfClaims) {
        let standings = standing.map(\.rawValue)
        let found: [FollowedClaim] = try await all(
            SQL.Claims.list(today: today, standings: standings, limit: limit, offset: offset))
        let sum: SumOfClaims? = try await first(SQL.Claims.sum(today: today, standings: standings))
        return (found, sum ?? .nothing)
    }
}

/// A claim as finance follows it up.
package struct FollowedClaim: Sendable, PostgresRowDecodable {
    package let id: Claim.ID
    package let grantID: Grant.ID
    package let applicationID: GrantApplication.ID
    package let kind: Claim.Kind
    package let standing: Claim.Standing
    package let amount: Money
    /// What is still owed.
    package let left: Money
    package let dueOn: Day
    package let documentID: DecisionDocument.ID
    /// The number of its decision: what the payer refers to.
    package let reference: String
    package let isAnnulled: Bool
    package let libraryName: String
    package let registryNumber: String
    package let title: String

    package init(_ row: Row) throws {
        id = try row["id"]
        grantID = try row["grant_id"]
        applicationID = try row["application_id"]
        kind = try word(row["kind"], "kind")
        standing = try word(row["standing"], "standing")
        amount = try row["amount"]
        left = try row["remaining"]
        dueOn = try row["due_on"]
        documentID = try row["document_id"]
        reference = try row["number"]
        isAnnulled = try row["is_annulled"]
        libraryName = try row["library_name"]
        registryNumber = try row["registry_number"]
        title = try row["title"]
    }
}

/// What some claims come to together.
package struct SumOfClaims: Sendable, PostgresRowDecodable {
    package let count: Int
    package let amount: Money
    /// What is still owed of them.
    package let left: Money

    static let nothing = SumOfClaims(count: 0, amount: .zero, left: .zero)

    private init(count: Int, amount: Money, left: Money) {
        self.count = count
        self.amount = amount
        self.left = left
    }

    package init(_ row: Row) throws {
        try self.init(count: row["total"], amount: row["amount"], left: row["remaining"])
    }
}
