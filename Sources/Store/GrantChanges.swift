package import Domain
package import Postgres
import SQL

extension Querying {
    /// What was asked to change of a grant, the oldest first, with how it was decided.
    package func changeRequests(of grant: Grant.ID) async throws -> [ChangeRequest] {
        var shares: [ChangeRequest.ID: [ChangeRequest.ShareChange]] = [:]
        for row in try await rows(SQL.GrantChanges.sharesOfGrant(grantID: grant)) {
            shares[try row["change_id"], default: []].append(
                try ChangeRequest.ShareChange(
                    conditionID: row["condition_id"], before: row["amount_before"], after: row["amount_after"]))
        }
        return try await rows(SQL.GrantChanges.ofGrant(grantID: grant)).map { row in
            try ChangeRequest(row: row, shares: shares[try row["id"], default: []])
        }
    }

    /// The new dates that were offered for the events of a grant, the oldest first.
    package func successorOffers(of grant: Grant.ID) async throws -> [SuccessorOffer] {
        try await all(SQL.GrantChanges.offersOf(grantID: grant))
    }

    /// The other cases that count on events which could take the place of another in the grant of `application`. In a
    /// transaction this comes after the lock on the event.
    package func claims(
        on events: [Event.ID], besides application: GrantApplication.ID, onlyGrant: Bool
    ) async throws -> [OtherClaim] {
        try await all(SQL.GrantChanges.claimsOn(events: events, applicationID: application, onlyGrant: onlyGrant))
    }

    /// The events that hosts have proposed in place of those of a grant that are cancelled, the oldest first.
    package func successorProposals(of grant: Grant.ID) async throws -> [SuccessorProposal] {
        try await all(SQL.GrantChanges.proposalsOf(grantID: grant))
    }

    /// The new dates that people of these libraries can do something about, the first to lapse first.
    package func standingOffers(for libraries: [Library.ID], on day: Day) async throws -> [StandingOffer] {
        try await all(SQL.GrantChanges.standingOffers(today: day, libraries: libraries))
    }

    /// The event that has taken the place of another.
    package func successor(of event: Event.ID) async throws -> Event.ID? {
        try await value(SQL.GrantChanges.successorOf(eventID: event), column: "successor_event_id")
    }

    /// The changes and new dates that wait for the region, the oldest first.
    package func waitingChanges(limit: Int) async throws -> [WaitingChange] {
        try await all(SQL.GrantChanges.waiting(limit: limit))
    }
}

extension Transaction {
    /// Keeps what a library asks to change.
    package func insert(_ request: ChangeRequest) async throws {
        let columns = ChangeColumns(request.change)
        try await execute(
            SQL.GrantChanges.insertChange(
                id: request.id, grantID: request.grantID, number: request.number, kind: request.change.kind.rawValue,
                eventID: columns.event, newEventID: columns.newEvent, startsBefore: columns.before?.startsAt,
                endsBefore: columns.before?.endsAt, startsAfter: columns.after?.startsAt,
                endsAfter: columns.after?.endsAt, scopeBefore: columns.scopeBefore, scopeAfter: columns.scopeAfter,
                reasons: request.reasons, requestedBy: request.requestedBy, requestedAt: request.requestedAt))
        for share in columns.shares {
            try await execute(
                SQL.GrantChanges.insertShare(
                    changeID: request.id, conditionID: share.conditionID, amountBefore: share.before,
                    amountAfter: share.after))
        }
    }

    /// The day that this change asks for needs no notice of its own: it is agreed to in this transaction (P8).
    package func agree(to change: ChangeRequest.ID) async throws {
        try await execute(SQL.GrantChanges.agreeTo(changeID: change))
    }

    /// Keeps that the library of a held grant has taken a change back.
    package func withdraw(_ change: ChangeRequest.ID, by person: Person.ID, at instant: Instant) async throws {
        try await execute(
            SQL.GrantChanges.insertWithdrawal(changeID: change, withdrawnBy: person, withdrawnAt: instant))
    }

    /// Keeps what the region decides of a grant. Its paper is written.
    package func insert(_ decision: GrantDecision) async throws {
        try await execute(
            SQL.GrantChanges.insertDecision(
                documentID: decision.documentID, grantID: decision.grantID, kind: decision.kind.rawValue,
                changeID: decision.changeID, amountBefore: decision.amountBefore, amountAfter: decision.amountAfter,
                reasons: decision.reasons, delegationID: decision.authority.delegationID,
                decidedByBody: decision.authority.minutes?.body, meetingOn: decision.authority.minutes?.meetingOn,
                minutesParagraph: decision.authority.minutes?.paragraph,
                minutesReference: decision.authority.minutes?.reference,
                appealKind: decision.terms.appeal.rawValue, appeal: decision.terms.appealText,
                decidedBy: decision.decidedBy, decidedAt: decision.decidedAt))
    }

    /// Gives an event another share of a held grant, by a decision.
    package func move(
        _ share: ChangeRequest.ShareChange, by document: DecisionDocument.ID, at instant: Instant
    ) async throws {
        try await keep(share, by: document, at: instant)
        try await execute(SQL.GrantChanges.setShare(costShare: share.after, id: share.conditionID))
    }

    private func keep(
        _ share: ChangeRequest.ShareChange, by document: DecisionDocument.ID?, at instant: Instant
    ) async throws {
        try await execute(
            SQL.GrantChanges.insertShareMove(
                conditionID: share.conditionID, amountBefore: share.before, amountAfter: share.after,
                documentID: document, movedAt: instant))
    }

    /// A held grant gives another amount, by the decision that was just kept.
    package func setAmount(of id: Grant.ID, to amount: Money) async throws {
        try await execute(SQL.GrantChanges.setAmount(amount: amount, id: id))
    }

    /// Another event takes the place of the condition's, with all that is given of its share: what was promised of the
    /// one is promised of the other, what was broken is closed, and its hold on payments ends. What was withheld stays
    /// with the one. `document` nil: a new date.
    package func succeed(
        _ condition: Condition, by event: Event, minimumInvited: Int, document: DecisionDocument.ID?,
        at instant: Instant
    ) async throws {
        let withheld = condition.costShare - condition.given
        try await keep(
            ChangeRequest.ShareChange(conditionID: condition.id, before: condition.costShare, after: withheld),
            by: document, at: instant)
        try await execute(
            SQL.GrantChanges.succeed(costShare: withheld, successorEventID: event.id, id: condition.id))
        try await execute(SQL.Settlements.closeBreaches(at: instant, conditionID: condition.id))
        try await execute(SQL.Settlements.releaseHolds(at: instant, conditionID: condition.id))
        try await execute(
            SQL.GrantChanges.insertSuccessor(
                eventID: event.id, costShare: condition.given, minimumInvited: minimumInvited, hosts: event.hosts,
                heldSince: instant, conditionID: condition.id))
    }

    /// Keeps the event that a host proposes for a new date.
    package func insert(_ proposal: SuccessorProposal) async throws {
        try await execute(
            SQL.GrantChanges.insertProposal(
                id: proposal.id, conditionID: proposal.conditionID, eventID: proposal.eventID,
                proposedBy: proposal.proposedBy, proposedAt: proposal.proposedAt))
    }

    /// Keeps the offer of a new date.
    package func insert(_ offer: SuccessorOffer) async throws {
        try await execute(
            SQL.GrantChanges.insertOffer(
                id: offer.id, conditionID: offer.conditionID, lastDay: offer.lastDay, message: offer.message,
                offeredBy: offer.offeredBy, offeredAt: offer.offeredAt))
    }
}
