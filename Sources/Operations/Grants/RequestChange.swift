package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory asks for a change of a grant, with the reasons (G4). What stands before it is kept beside it.
    /// Until it is decided no other can be asked for.
    package func requestChange(
        of id: Grant.ID, _ wanted: WantedChange, because reasons: String, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> ChangeRequest.ID {
        try checkReasons(reasons)
        let made = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(
                id, seenBy: person, expecting: version, and: wanted.newEvent.map { [$0] } ?? [])
            let move = try lock.row(.requestChange, by: lock.actor(person))
            let earlier = try await transaction.changeRequests(of: id)
            let change = ChangeRequest(
                id: ChangeRequest.ID(), grantID: id, number: earlier.count + 1,
                change: try await transaction.change(wanted, of: lock, after: earlier, by: person), reasons: reasons,
                requestedBy: person.id, requestedAt: lock.instant)
            try await transaction.insert(change)
            try await transaction.conclude(
                lock, as: move.to, logged: "change-request", by: person, detail: "\(change.number). \(reasons)")
            try await transaction.enqueue(
                .changeRequested, about: id, payload: "{\"changeId\":\"\(change.id)\"}")
            return change.id
        }
        logger.info("change requested", metadata: ["grant": "\(id)", "change": "\(made)"])
        return made
    }
}

extension WantedChange {
    fileprivate var newEvent: Event.ID? { if case .eventSwap(_, let other) = self { other } else { nil } }
}

extension Transaction {
    /// The change with what stands before it; refused, field by field, where it makes no sense.
    fileprivate func change(
        _ wanted: WantedChange, of lock: LockedGrant, after earlier: [ChangeRequest], by person: Person
    ) async throws -> ChangeRequest.Change {
        switch wanted {
        case .time(let event, let period): return try lock.moved(event, to: period)
        case .amount(let shares): return .amount(try lock.shared(shares))
        case .eventSwap(let event, let other): return try lock.swapped(event, for: other, by: person)
        case .scope(let text):
            var errors = FieldErrors()
            errors.text(text, "scope", limit: 20_000, required: true, lines: true)
            try errors.check()
            guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
            return .scope(before: earlier.scope ?? application.request.purpose, after: text)
        }
    }
}

extension [ChangeRequest] {
    /// What was last agreed to be done with the money, if that was changed.
    fileprivate var scope: String? {
        compactMap { request -> String? in
            guard let decision = request.decision, decision.isApproved, !decision.isReopened,
                case .scope(_, let after) = request.change
            else { return nil }
            return after
        }.last
    }
}

extension LockedGrant {
    /// The condition that binds an event of the grant.
    private func bindingCondition(_ event: Event.ID) throws(Refusal) -> Condition {
        guard let condition = grant.conditions.first(where: { $0.eventID == event && $0.binds }) else {
            throw .invalid("eventId", .doesNotExist)
        }
        return condition
    }

    fileprivate func moved(_ id: Event.ID, to period: ChangeRequest.Period) throws(Refusal) -> ChangeRequest.Change {
        let condition = try bindingCondition(id)
        let event = try eventToMove(condition.eventID)
        guard period.endsAt > period.startsAt else { throw .invalid("endsAt", .isNotAfter("startsAt")) }
        guard period.startsAt > instant else { throw .invalid("startsAt", .isNotAfter("now")) }
        let before = ChangeRequest.Period(of: event)
        guard before != period else { throw .invalid("startsAt", .isTwice) }
        return .time(id, before: before, after: period)
    }

    /// The new shares of all events that the grant still binds; what is not named stays as it is.
    fileprivate func shared(_ wanted: [GrantRequest.CostShare]) throws(Refusal) -> [ChangeRequest.ShareChange] {
        guard Set(wanted.map(\.eventID)).count == wanted.count else { throw .invalid("shares", .isTwice) }
        let open = grant.conditions.filter(\.binds)
        guard wanted.allSatisfy({ share in open.contains { $0.eventID == share.eventID } }) else {
            throw .invalid("shares", .doesNotExist)
        }
        let changes = open.compactMap { condition -> ChangeRequest.ShareChange? in
            guard let after = wanted.first(where: { $0.eventID == condition.eventID })?.amount,
                after != condition.costShare
            else { return nil }
            return ChangeRequest.ShareChange(conditionID: condition.id, before: condition.costShare, after: after)
        }
        guard !changes.isEmpty else { throw .invalid("shares", .isMissing) }
        try checkAmount(after: changes)
        return changes
    }

    /// Never more than was decided, never nothing, of no event less than was withheld of it, and never less than was
    /// paid or is with the bank: what comes back is demanded, not asked for.
    func checkAmount(after changes: [ChangeRequest.ShareChange]) throws(Refusal) {
        let amount = grant.amount(after: changes)
        guard amount <= grant.amount else { throw .invalid("shares", .isMoreThan(grant.amount)) }
        guard amount > .zero else { throw .invalid("shares", .isTooSmall(least: 1)) }
        for change in changes {
            let condition = grant.conditions.first { $0.id == change.conditionID }
            let withheld = condition.map { $0.costShare - $0.given } ?? .zero
            guard change.after >= withheld else {
                throw .invalid("shares", .isTooSmall(least: (withheld.ore + 99) / 100))
            }
        }
        guard grant.payable - (grant.amount - amount) >= grant.sentOut - grant.demanded
        else { throw .conflict(.somethingIsPaid) }
    }

    fileprivate func swapped(
        _ id: Event.ID, for other: Event.ID, by person: Person
    ) throws(Refusal) -> ChangeRequest.Change {
        _ = try bindingCondition(id)
        guard let event = events.first(where: { $0.id == other }), event.maySee(person),
            event.hosts.contains(grant.libraryID)
        else { throw .invalid("newEventId", .doesNotExist) }
        guard !grant.conditions.contains(where: { $0.eventID == other }) else { throw .invalid("newEventId", .isTwice) }
        return .eventSwap(id, for: other)
    }
}

extension Grant {
    /// What it gives once the shares are these.
    func amount(after changes: [ChangeRequest.ShareChange]) -> Money {
        amount - changes.map(\.before).sum + changes.map(\.after).sum
    }
}
