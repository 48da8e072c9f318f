import Domain
import Postgres
import Store

/// An application that this transaction holds, with its call and its events, and the instant after the last lock.
struct LockedApplication {
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let instant: Instant

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
        try expect(version, is: application.version)
        try await act(as: person.id)
        return LockedApplication(application: application, call: call, events: events, instant: try await now())
    }

    /// Refuses whoever works for a library of the case, or took part on its side.
    func checkImpartiality(of person: Person, in lock: LockedApplication) async throws {
        let libraries =
            [lock.application.libraryID] + lock.application.coApplicants + lock.events.flatMap(\.details.hosts)
        try Impartiality(libraries: libraries, participants: try await participants(in: lock.application.id))
            .check(person)
    }

    /// Asks the rule under the locks and keeps what it said.
    func evaluate(_ lock: LockedApplication, moment: String) async throws -> Evaluation {
        let facts = lock.facts(try await regionFacts())
        let evaluation = FundingRule.evaluate(facts, at: lock.instant)
        try await insert(evaluation, of: lock.application.id, moment: moment, inputsHash: facts.hash)
        return evaluation
    }
}

extension Transaction {
    /// The invitations that were bound for an application which gets no money are drafts again, unless another live
    /// application counts on them.
    func releaseInvitations(of lock: LockedApplication) async throws {
        for event in lock.events where event.invitation.state == .bound && !event.isCancelled {
            guard try await liveApplications(of: event.id).isEmpty else { continue }
            let wish = InvitationWish(
                scope: event.invitation.scope, libraries: event.invitation.libraries,
                branches: event.invitation.branches, state: .draft)
            _ = try await update(event.inviting(wish, at: lock.instant))
        }
    }
}
