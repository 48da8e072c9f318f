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

    /// Where `command` leads from here, if `person` may make it. What is asked is the case as the person may know it: so
    /// a refusal tells no outcome. While outcomes are kept back nobody takes a case back that may be decided already.
    func status(
        after command: GrantApplication.Command, by person: Person
    ) throws(Refusal) -> GrantApplication.Status {
        let told = application.told(to: person)
        _ = try told.status(after: command, by: person)
        if keepsOutcomeBack, told.status == .readyForDecision, !person.learnsOutcomesAtOnce {
            throw .conflict(.caseAwaitsItsOutcome)
        }
        return try application.status(after: command, by: person)
    }

    /// The facts of the funding rule as they stand under the locks.
    func facts(_ region: RegionFacts, delivered: [Event.ID: Set<Library.ID>]) -> RuleFacts {
        RuleFacts(application, call: call, events: events, region: region, delivered: delivered)
    }
}

extension Transaction {
    /// Locks in the one order that everybody keeps: call, application, events by id. Looks only then.
    func lockCase(
        _ id: GrantApplication.ID, seenBy person: Person, expecting version: Int?
    ) async throws -> LockedApplication {
        let (application, call) = try await lockApplication(id, seenBy: person)
        let events = try await lockEvents(application.request.events.map(\.eventID))
        // The version that the person may know of.
        try expect(version, is: application.told(to: person).version)
        try await act(as: person.id)
        return LockedApplication(application: application, call: call, events: events, instant: try await now())
    }

    /// The same for the clock, which nobody hides anything from.
    func lockCase(_ id: GrantApplication.ID) async throws -> LockedApplication {
        let (application, call) = try await lockApplication(id, seenBy: nil)
        let events = try await lockEvents(application.request.events.map(\.eventID))
        return LockedApplication(application: application, call: call, events: events, instant: try await now())
    }

    /// The first two locks, for whoever holds other events than those of the application. `person` nil: the clock.
    func lockApplication(
        _ id: GrantApplication.ID, seenBy person: Person?
    ) async throws -> (GrantApplication, Call) {
        guard let unlocked = try await grantApplication(id), var call = try await lockCall(unlocked.callID),
            let application = try await lockGrantApplication(id), person.map(application.maySee) ?? true
        else { throw Refusal.missing }
        call.questions = try await questions(of: application, in: call)
        return (application, call)
    }

    /// Refuses whoever has a conflict of interest in the case.
    func checkImpartiality(of person: Person, in lock: LockedApplication) async throws {
        try await impartiality(in: lock.application, events: lock.events).check(person)
    }

    /// Asks the rule under the locks and keeps what it said. `claims`: the other cases that count on the events, where
    /// they are to be asked of (P13).
    func evaluate(
        _ lock: LockedApplication, moment: RuleMoment, claims: [EventClaim]? = nil
    ) async throws -> Evaluation {
        let inputs = RuleInputs(
            lock.facts(
                try await regionFacts(),
                delivered: try await delivered(to: lock.events.map(\.id)).counted(by: lock.call.rule)),
            standing: moment.standing, at: lock.instant, claims: claims)
        let evaluation = inputs.evaluation
        try await keep(evaluation, of: inputs, in: lock.application.id, moment: moment)
        return evaluation
    }
}

extension Transaction {
    /// The invitations that were bound for an application which gets no money are drafts again, unless another live
    /// application counts on them. While the outcome is kept back they stay as they are, as that would tell it; their
    /// hosts can change them at any time, and once it is told the clock releases them (`MeetDeadlines`).
    func releaseInvitations(of lock: LockedApplication) async throws {
        guard !lock.keepsOutcomeBack else { return }
        try await releaseInvitations(of: lock.events, at: lock.instant)
    }

    /// The same for some events that are locked.
    func releaseInvitations(of events: [Event], at instant: Instant) async throws {
        for event in events where event.invitation.state == .bound && !event.isCancelled {
            guard try await liveApplications(of: event.id).isEmpty else { continue }
            let wish = InvitationWish(
                scope: event.invitation.scope, libraries: event.invitation.libraries,
                branches: event.invitation.branches, state: .draft)
            _ = try await update(event.inviting(wish, at: instant))
        }
    }
}
