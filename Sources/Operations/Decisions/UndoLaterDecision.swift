import Domain
import Postgres
import Store

extension Transaction {
    /// Takes back what an amendment or a revocation did that stands no longer: the grant is held, and moved already. Of
    /// the others their claims, settlements and requests say it themselves.
    func undo(_ decision: LaterDecision, in lock: LockedGrant, by person: Person) async throws {
        switch decision.kind {
        case .withholding, .repaymentDemand, .reportSettlement, .changeRefusal: return
        case .amendment:
            try await act(as: person.id)
            try await undoAmendment(decision, in: lock)
        case .revocation: try await restore(decision, in: lock)
        }
    }

    /// What the change made another is as it was before: as a change back, with the rule asked of a moved event.
    private func undoAmendment(_ decision: LaterDecision, in lock: LockedGrant) async throws {
        let changes = try await changeRequests(of: lock.grant.id)
        guard let change = changes.first(where: { $0.decision?.documentID == decision.documentID }),
            let undoing = change.change.undoing
        else { throw Refusal.conflict(.decisionCannotBeUndone) }
        switch undoing {
        case .time(let event, let before, let period):
            try await move(event, by: change.id, from: before, to: period, in: lock)
        case .amount(let shares):
            guard lock.stand(shares) else { throw Refusal.conflict(.decisionCannotBeUndone) }
            let amount = lock.grant.amount(after: shares)
            for share in shares { try await move(share, by: decision.documentID, at: lock.instant) }
            try await setAmount(of: lock.grant.id, to: amount)
            try await releaseMoney(lock.grant.amount - amount, of: lock.grant.callID)
        case .scope, .eventSwap: break
        }
    }

    /// Before a revoked grant is in force again: its decision stands and may be known, and its events are free and hold
    /// the rule. They are the grant's again.
    func claimEvents(of decision: LaterDecision, in lock: LockedGrant) async throws {
        guard decision.kind == .revocation else { return }
        guard let application = try await grantApplication(lock.grant.applicationID),
            let first = try await self.decision(on: application.id),
            try await self.decision(ofGrant: lock.grant.id)?.id == first.id
        else { throw Refusal.conflict(.decisionCannotBeUndone) }
        guard try await !isUntold(application.id) else { throw Refusal.conflict(.outcomeIsNotTold) }
        try await checkEvents(of: decision, in: lock)
        try await claimEvents(revokedBy: decision.documentID)
    }

    /// Refuses while another case counts on an event that a revocation has let go of, or the rule does not hold for it.
    private func checkEvents(of decision: LaterDecision, in lock: LockedGrant) async throws {
        let states = try await conditions(revokedBy: decision.documentID)
        let bound = try await conditions(ofGrant: lock.grant.id).filter { states[$0.id]?.isSettled == false }
        var isOnlyGrant = false
        if let one = bound.first {
            isOnlyGrant = try await rule(one.ruleVersion, of: one.callID)?.oneGrantPerEvent == true
        }
        let claims = try await claims(
            on: bound.map(\.eventID), besides: lock.grant.applicationID, onlyGrant: isOnlyGrant)
        var findings = claims.map { claim in
            Finding(
                .uniqueness, .call, .fails, event: claim.eventID,
                reason: claim.isGranted ? .eventHasAnotherGrant : .eventIsInAnotherApplication)
        }
        let region = try await regionFacts()
        for condition in bound where states[condition.id]?.binds == true {
            guard let event = lock.events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region)
            findings += FundingRule.evaluateHeld(event, facts: facts, at: lock.instant).blocking
        }
        guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
    }

    /// The grant is in force again with the conditions that it had, and binds the call's money. Looked back on they held
    /// in between too (P15).
    private func restore(_ decision: LaterDecision, in lock: LockedGrant) async throws {
        try await restoreConditions(revokedBy: decision.documentID)
        try await releaseMoney(lock.grant.released - lock.grant.amount, of: lock.grant.callID)
        try await checkEvents(of: lockGrant(lock.grant.id, seenBy: nil))
    }
}

extension LockedGrant {
    /// Whether shares are as a change left them, so that they can be changed back, and nothing more is withheld of one
    /// than it is then.
    fileprivate func stand(_ shares: [ChangeRequest.ShareChange]) -> Bool {
        shares.allSatisfy { share in
            grant.conditions.contains {
                $0.id == share.conditionID && $0.binds && $0.costShare == share.before
                    && share.after >= $0.costShare - $0.given
            }
        }
    }
}
