package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes back a later decision on a ground that the law knows, such as that a court has annulled it. One transaction
    /// releases its claim, plans what had come back by it as a payment to the library, and lets the condition or the
    /// report be decided anew. What an amendment changed is as before, a change that was refused is open again, and a
    /// grant that was revoked is in force; where that can no longer be it is refused.
    package func reopenLaterDecision(
        _ document: DecisionDocument.ID, on id: GrantApplication.ID, _ reopening: Reopening, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        var errors = FieldErrors()
        reopening.validate(&errors)
        try errors.check()
        let reopened = try await once(request) { transaction in
            guard let found = try await transaction.laterDecision(document, of: id) else { throw Refusal.missing }
            let lock = try await transaction.lockGrant(found.grantID, seenBy: person, withMoneyOfCall: true)
            // As it is now that the grant is held.
            guard let decision = try await transaction.laterDecision(document, of: id) else { throw Refusal.missing }
            let application = try await transaction.check(decision, in: lock, by: person, expecting: version)
            let isSettled = try await transaction.reportSettlements(of: found.grantID).contains {
                $0.confirmation.map { !$0.isReopened } ?? !$0.needsDecision
            }
            let state = try decision.stateOfGrant(now: lock.grant.state, isSettled: isSettled)
            let authority = try await transaction.authority(over: lock, by: person, registering: minutes)
            let paper = DecisionDocument.ID()
            try await transaction.claimEvents(of: decision, in: lock)
            // What was closed is open again before a condition of it stands.
            try await transaction.conclude(
                lock, as: state, logged: "reopen-later", by: person,
                detail: "\(decision.number) \(reopening.ground.rawValue)")
            try await transaction.reopen(
                document, because: reopening, under: authority, in: paper, by: person.id, at: lock.instant)
            try await transaction.takeBack(decision, in: lock, by: person)
            let subject = Letter.Subject.laterReopening(
                reopening, of: decision, by: try await transaction.power(of: authority))
            try await transaction.issue(
                subject, numbered: decision.number, as: paper, on: application, in: lock, by: person)
            return id
        }
        logger.notice("later decision reopened", metadata: ["application": "\(id)", "document": "\(document)"])
        return reopened
    }
}

extension Transaction {
    /// What it did is undone, and the money of the grant follows.
    fileprivate func takeBack(_ decision: LaterDecision, in lock: LockedGrant, by person: Person) async throws {
        try await undo(decision, in: lock, by: person)
        try await planWhatIsOwed(of: lock.grant.id, by: decision)
        try await freeMoney(of: lock.grant.id)
    }

    fileprivate func check(
        _ decision: LaterDecision, in lock: LockedGrant, by person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
        try expect(version, is: application.told(to: person).version)
        let actor = lock.actor(person)
        let move = try LaterDecision.moves.row(for: .reopen, from: decision.standing, isActor: actor.isActor)
        try lock.standing.require(move.guards, of: actor)
        return application
    }

    /// What had come back by the claim is the library's: two persons of finance pay it as they pay a grant. Of a fixed
    /// sum what is given again is planned with it. While a breach stands it waits.
    fileprivate func planWhatIsOwed(of id: Grant.ID, by decision: LaterDecision) async throws {
        let lock = try await lockGrant(id, seenBy: nil)
        guard lock.grant.state.isInForce, lock.grant.state != .awarded else { return }
        let returned = lock.grant.claims.filter { $0.documentID == decision.documentID }.map(\.repaid).sum
        let amount = lock.grant.terms.payment == .fixed ? max(.zero, lock.grant.undrawn) : returned
        guard amount > .zero else { return }
        try await insert(
            Payment(
                id: Payment.ID(), number: lock.grant.payments.count + 1, amount: amount, text: decision.number,
                state: .planned, plannedAt: lock.instant), of: id)
    }

    /// The paper, with its number, as the last of the transaction.
    fileprivate func issue(
        _ subject: Letter.Subject, numbered number: String, as paper: DecisionDocument.ID,
        on application: GrantApplication, in lock: LockedGrant, by person: Person
    ) async throws {
        guard let call = try await call(lock.grant.callID), let first = try await decision(ofGrant: lock.grant.id)
        else { throw Refusal.missing }
        try await enqueue(.decisionReopened, about: application.id, payload: "{\"number\":\"\(number)\"}")
        _ = try await issue(
            subject, as: paper, kind: .reopening, about: first,
            in: LockedApplication(application: application, call: call, events: lock.events, instant: lock.instant),
            by: person)
    }
}
