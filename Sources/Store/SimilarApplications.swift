package import Domain
package import Postgres
import SQL

extension Querying {
    /// Applications that may have something in common with this one, in calls that close or closed since an instant, as
    /// somebody may know them who learns outcomes at once, or does not.
    package func likelyApplications(
        to application: GrantApplication.ID, since: Instant, learnsAtOnce: Bool
    ) async throws -> [LikelyApplication] {
        try await all(
            SQL.SimilarApplications.likely(learnsAtOnce: learnsAtOnce, applicationID: application, since: since))
    }
}

/// An application that may have something in common with another.
package struct LikelyApplication: Sendable, PostgresRowDecodable {
    package let id: GrantApplication.ID
    package let libraryID: Library.ID
    package let title: String
    package let status: GrantApplication.Status
    package let registryNumber: String?
    package let isOfSameLibrary: Bool
    package let isForSameEvent: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        libraryID = try row["library_id"]
        title = try row["title"]
        status = try word(row["status"], "status")
        registryNumber = try row["registry_number"]
        isOfSameLibrary = try row["is_of_same_library"]
        isForSameEvent = try row["is_for_same_event"]
    }
}
