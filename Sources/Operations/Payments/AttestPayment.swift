package import Domain
import Postgres
package import Store

extension Operations {
    /// The first of two persons of finance finds a payment right (attest). The funding rule is asked again inside the
    /// locks, and the account that the library has confirmed is kept with the payment.
    package func attestPayment(
        _ id: Payment.ID, of grant: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        let wanted = PaymentCommand(
            command: .attest, payment: id, grant: grant, person: person, version: version, request: request)
        return try await move(wanted) { transaction, lock, payment in
            try await transaction.attest(payment.id, by: person.id, at: lock.instant)
        }
    }
}
