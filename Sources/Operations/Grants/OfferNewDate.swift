package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The region offers a new date for a cancelled event, until a last day. A later offer stands in place of an
    /// earlier.
    package func offerNewDate(
        for id: Condition.ID, of grant: Grant.ID, until lastDay: Day, saying message: String, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> SuccessorOffer.ID {
        try checkReasons(message, field: "message")
        let made = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: person, expecting: version)
            _ = try lock.conditionRow(.offerNewDate, of: lock.condition(id), offered: nil, by: lock.actor(person))
            let today = Stockholm.day(lock.instant)
            guard lastDay > today else { throw Refusal.invalid("lastDay", .isNotAfter(today.text)) }
            let latest = today.adding(days: SuccessorOffer.longest)
            guard lastDay <= latest else { throw Refusal.invalid("lastDay", .isTooLate(than: latest.text)) }
            let offer = SuccessorOffer(
                id: SuccessorOffer.ID(), conditionID: id, lastDay: lastDay, message: message, offeredBy: person.id,
                offeredAt: lock.instant)
            try await transaction.insert(offer)
            try await transaction.conclude(
                lock, logged: "successor-offer", by: person, detail: "\(lastDay.text). \(message)")
            try await transaction.enqueue(
                .newDateOffered, forLibraryOf: grant, payload: "{\"conditionId\":\"\(id)\"}")
            return offer.id
        }
        logger.info("new date offered", metadata: ["grant": "\(grant)", "condition": "\(id)"])
        return made
    }

    /// A host or a signatory of the grant's library names the event that takes the place of a cancelled one, while the
    /// offer stands. It passes the rule anew, inherits the condition with its money, and the breach is over by that.
    package func nameSuccessor(
        _ event: Event.ID, for id: Condition.ID, of grant: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        let named = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: person, expecting: version, and: [event])
            let condition = try lock.condition(id)
            let offer = try await transaction.successorOffers(of: grant).latest(for: id)
            _ = try lock.conditionRow(.reschedule, of: condition, offered: offer, by: lock.actor(person))
            let successor = try lock.successor(event, of: condition) { successor in
                successor.mayBeEdited(by: person)
                    || person.has(.signatory, at: lock.grant.libraryID) && successor.maySee(person)
                        && successor.hosts.contains(lock.grant.libraryID)
            }
            try await transaction.act(as: person.id)
            try await transaction.replace(condition, by: event, document: nil, in: lock)
            try await transaction.conclude(
                lock, logged: "successor", by: person, detail: successor.details.title)
            return grant
        }
        logger.notice("successor named", metadata: ["grant": "\(grant)", "condition": "\(id)", "event": "\(event)"])
        return named
    }
}

extension LockedGrant {
    /// The row of the table for a condition whose event may have been cancelled. What the funding rule says of a
    /// successor is asked apart, so that the refusal can name what it found.
    func conditionRow(
        _ command: Condition.Command, of condition: Condition, offered offer: SuccessorOffer?, by actor: CaseActor
    ) throws(Refusal) -> Condition.Move {
        let row = try Condition.moves.row(for: command, from: condition.state, isActor: actor.isActor)
        guard grant.state.isInForce else { throw .conflict(.grantIsNotInForce) }
        let event = events.first { $0.id == condition.eventID }
        let standing = CaseState.EventStanding(
            holdsRule: true, isCancelled: event?.isCancelled ?? false, condition: condition.state,
            newDateIsOffered: offer?.stands(on: Stockholm.day(instant)) ?? false)
        try self.standing.require(
            row.guards.filter { $0 != .fundedEventInvitesRegion }, of: actor, event: standing)
        return row
    }

    /// An event that could take the place of a condition's, if it is one that whoever names it has to do with.
    func successor(
        _ id: Event.ID, of condition: Condition, where isOwn: (Event) -> Bool
    ) throws(Refusal) -> Event {
        guard let event = events.first(where: { $0.id == id }), isOwn(event), id != condition.eventID else {
            throw .invalid("eventId", .doesNotExist)
        }
        return event
    }
}
