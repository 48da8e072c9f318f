import Domain
import Logging
import Postgres
import Store

/// What the clock has done in cases.
package struct MetDeadlines: Sendable, Equatable {
    package var endedCompletions = 0
    package var lapsedDrafts = 0
    package var reminders = 0
    package var releasedInvitations = 0
    package var overdueInvitations = 0
    package var reviewReminders = 0

    package init(
        endedCompletions: Int = 0, lapsedDrafts: Int = 0, reminders: Int = 0, releasedInvitations: Int = 0,
        overdueInvitations: Int = 0, reviewReminders: Int = 0
    ) {
        self.endedCompletions = endedCompletions
        self.lapsedDrafts = lapsedDrafts
        self.reminders = reminders
        self.releasedInvitations = releasedInvitations
        self.overdueInvitations = overdueInvitations
        self.reviewReminders = reviewReminders
    }
}

extension Operations {
    /// Ends completions whose day is over, lapses drafts whose call has closed, releases invitations that were bound for
    /// what came to nothing once that may be known, and reminds of what is due, if nobody is at it and it was last done
    /// longer ago than `interval`; else nil. Each case is a transaction of its own.
    package func meetDeadlinesIfDue(after interval: Duration = Schedule.deadlines) async throws -> MetDeadlines? {
        try await ifDue(.deadlines, after: interval) { transaction in
            var met = MetDeadlines()
            for id in try await transaction.overdueCompletions() where try await meet(id, endCompletion) {
                met.endedCompletions += 1
            }
            for id in try await transaction.lapsingDrafts() where try await meet(id, lapse) { met.lapsedDrafts += 1 }
            for id in try await transaction.invitationsToRelease() where try await release(id) {
                met.releasedInvitations += 1
            }
            try await transaction.remind(&met)
            return met
        }
    }

    /// An event that is bound for nothing any more. The next look finds it again where somebody is at work on it.
    private func release(_ id: Event.ID) async throws -> Bool {
        do {
            return try await change { transaction in
                let events = try await transaction.lockEvents([id])
                try await transaction.releaseInvitations(of: events, at: transaction.now())
                return true
            }
        } catch let refusal as Refusal {
            logger.info("invitation not released", metadata: ["event": "\(id)", "refusal": "\(refusal)"])
            return false
        }
    }

    /// False: somebody was faster, or is at work in the case; the next look will tell.
    private func meet(
        _ id: GrantApplication.ID, _ work: @Sendable (GrantApplication.ID, Transaction) async throws -> Void
    ) async throws -> Bool {
        do {
            try await change { transaction in try await work(id, transaction) }
            return true
        } catch let refusal as Refusal {
            logger.info("deadline not met", metadata: ["application": "\(id)", "refusal": "\(refusal)"])
            return false
        }
    }
}

extension Transaction {
    /// Reminds of calls that soon close, tells hosts of promised invitations whose time to go out has passed, and reminds
    /// reviewers from outside of their last day: each once.
    fileprivate func remind(_ met: inout MetDeadlines) async throws {
        for reminder in try await dueReminders() {
            try await enqueue(
                .draftReminder, about: reminder.application, payload: "{\"daysBefore\":\(reminder.daysBefore)}")
            met.reminders += 1
        }
        for overdue in try await noteOverdueInvitations() {
            try await enqueue(
                .publicationOverdue, about: overdue.event, payload: "{\"publishBy\":\"\(overdue.publishBy.rfc3339)\"}")
            met.overdueInvitations += 1
        }
        for (assignment, kind) in try await dueReviewReminders() {
            try await enqueue(
                .reviewReminder, about: assignment.applicationID, payload: assignment.payload(kind: kind))
            met.reviewReminders += 1
        }
    }
}

/// Back to review, with what was received as it was received.
@Sendable private func endCompletion(_ id: GrantApplication.ID, _ transaction: Transaction) async throws {
    let lock = try await transaction.lockCase(id)
    let status = try lock.application.statusByClock(after: .endCompletion)
    guard let asked = try await transaction.completionRequests(of: id).first(where: \.isOpen),
        asked.isOverdue(at: lock.instant)
    else { throw Refusal.conflict(.completionIsNotOverdue) }
    try await transaction.setStatus(of: id, to: status)
    try await transaction.endCompletion(of: id, .init(.overdue, at: lock.instant))
    try await transaction.record("end-completion", in: id, by: nil)
    for side in CaseMessage.Side.allCases {
        try await transaction.enqueue(.completionEnded, about: id, payload: "{\"to\":\"\(side.rawValue)\"}")
    }
}

/// A draft that nobody can submit any more, in no round. Invitations that were bound for its sake are released.
@Sendable private func lapse(_ id: GrantApplication.ID, _ transaction: Transaction) async throws {
    let lock = try await transaction.lockCase(id)
    let status = try lock.application.statusByClock(after: .lapse)
    guard lock.call.details.lastClosing <= lock.instant else { throw Refusal.conflict(.callHasNotClosed) }
    try await transaction.setStatus(of: id, to: status)
    try await transaction.record("lapse", in: id, by: nil)
    try await transaction.enqueue(.draftLapsed, about: id, payload: "{}")
    try await transaction.releaseInvitations(of: lock.events, at: lock.instant)
}
