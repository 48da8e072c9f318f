package import Domain
import Postgres
package import Store

extension Operations {
    /// The second person of finance pays: with the bank's reference and day. The funding rule is asked once more inside
    /// the locks, so that a payment and a deviation exclude each other.
    package func payPayment(
        _ id: Payment.ID, of grant: Grant.ID, reference: String, on day: Day, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        var errors = FieldErrors()
        errors.text(reference, "reference", limit: 100, required: true)
        try errors.check()
        let wanted = PaymentCommand(
            command: .pay, payment: id, grant: grant, person: person, version: version, request: request)
        return try await move(wanted, detail: reference) { transaction, lock, payment in
            let today = Stockholm.day(lock.instant)
            guard day <= today else { throw Refusal.invalid("paidOn", .isTooLate(than: today.text)) }
            guard let attest = payment.attest, Stockholm.day(attest.at) <= day else {
                throw Refusal.invalid("paidOn", .isTooEarly(than: "attestedAt"))
            }
            let transfer = Payment.Transfer(by: person.id, at: lock.instant, day: day, reference: reference)
            try await transaction.pay(payment.id, transfer)
            try await transaction.tell(.paymentMade, of: payment.id, in: lock)
        }
    }
}
