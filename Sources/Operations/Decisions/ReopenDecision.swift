package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// Takes a decision back on a ground that the law knows (A14). The case is in review again; a grant has ended, its
    /// events are free and its money is the call's. Nothing is deleted, and a new decision can follow.
    package func reopenDecision(
        on id: GrantApplication.ID, _ reopening: Reopening, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        var errors = FieldErrors()
        reopening.validate(&errors)
        try errors.check()
        let reopened = try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.application.status(after: .reopen, by: person)
            // Without a decision that stands nothing would be kept back any more.
            guard !lock.keepsOutcomeBack else { throw Refusal.conflict(.outcomeIsNotTold) }
            try await transaction.checkImpartiality(of: person, in: lock)
            let decision = try await transaction.standingDecision(of: lock)
            let grant = try await transaction.unpaidGrant(of: decision)
            try await transaction.checkNoOtherClaims(on: lock, seenBy: person)
            guard try await transaction.supersede(decision.id, at: lock.instant) else {
                throw Refusal.conflict(.wrongState)
            }
            if let grant {
                try await transaction.end(grant, in: lock.call.id, at: lock.instant, because: reopening.ground.rawValue)
            }
            try await transaction.setStatus(of: id, to: status, caseOfficer: lock.application.caseOfficerID)
            let document = try await transaction.issue(
                .reopening(reopening, of: decision.outcome), kind: .reopening, about: decision, in: lock, by: person)
            try await transaction.insert(reopening, in: document)
            try await transaction.record(
                "reopen", in: id, by: person.id, detail: "\(document.number) \(reopening.ground.rawValue)")
            try await transaction.enqueue(
                .decisionReopened, about: id, payload: "{\"number\":\"\(document.number)\"}",
                notBefore: lock.call.decisionTerms.outcomesToldAt)
            return id
        }
        logger.info("decision reopened", metadata: ["application": "\(id)"])
        return reopened
    }
}

extension Transaction {
    /// The grant of a decision, held; refused once money of it has left (`nothingIsPaid`): then it is to be reclaimed. And
    /// once another event has taken the place of one: the application is still for the old event, and would be decided anew
    /// for one that is free, or another's.
    fileprivate func unpaidGrant(of decision: Decision) async throws -> GrantOfDecision? {
        guard let grant = try await lockGrant(of: decision.id) else { return nil }
        guard try await !isPaid(grant) else { throw Refusal.conflict(.somethingIsPaid) }
        guard try await self.grant(grant.id).conditions.allSatisfy({ $0.successorEventID == nil }) else {
            throw Refusal.conflict(.eventWasReplaced)
        }
        return grant
    }
}
