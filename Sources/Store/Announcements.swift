package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of what stands on the notice board on a day, the latest first, and how much there is in all.
    package func announcements(
        on day: Day, limit: Int, offset: Int
    ) async throws -> (announcements: [Announcement], total: Int) {
        async let total: Int? = value(SQL.Decisions.countAnnouncementsOn(day: day), column: "total")
        let found: [Announcement] = try await all(
            SQL.Decisions.announcementsOn(day: day, limit: limit, offset: offset))
        return (found, try await total ?? 0)
    }

    /// The announcement of a decision, or of a later one on its grant, if it was posted.
    package func announcement(
        of id: Decision.ID, _ document: DecisionDocument.ID? = nil
    ) async throws -> Announcement? {
        try await first(SQL.Decisions.announcementOf(decisionID: id, documentID: document))
    }
}

extension Transaction {
    /// Posts a decision, or a later one on its grant, on the notice board.
    package func post(
        _ id: Decision.ID, _ document: DecisionDocument.ID?, text: String, at instant: Instant,
        for period: AppealPeriod, by person: Person.ID
    ) async throws {
        try await execute(
            SQL.Decisions.insertAnnouncement(
                decisionID: id, documentID: document, text: text, postedAt: instant, appealEndsOn: period.endsOn,
                takenDownOn: period.finalOn, postedBy: person))
    }
}

/// A decision on the notice board. It names no person.
package struct Announcement: Sendable, PostgresRowDecodable {
    package let decisionID: Decision.ID
    /// The later decision that it is of; nil: the decision itself.
    package let documentID: DecisionDocument.ID?
    package let number: String
    package let registryNumber: String
    package let text: String
    package let postedAt: Instant
    package let postedOn: Day
    package let appealEndsOn: Day
    /// From this day the notice no longer stands.
    package let takenDownOn: Day
    /// From this day the decision is final and binding; nil while nobody can say, since an appeal runs or was won.
    package let finalOn: Day?

    package init(_ row: Row) throws {
        decisionID = try row["decision_id"]
        documentID = try row["document_id"]
        number = try row["number"]
        registryNumber = try row["registry_number"]
        text = try row["text"]
        postedAt = try row["posted_at"]
        postedOn = try row["posted_on"]
        appealEndsOn = try row["appeal_ends_on"]
        takenDownOn = try row["taken_down_on"]
        finalOn = try row["final_on"]
    }
}
