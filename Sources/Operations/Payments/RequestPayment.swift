package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory draws a part of a grant that is paid as its costs come (rekvisition). Never more than is left.
    package func requestPayment(
        of amount: Money, for text: String, from id: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        var errors = FieldErrors()
        errors.require(amount > .zero, "amount", .isTooSmall(least: 1))
        errors.text(text, "text", limit: 2000, required: true, lines: true)
        try errors.check()
        let made = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version)
            let payment = Payment(
                id: Payment.ID(), number: lock.grant.payments.count + 1, amount: amount, text: text, state: .requested,
                plannedAt: lock.instant, requestedBy: person.id, requestedAt: lock.instant)
            let row = try Payment.moves.row(for: .request, from: .planned, isActor: lock.actor(person).isActor)
            guard lock.grant.terms.payment == .drawn else { throw Refusal.conflict(.wrongState) }
            try lock.standing.require(row.guards, of: lock.actor(person))
            let left = lock.grant.undrawn
            guard left > .zero else { throw Refusal.conflict(.grantHasNoMoneyLeft) }
            guard amount <= left else { throw Refusal.invalid("amount", .isMoreThan(left)) }
            try await transaction.insert(payment, of: id)
            try await transaction.conclude(
                lock, logged: "payment-request", by: person, detail: "\(payment.number). \(text)")
            try await transaction.tell(.paymentRequested, of: payment.id, in: lock)
            return payment.id
        }
        logger.info("payment requested", metadata: ["grant": "\(id)", "payment": "\(made)"])
        return made
    }

    /// The signatory asks for a payment that is planned, or again for one that failed.
    package func requestPayment(
        _ id: Payment.ID, of grant: Grant.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Payment.ID {
        let wanted = PaymentCommand(
            command: .request, payment: id, grant: grant, person: person, version: version, request: request)
        return try await move(wanted) { transaction, lock, payment in
            try await transaction.request(payment.id, by: person.id, at: lock.instant)
            try await transaction.tell(.paymentRequested, of: payment.id, in: lock)
        }
    }
}
