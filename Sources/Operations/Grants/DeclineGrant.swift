package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory says no to a grant (G2). Its money is the call's again, and its events are bound by it no longer.
    package func declineGrant(
        _ id: Grant.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, lines: true)
        try errors.check()
        let declined = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version, withMoneyOfCall: true)
            let move = try lock.row(.decline, by: lock.actor(person))
            try await transaction.conclude(lock, as: move.to, logged: "decline", by: person, detail: reason)
            try await transaction.endConditions(of: id, at: lock.instant)
            try await transaction.releaseMoney(lock.grant.amount - lock.grant.released, of: lock.grant.callID)
            try await transaction.enqueue(.grantDeclined, about: id, payload: "{}")
            return id
        }
        logger.info("grant declined", metadata: ["grant": "\(id)"])
        return declined
    }
}
