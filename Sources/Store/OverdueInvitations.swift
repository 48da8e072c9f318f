package import Domain
package import Postgres
import SQL

extension Querying {
    /// Bound invitations that were to have gone out by now, in cases that are not decided: the longest overdue first.
    package func overdueInvitations(limit: Int) async throws -> [OverdueInvitation] {
        try await all(SQL.Invitations.overdue(limit: limit))
    }
}

extension Transaction {
    /// Notes the bound invitations that were to have gone out by now, each once, and answers with them.
    package func noteOverdueInvitations() async throws -> [(event: Event.ID, publishBy: Instant)] {
        try await rows(SQL.Invitations.noteOverdue()).map { (try $0["event_id"], try $0["publish_by"]) }
    }
}

/// An invitation that its host wanted to have gone out, and that waits for the region's decision.
package struct OverdueInvitation: Sendable, PostgresRowDecodable {
    package let applicationID: GrantApplication.ID
    package let registryNumber: String
    package let eventID: Event.ID
    package let eventTitle: String
    package let publishBy: Instant

    package init(_ row: Row) throws {
        applicationID = try row["application_id"]
        registryNumber = try row["registry_number"]
        eventID = try row["event_id"]
        eventTitle = try row["event_title"]
        publishBy = try row["publish_by"]
    }
}
