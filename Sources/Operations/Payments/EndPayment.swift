package import Domain
import Postgres
package import Store

extension Operations {
    /// The bank has sent an attested payment back. The library may ask for it again.
    package func failPayment(
        _ id: Payment.ID, of grant: Grant.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        try checkReasons(reason, field: "reason")
        let wanted = PaymentCommand(
            command: .fail, payment: id, grant: grant, person: person, version: version, request: request)
        return try await move(wanted, detail: reason) { transaction, lock, payment in
            try await transaction.end(payment.id, as: .failed, because: reason)
            try await transaction.tell(.paymentFailed, of: payment.id, in: lock)
        }
    }

    /// Finance takes a payment out of the ledger before it is paid. What was drawn may be asked for anew; a fixed
    /// sum is not cancelled.
    package func cancelPayment(
        _ id: Payment.ID, of grant: Grant.ID, because reason: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        try checkReasons(reason, field: "reason")
        let wanted = PaymentCommand(
            command: .cancel, payment: id, grant: grant, person: person, version: version, request: request)
        return try await move(wanted, detail: reason) { transaction, _, payment in
            try await transaction.end(payment.id, as: .cancelled, because: reason)
        }
    }
}
