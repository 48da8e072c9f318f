package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// The signatory says where the money of a grant is to go. Not while a payment is attested: what finance has found
    /// right stays as it was.
    package func confirmPayeeAccount(
        _ account: PayeeAccount, of id: Grant.ID, by person: Person, expecting version: Int? = nil
    ) async throws {
        try await change { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version)
            guard person.has(.signatory, at: lock.grant.libraryID) else { throw Refusal.notAllowed(.roleIsMissing) }
            guard lock.grant.state.isInForce else { throw Refusal.conflict(.wrongState) }
            guard !lock.grant.payments.contains(where: \.state.isAttested) else {
                throw Refusal.conflict(.paymentIsUnderWay)
            }
            try await transaction.set(account, of: id, by: person.id, at: lock.instant)
            try await transaction.conclude(
                lock, logged: "payee", by: person, detail: "\(account.kind.rawValue) \(account)")
        }
        logger.info("payee account confirmed", metadata: ["grant": "\(id)"])
    }
}
