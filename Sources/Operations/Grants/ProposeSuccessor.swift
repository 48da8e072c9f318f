package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// An editor of a host of a cancelled event proposes the event that is to take its place, while the offer of a new
    /// date stands. The grant may be a co-host's: its signatory, or its own host, takes the event up by naming it.
    /// Proposed again, the latest counts.
    package func proposeSuccessor(
        _ event: Event.ID, for id: Condition.ID, of grant: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> SuccessorProposal.ID {
        let made = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: nil, and: [event])
            let condition = try lock.condition(id)
            guard try await !transaction.isUntold(lock.grant.applicationID),
                lock.events.contains(where: { $0.id == condition.eventID && $0.mayBeEdited(by: person) })
            else { throw Refusal.missing }
            // Only who may know of the grant is told that it has changed.
            try expect(version, is: lock.grant.revision)
            let offer = try await transaction.successorOffers(of: grant).latest(for: id)
            // Whoever edits the event is its host, whichever library of its hosts got the grant.
            let host = CaseActor.person(person.id, roles: [.host], isImpartial: true)
            _ = try lock.conditionRow(.reschedule, of: condition, offered: offer, by: host)
            let successor = try lock.successor(event, of: condition) {
                $0.mayBeEdited(by: person) && $0.hosts.contains(lock.grant.libraryID)
            }
            let proposal = SuccessorProposal(
                id: SuccessorProposal.ID(), conditionID: id, eventID: event, proposedBy: person.id,
                proposedAt: lock.instant)
            try await transaction.insert(proposal)
            try await transaction.conclude(
                lock, logged: "successor-proposal", by: person, detail: successor.details.title)
            try await transaction.enqueue(
                .successorProposed, forLibraryOf: grant,
                payload: "{\"conditionId\":\"\(id)\",\"eventId\":\"\(event)\"}")
            return proposal.id
        }
        logger.info("successor proposed", metadata: ["grant": "\(grant)", "condition": "\(id)", "event": "\(event)"])
        return made
    }
}
