package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// The region agrees to a change, with its reasons (G4): a numbered decision, the change itself, the money that is
    /// given back and the message are one transaction. The funding rule is asked anew, of a new event as of an
    /// application's.
    package func approveChange(
        _ id: ChangeRequest.ID, of grant: Grant.ID, because reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> ChangeRequest.ID {
        try checkReasons(reasons)
        let approved = try await once(request) { transaction in
            let change = try await transaction.change(id, of: grant)
            let lock = try await transaction.lockGrant(
                grant, seenBy: person, expecting: version, withMoneyOfCall: true, and: change.newEvents)
            let move = try await transaction.row(.approveChange, for: id, in: lock, by: person)
            let amount = try lock.amount(after: change.change)
            let paper = DecisionDocument.ID()
            // The calendar moves before the decision takes its number, as in an approval (docs/rules.md, Locks).
            try await transaction.apply(change, by: paper, leaving: amount, in: lock)
            try await transaction.checkUnsettledEvents(of: lock)
            _ = try await transaction.decide(
                .amendment(lock.told(change.change)), as: paper, on: id, leaving: amount, because: reasons, in: lock,
                by: person, registering: minutes)
            try await transaction.conclude(
                lock, as: move.to, logged: "change-approval", by: person, detail: "\(change.number). \(reasons)")
            try await transaction.tellDecided(change, in: lock)
            if amount != lock.grant.amount {
                try await transaction.balance(grant, because: reasons)
                try await transaction.freeMoney(of: grant)
            }
            return id
        }
        logger.info("change approved", metadata: ["grant": "\(grant)", "change": "\(id)"])
        return approved
    }

    /// The region does not agree to a change, with its reasons: a numbered decision, and the grant is as it was.
    package func rejectChange(
        _ id: ChangeRequest.ID, of grant: Grant.ID, because reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> ChangeRequest.ID {
        try checkReasons(reasons)
        let rejected = try await once(request) { transaction in
            let change = try await transaction.change(id, of: grant)
            let lock = try await transaction.lockGrant(
                grant, seenBy: person, expecting: version, and: change.newEvents)
            let move = try await transaction.row(.rejectChange, for: id, in: lock, by: person)
            _ = try await transaction.decide(
                .changeRefusal(lock.told(change.change)), on: id, because: reasons, in: lock, by: person,
                registering: minutes)
            try await transaction.conclude(
                lock, as: move.to, logged: "change-rejection", by: person, detail: "\(change.number). \(reasons)")
            try await transaction.tellDecided(change, in: lock)
            return id
        }
        logger.info("change rejected", metadata: ["grant": "\(grant)", "change": "\(id)"])
        return rejected
    }
}

extension ChangeRequest {
    fileprivate var newEvents: [Event.ID] { if case .eventSwap(_, let other) = change { [other] } else { [] } }
}

extension Transaction {
    /// A change of a grant, which is never changed itself; what is of another grant is missing.
    func change(_ id: ChangeRequest.ID, of grant: Grant.ID) async throws -> ChangeRequest {
        guard let change = try await changeRequests(of: grant).first(where: { $0.id == id }) else {
            throw Refusal.missing
        }
        return change
    }

    /// The row of the table, for an impartial person and a change that is not decided.
    fileprivate func row(
        _ command: Grant.Command, for id: ChangeRequest.ID, in lock: LockedGrant, by person: Person
    ) async throws -> Grant.Move {
        let row = try lock.row(command, by: lock.actor(person))
        guard try await change(id, of: lock.grant.id).isOpen else { throw Refusal.conflict(.wrongState) }
        try await act(as: person.id)
        return row
    }

    fileprivate func apply(
        _ request: ChangeRequest, by paper: DecisionDocument.ID, leaving amount: Money, in lock: LockedGrant
    ) async throws {
        switch request.change {
        case .scope: break
        case .time(let event, let before, let period):
            try await move(event, by: request.id, from: before, to: period, in: lock)
        case .amount(let shares):
            for share in shares { try await move(share, by: paper, at: lock.instant) }
            try await setAmount(of: lock.grant.id, to: amount)
            try await releaseMoney(lock.grant.amount - amount, of: lock.grant.callID)
        case .eventSwap(let event, let other):
            guard let condition = lock.grant.conditions.first(where: { $0.eventID == event && $0.binds }) else {
                throw Refusal.conflict(.wrongState)
            }
            try await replace(condition, by: other, document: paper, in: lock)
        }
    }

    /// The whole rule of every event that the region has not settled, as it stands after the change, but for what was
    /// waived.
    fileprivate func checkUnsettledEvents(of lock: LockedGrant) async throws {
        let region = try await regionFacts()
        let unsettled = try await conditions(of: lock.grant.applicationID).filter { !$0.isSettled }
        let events = try await events(unsettled.map(\.eventID))
        var findings: [Finding] = []
        for condition in unsettled {
            guard let event = events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region)
            let found = FundingRule.evaluateHeld(event, facts: facts, at: lock.instant).blocking
            findings += try await unforgiven(found, of: condition, event: event, facts: facts, at: lock.instant)
        }
        guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
    }

    fileprivate func tellDecided(_ change: ChangeRequest, in lock: LockedGrant) async throws {
        try await enqueue(
            .changeDecided, forLibraryOf: lock.grant.id, payload: "{\"changeId\":\"\(change.id)\"}")
    }
}

extension LockedGrant {
    /// What the grant gives after a change. Money may have been paid since it was asked for.
    fileprivate func amount(after change: ChangeRequest.Change) throws(Refusal) -> Money {
        guard case .amount(let shares) = change else { return grant.amount }
        let stand = shares.allSatisfy { share in
            grant.conditions.contains { $0.id == share.conditionID && $0.binds && $0.costShare == share.before }
        }
        guard stand else { throw .conflict(.wrongState) }
        try checkAmount(after: shares)
        return grant.amount(after: shares)
    }

    /// The change in the words of its letter.
    fileprivate func told(_ change: ChangeRequest.Change) -> GrantDecisionContent.Change {
        switch change {
        case .time(let event, let before, let after): .time(event: title(of: event), before: before, after: after)
        case .amount(let shares):
            .amount(
                shares.map {
                    GrantDecisionContent.Share(event: title(of: $0.conditionID), before: $0.before, after: $0.after)
                })
        case .eventSwap(let event, let other): .eventSwap(event: title(of: event), for: title(of: other))
        case .scope(let before, let after): .scope(before: before, after: after)
        }
    }
}
