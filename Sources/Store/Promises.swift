package import Domain
package import struct Foundation.UUID
package import Postgres
import SQL

extension Querying {
    /// The stamp of the public calendar: it moves in the transaction of every change that the calendar shows.
    package func calendarStamp() async throws -> CalendarStamp {
        guard let stamp: CalendarStamp = try await first(SQL.Promises.calendarStamp()) else {
            throw RowIsGone(table: "calendar_stamp")
        }
        return stamp
    }

    /// The clock of the database.
    package func now() async throws -> Instant {
        guard let now: Instant = try await value(SQL.Promises.now(), column: "now") else {
            throw RowIsGone(table: "clock_timestamp")
        }
        return now
    }

    /// Whether the database is at the version that this program was built for.
    package func isMigrated() async throws -> Bool {
        try await value(SQL.Promises.appliedMigrations(), column: "applied") == SQL.migrations.count
    }

    /// The latest messages that left or are to leave the service.
    package func outbox(limit: Int) async throws -> [OutboxMessage] {
        try await all(SQL.Promises.outbox(limit: limit))
    }
}

extension Transaction {
    /// Writes a message that leaves the service once this transaction has committed, and no sooner than `instant`.
    /// `payload` is a JSON object.
    package func enqueue(
        _ topic: OutboxMessage.Topic, about subject: some RawRepresentable<UUID> & Sendable, payload: String,
        notBefore instant: Instant? = nil
    ) async throws {
        try await execute(
            SQL.Promises.enqueue(
                topic: topic.rawValue, subjectID: subject.rawValue, payload: JSONText(payload), notBefore: instant))
    }

    /// Writes a message about a grant for its library, which waits for as long as the outcome is kept back.
    package func enqueue(_ topic: OutboxMessage.Topic, forLibraryOf grant: Grant.ID, payload: String) async throws {
        try await execute(
            SQL.Promises.enqueueOfGrant(topic: topic.rawValue, payload: JSONText(payload), grantID: grant))
    }

    /// Whether a request may run now. One that runs in another transaction is waited for: false if it goes on for
    /// longer than one waits for a lock, and then this transaction can do no more.
    package func claimRequest(_ request: RepeatableRequest) async throws -> Bool {
        do {
            return try await value(
                SQL.Promises.claimRequest(personID: request.personID, route: request.route, key: request.key),
                column: "claimed") ?? false
        } catch let error as PostgresError where error.isLockTimeout {
            return false
        }
    }

    /// What the same request made within the last seven days.
    package func answeredRequest(_ request: RepeatableRequest) async throws -> AnsweredRequest? {
        try await first(
            SQL.Promises.answeredRequest(personID: request.personID, route: request.route, key: request.key))
    }

    /// Notes what a request made, so that the same again makes nothing.
    package func record(_ request: RepeatableRequest, made subject: UUID) async throws {
        try await execute(
            SQL.Promises.recordRequest(
                personID: request.personID, route: request.route, key: request.key, requestHash: request.hash,
                subjectID: subject))
    }
}

/// Where the public calendar stands.
package struct CalendarStamp: Sendable, Equatable, PostgresRowDecodable {
    package let version: Int
    package let changedAt: Instant
    /// When it stood so, by the clock of the database.
    package let readAt: Instant

    package init(_ row: Row) throws {
        version = try row["version"]
        changedAt = try row["changed_at"]
        readAt = try row["read_at"]
    }
}

/// A message in the outbox.
package struct OutboxMessage: Sendable, PostgresRowDecodable {
    package let id: Int
    package let topic: String
    /// A JSON object.
    package let payload: String
    package let createdAt: Instant

    /// What there is to tell.
    package enum Topic: String, Sendable {
        case applicationReceived = "application-received"
        case applicationWithdrawn = "application-withdrawn"
        case decisionMade = "decision-made"
        case publicationOverdue = "publication-overdue"
        case invitationPublished = "invitation-published"
        case eventCancelled = "event-cancelled"
        case eventChanged = "event-changed"
        case deviationReported = "deviation-reported"
        case breachReported = "breach-reported"
        case breachAnswered = "breach-answered"
        case decisionCorrected = "decision-corrected"
        case decisionReopened = "decision-reopened"
        case completionRequested = "completion-requested"
        case completionReceived = "completion-received"
        case completionEnded = "completion-ended"
        case returnedToReview = "returned-to-review"
        case caseOfficerChanged = "case-officer-changed"
        case reviewAssigned = "review-assigned"
        case reviewReminder = "review-reminder"
        case reviewWithdrawn = "review-withdrawn"
        case reviewDeclined = "review-declined"
        case caseMessage = "case-message"
        case draftReminder = "draft-reminder"
        case draftLapsed = "draft-lapsed"
        case grantAccepted = "grant-accepted"
        case grantDeclined = "grant-declined"
        case paymentRequested = "payment-requested"
        case paymentMade = "payment-made"
        case paymentFailed = "payment-failed"
        case breachFound = "breach-found"
        case conditionAtRisk = "condition-at-risk"
        case librariesChanged = "libraries-changed"
        case breachSettled = "breach-settled"
        case repaymentDemanded = "repayment-demanded"
        case changeRequested = "change-requested"
        case changeDecided = "change-decided"
        case newDateOffered = "new-date-offered"
        case successorProposed = "successor-proposed"
        case eventReplaced = "event-replaced"
        case grantRevoked = "grant-revoked"
        case signatureAsked = "signature-asked"
        case appealReceived = "appeal-received"
        case appealEnded = "appeal-ended"
        case reportReceived = "report-received"
        case reportReturned = "report-returned"
        case reportReminder = "report-reminder"
        case reportSettled = "report-settled"
        case grantClosed = "grant-closed"
    }

    package init(_ row: Row) throws {
        let text: JSONText = try row["payload"]
        id = try row["id"]
        topic = try row["topic"]
        payload = text.text
        createdAt = try row["created_at"]
    }
}

/// A request that its sender may repeat under the same key without doing anything twice.
package struct RepeatableRequest: Sendable {
    package let personID: Person.ID
    /// Method and route pattern, with the id of what is acted on.
    package let route: String
    package let key: String
    /// SHA-256 of what was sent.
    package let hash: [UInt8]

    package init(personID: Person.ID, route: String, key: String, hash: [UInt8]) {
        self.personID = personID
        self.route = route
        self.key = key
        self.hash = hash
    }
}

/// What an earlier request of the same key made.
package struct AnsweredRequest: Sendable, PostgresRowDecodable {
    package let hash: [UInt8]
    package let subjectID: UUID

    package init(_ row: Row) throws {
        hash = try row["request_hash"]
        subjectID = try row["subject_id"]
    }
}
