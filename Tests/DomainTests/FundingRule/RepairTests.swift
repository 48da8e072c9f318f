import Domain
import RuleSnapshots
import Testing

/// What a finding offers as its repair, applied as it is, removes it: of applications, of conditions and of what a change
/// would end.
@Suite struct `Every repair that is offered` {
    @Test func `removes its finding`() throws {
        var source = RandomInputs(seed: 21)
        var offered: [Finding.Reason: Int] = [:]
        for _ in 0..<6_000 {
            let inputs = source.next()
            for finding in inputs.standingFindings where finding.repair != nil {
                let left = try inputs.mended(by: finding).standingFindings
                #expect(!left.contains { $0.isThat(finding) }, "\(finding)")
                offered[finding.reason, default: 0] += 1
            }
            for finding in inputs.changeFindings where finding.repair != nil {
                let left = try inputs.mended(by: finding).changeFindings
                #expect(!left.contains { $0.isThat(finding) }, "\(finding)")
                offered[.eventIsMovedIntoThePast, default: 0] += 1
            }
        }
        let reasons: [Finding.Reason] = [
            .nobodyIsInvited, .tooFewAreInvited, .staffAreNotNamed, .invitationIsDraft, .invitationIsNotPublished,
            .eventIsNotPublished, .othersCloseEarlier, .registrationHasClosed, .registrationOpensTooLate,
            .noSeatsForOthers, .tooFewSeatsForOthers, .ownShareIsTooLarge, .eventIsMovedIntoThePast,
        ]
        #expect(reasons.filter { offered[$0, default: 0] < 5 } == [], "\(offered)")
    }

    /// A change that puts registration off is not mended by the window that it asks for.
    @Test func `of a change leads back to what stands`() throws {
        let before = FundedCase { $0.details.registration.opensAt = clock("2027-02-10T12:00") }
        var after = before.event
        after.details.registration.opensAt = clock("2027-03-20T12:00")
        let found = FundingRule.closedByChange(from: before.event, to: after, at: before.now, noticeDays: 14)
        #expect(found.map(\.repair) == [.openRegistration(after.id, before.details.registration)])
        try #require(found.first?.repair).mend(&after.details)
        #expect(after.details == before.event.details)
    }
}

extension Finding {
    fileprivate func isThat(_ other: Finding) -> Bool {
        predicate == other.predicate && eventID == other.eventID && reason == other.reason
    }
}

extension RuleInputs {
    /// The same with the event of a finding as its repair makes it.
    fileprivate func mended(by finding: Finding) throws -> RuleInputs {
        let events = try facts.events.map { funded in
            guard let repair = finding.repair, funded.event.id == finding.eventID else { return funded }
            return FundedEvent(event: try repair.applied(to: funded.event, at: instant), costShare: funded.costShare)
        }
        let facts = RuleFacts(
            applicant: facts.applicant, requestedAmount: facts.requestedAmount, withoutEvent: facts.withoutEvent,
            events: events, region: facts.region, rule: facts.rule, projectStartsOn: facts.projectStartsOn,
            projectEndsOn: facts.projectEndsOn, hostsOfItsDay: facts.hostsOfItsDay,
            promisedSeats: facts.promisedSeats, isLogged: facts.isLogged, delivered: facts.delivered)
        return RuleInputs(facts, standing: standing, at: instant, before: before)
    }
}

extension Finding.Repair {
    /// By the command that it stands for.
    fileprivate func applied(to event: Event, at instant: Instant) throws -> Event {
        func inviting(_ invitation: Invitation, _ state: Invitation.State) throws -> Event {
            try event.inviting(
                InvitationWish(
                    scope: invitation.scope, libraries: invitation.libraries, branches: invitation.branches,
                    state: state), at: instant)
        }
        switch self {
        case .inviteAllOthers(_, let state):
            return try event.inviting(InvitationWish(scope: .all, state: state), at: instant)
        case .bindInvitation(_, let invitation): return try inviting(invitation, .bound)
        case .publishInvitation(_, let invitation): return try inviting(invitation, .published)
        case .publishEvent: return try event.published(at: instant)
        case .nameStaff, .closeRegistrationTogether, .openRegistration, .openSeats:
            var details = event.details
            mend(&details)
            return try event.changed(to: details, at: instant)
        }
    }
}
