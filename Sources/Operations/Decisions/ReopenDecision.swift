package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes a decision back on a ground that the law knows (A14), while nothing of its grant is out: what was paid has
    /// come back. The case is in review again; a grant has ended, its
    /// events are free and its money is the call's. Nothing is deleted, and a new decision can follow: of the events
    /// that the grant had at last, with the rule asked of them anew. Whoever may decide so may also take it back: other
    /// eyes than prepared the case, under the line of the delegation order that covers the decision, or by a board.
    package func reopenDecision(
        on id: GrantApplication.ID, _ reopening: Reopening, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        var errors = FieldErrors()
        reopening.validate(&errors)
        try errors.check()
        let reopened = try await once(request) { transaction in
            let found = try await transaction.lockReopened(id, seenBy: person, expecting: version)
            let lock = found.lock
            let status = try lock.status(after: .reopen, by: person)
            // Without a decision that stands nothing would be kept back any more.
            guard lock.application.untold == nil else { throw Refusal.conflict(.outcomeIsNotTold) }
            try await transaction.checkImpartiality(of: person, in: lock)
            try await transaction.checkFourEyes(of: person, in: lock)
            guard let decision = found.decision else { throw Refusal.conflict(.wrongState) }
            let authority = try await transaction.authority(
                over: decision, by: person, registering: minutes, on: Stockholm.day(lock.instant))
            if let grant = found.grant { try await transaction.checkNothingIsOut(of: grant) }
            guard try await transaction.supersede(decision.id, at: lock.instant) else {
                throw Refusal.conflict(.wrongState)
            }
            try await transaction.endGrant(of: found, because: reopening.ground)
            try await transaction.checkNoOtherClaims(on: lock, seenBy: person)
            try await transaction.setStatus(of: id, to: status, caseOfficer: lock.application.caseOfficerID)
            try await transaction.tell(reopening, of: decision, in: lock, by: person, under: authority)
            return id
        }
        logger.info("decision reopened", metadata: ["application": "\(id)"])
        return reopened
    }
}

extension Transaction {
    /// The paper, the log of the case, and the message to its parties.
    fileprivate func tell(
        _ reopening: Reopening, of decision: Decision, in lock: LockedApplication, by person: Person,
        under authority: Decision.Authority
    ) async throws {
        let document = try await issue(
            .reopening(reopening, of: decision.outcome, by: try await power(of: authority)), kind: .reopening,
            about: decision, in: lock, by: person)
        try await insert(reopening, by: authority, in: document)
        let id = lock.application.id
        try await record("reopen", in: id, by: person.id, detail: "\(document.number) \(reopening.ground.rawValue)")
        try await enqueue(
            .decisionReopened, about: id, payload: "{\"number\":\"\(document.number)\"}")
    }

    /// Refuses while money of the grant is out (`whatWasPaidHasComeBack`): it is reclaimed first, and comes back. What is
    /// better for the applicant and takes nothing back is a change of the grant (G4).
    fileprivate func checkNothingIsOut(of grant: GrantOfDecision) async throws {
        guard try await !moneyIsOut(grant) else { throw Refusal.conflict(.moneyIsOut) }
    }
}
