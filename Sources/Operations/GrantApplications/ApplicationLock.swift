import Domain
import Postgres
import Store

/// An application that this transaction holds, with its call and its events, and the instant after the last lock.
struct LockedApplication {
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let instant: Instant

    /// Whether nobody outside the region may learn what is decided now.
    var keepsOutcomeBack: Bool { call.decisionTerms.keepsBack(at: instant) }

    /// The facts of the funding rule as they stand under the locks.
    func facts(_ region: RegionFacts) -> RuleFacts {
        RuleFacts(application, call: call, events: events, region: region)
    }
}

extension Transaction {
    /// Locks in the one order that everybody keeps: call, application, events by id. Looks only then.
    func lockCase(
        _ id: GrantApplication.ID, seenBy person: Person, expecting version: Int?
    ) async throws -> LockedApplication {
        guard let unlocked = try await grantApplication(id), let call = try await lockCall(unlocked.callID),
            let application = try await lockGrantApplication(id), application.maySee(person)
        else { throw Refusal.missing }
        let events = try await lockEvents(application.request.events.map(\.eventID))
        // The version that the person may know of.
        try expect(version, is: application.told(to: person).version)
        try await act(as: person.id)
        return LockedApplication(application: application, call: call, events: events, instant: try await now())
    }

    /// Refuses whoever works for a library of the case, or took part on its side.
    func checkImpartiality(of person: Person, in lock: LockedApplication) async throws {
        let libraries = [lock.application.libraryID] + lock.events.flatMap(\.details.hosts)
        try Impartiality(libraries: libraries, participants: try await participants(in: lock.application.id))
            .check(person)
    }

    /// Asks the rule under the locks and keeps what it said. `claims`: the other cases that count on the events, where
    /// they are to be asked of (P13).
    func evaluate(
        _ lock: LockedApplication, moment: RuleMoment, claims: [EventClaim]? = nil
    ) async throws -> Evaluation {
        let inputs = RuleInputs(
            lock.facts(try await regionFacts()), standing: .prospective, at: lock.instant, claims: claims)
        let evaluation = inputs.evaluation
        try await keep(evaluation, of: inputs, in: lock.application.id, moment: moment)
        return evaluation
    }
}

extension Transaction {
    /// The invitations that were bound for an application which gets no money are drafts again, unless another live
    /// application counts on them. While the outcome is kept back they stay as they are, as that would tell it; their
    /// hosts can change them at any time.
    func releaseInvitations(of lock: LockedApplication) async throws {
        guard !lock.keepsOutcomeBack else { return }
        for event in lock.events where event.invitation.state == .bound && !event.isCancelled {
            guard try await liveApplications(of: event.id).isEmpty else { continue }
            let wish = InvitationWish(
                scope: event.invitation.scope, libraries: event.invitation.libraries,
                branches: event.invitation.branches, state: .draft)
            _ = try await update(event.inviting(wish, at: lock.instant))
        }
    }
}
