package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The library asks for a change no longer, and its grant is as it was. So no change that nobody decides can hold a
    /// grant for ever. What was asked is kept, and can be decided no more.
    package func withdrawChange(
        _ id: ChangeRequest.ID, of grant: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> ChangeRequest.ID {
        let withdrawn = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: person, expecting: version)
            let change = try await transaction.change(id, of: grant)
            let move = try lock.row(.withdrawChange, by: lock.actor(person))
            guard change.isOpen else { throw Refusal.conflict(.wrongState) }
            try await transaction.withdraw(id, by: person.id, at: lock.instant)
            try await transaction.conclude(
                lock, as: move.to, logged: "change-withdrawal", by: person, detail: "\(change.number)")
            return id
        }
        logger.info("change withdrawn", metadata: ["grant": "\(grant)", "change": "\(id)"])
        return withdrawn
    }
}
