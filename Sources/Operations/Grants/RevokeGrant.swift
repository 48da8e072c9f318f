package import Domain
import Letters
import Logging
import Postgres
package import Store

extension Operations {
    /// The region revokes a grant of which nothing was paid, after a breach on which the host was heard (G13), or a
    /// report that is long overdue. Its events are free, its payments are cancelled and its money is the call's again.
    package func revokeGrant(
        _ id: Grant.ID, because reasons: String, by person: Person, registering minutes: BoardMinutes? = nil,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let revoked = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version, withMoneyOfCall: true)
            let move = try lock.row(.revoke, by: lock.actor(person))
            _ = try await transaction.decide(
                .revocation(lock.grant.amount), because: reasons, in: lock, by: person, registering: minutes)
            try await transaction.conclude(lock, as: move.to, logged: "revocation", by: person, detail: reasons)
            try await transaction.endConditions(of: id, at: lock.instant)
            try await transaction.cancelOpenPayments(of: id, because: reasons)
            try await transaction.releaseMoney(lock.grant.amount - lock.grant.released, of: lock.grant.callID)
            try await transaction.enqueue(.grantRevoked, forLibraryOf: id, payload: "{}")
            return id
        }
        logger.notice("grant revoked", metadata: ["grant": "\(id)"])
        return revoked
    }
}
