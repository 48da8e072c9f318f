package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Grants money, in part or whole. Decision, grant, held conditions, the published invitations, the money taken
    /// out of the call and the messages to send are one transaction: approved means published, at every commit.
    package func approveApplication(
        _ id: GrantApplication.ID, amount: Money, reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try checkReasons(reasons)
        let approved = try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let isWhole = amount == lock.application.request.requestedAmount
            let status = try lock.status(after: isWhole ? .approve : .approvePartially, by: person)
            try lock.check(amount)
            let recommendation = try await transaction.checkedRecommendation(on: lock, decidedBy: person)
            guard try await !transaction.hasEnded(lock.application.libraryID) else {
                throw Refusal.conflict(.recipientHasEnded)
            }
            try lock.checkThatMoneyIsLeft(for: amount)
            let evaluation = try await transaction.evaluate(
                lock, moment: .decision, claims: transaction.claims(on: lock.application, seenBy: person))
            guard evaluation.verdict == .holds else {
                throw Refusal.broken(.fundedEventInvitesRegion, findings: evaluation.blocking)
            }
            try await transaction.checkEvents(of: recommendation, in: lock)
            try lock.checkThatNothingTells()
            let decision = try await transaction.prepare(
                isWhole ? .approved(amount) : .approvedPartially(amount), reasons: reasons,
                recommendedBy: recommendation.recommendedBy, in: lock, by: person,
                registering: minutes)
            try await transaction.publishInvitations(of: lock)
            try await transaction.award(amount, by: decision.id, in: lock)
            try await transaction.conclude(lock, as: status, by: person)
            try await transaction.issue(decision, in: lock, by: person)
            return id
        }
        logger.info("application approved", metadata: ["application": "\(id)"])
        return approved
    }
}

extension LockedApplication {
    /// Refuses more than the call, or the track, has left.
    fileprivate func checkThatMoneyIsLeft(for amount: Money) throws(Refusal) {
        guard call.free >= amount else { throw .conflict(.callHasNoMoneyLeft) }
        if let track = call.details.tracks[id: application.request.trackID], track.free < amount {
            throw .conflict(.trackHasNoMoneyLeft)
        }
    }

    /// Approved means published, at every commit. So while the outcome is kept back an approval that would publish
    /// anything is refused: its host would read the outcome in the calendar.
    fileprivate func checkThatNothingTells() throws(Refusal) {
        guard keepsOutcomeBack else { return }
        guard events.allSatisfy({ $0.isPublished && $0.invitation.state == .published }) else {
            throw .conflict(.invitationWouldTell)
        }
    }
}

extension Transaction {
    /// Bound becomes published, and each event now stands in the calendar. While the outcome is kept back all of that
    /// is so already, and no event is written in: not even its version may tell.
    fileprivate func publishInvitations(of lock: LockedApplication) async throws {
        for event in lock.events {
            let published =
                lock.keepsOutcomeBack ? event : try await update(event.publishedWithInvitation(at: lock.instant))
            guard published.invitesRegion else {
                throw Refusal.broken(
                    .fundedEventInvitesRegion,
                    findings: [
                        Finding(
                            .inForce, .core, .fails, event: event.id, reason: .invitationIsNotPublished)
                    ])
            }
            if event.invitation.state != .published {
                try await enqueue(.invitationPublished, about: event.id, payload: "{}")
            }
        }
    }

    /// The grant, one held condition for each event, and the money out of the call.
    fileprivate func award(_ amount: Money, by decision: Decision.ID, in lock: LockedApplication) async throws {
        let region = try await regionFacts()
        let shares = Grant.shares(of: amount, sought: lock.application.request.events)
        let conditions = shares.map { share in
            let others = lock.events.first { $0.id == share.eventID }.map { event in
                region.others(of: event, besides: event.hosts, at: lock.instant).count
            }
            let hosts = lock.events.first { $0.id == share.eventID }?.hosts ?? []
            return HeldShare(share: share, minimumInvited: lock.call.rule.leastInvited(of: others ?? 1), hosts: hosts)
        }
        try await insert(
            Grant.ID(), for: lock.application, by: decision, at: lock.instant, call: lock.call, amount: amount,
            conditions: conditions)
        try await commitMoney(amount, of: lock.call.id)
    }
}
