import Domain
import Postgres
import Store

extension Transaction {
    /// Another event takes the place of a condition's, by a swap or on a new date: it passes the rule as an
    /// application's event does, in no other case (P13), its invitation is published, and it gets the condition with
    /// the money. All under the locks of the grant and of both events. `document` nil: a new date.
    func replace(
        _ condition: Condition, by id: Event.ID, document: DecisionDocument.ID?, in lock: LockedGrant
    ) async throws {
        guard let event = lock.events.first(where: { $0.id == id }),
            let bound = try await conditions(of: lock.grant.applicationID).first(where: { $0.id == condition.id }),
            let rule = try await rule(bound.ruleVersion, of: bound.callID)
        else { throw Refusal.missing }
        guard !lock.grant.conditions.contains(where: { $0.eventID == id }) else {
            throw Refusal.invalid("newEventId", .isTwice)
        }
        let region = try await regionFacts()
        let facts = RuleFacts(
            of: event, inPlaceOf: condition, bound: bound, in: lock.grant, region: region, rule: rule,
            delivered: try await delivered(to: [id]).counted(by: rule))
        try await ask(facts, of: id, in: lock)
        let published = try await publishSuccessor(event, at: lock.instant)
        let others = region.others(of: published, besides: published.hosts, at: lock.instant).count
        try await succeed(
            condition, by: published, minimumInvited: rule.leastInvited(of: others), document: document,
            at: lock.instant)
        try await enqueue(
            .eventReplaced, forLibraryOf: lock.grant.id,
            payload: "{\"eventId\":\"\(condition.eventID)\",\"successorEventId\":\"\(id)\"}")
    }

    /// Refuses unless everything that would block holds, and keeps what was found.
    private func ask(_ facts: RuleFacts, of id: Event.ID, in lock: LockedGrant) async throws {
        let claimed = try await claims(
            on: [id], besides: lock.grant.applicationID, onlyGrant: facts.rule.oneGrantPerEvent)
        let inputs = RuleInputs(facts, at: lock.instant, besides: claimed)
        let evaluation = inputs.evaluation
        try await keep(evaluation, of: inputs, in: lock.grant.applicationID, moment: .decision)
        guard evaluation.verdict == .holds else {
            throw Refusal.broken(.fundedEventInvitesRegion, findings: evaluation.blocking)
        }
    }

    /// Bound becomes published, in the same commit.
    private func publishSuccessor(_ event: Event, at instant: Instant) async throws -> Event {
        let published = try await update(event.publishedWithInvitation(at: instant))
        guard published.invitesRegion else {
            throw Refusal.broken(
                .fundedEventInvitesRegion,
                findings: [Finding(.inForce, .core, .fails, event: event.id, reason: .invitationIsNotPublished)])
        }
        if event.invitation.state != .published {
            try await enqueue(.invitationPublished, about: event.id, payload: "{}")
        }
        return published
    }
}
