import Domain
import HTML

/// The ledger of a grant.
struct PaymentList {
    let file: GrantFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        h2(phrases.paymentsOfGrant)
        if file.grant.payments.isEmpty {
            p(phrases.noPayments)
        } else {
            listing(
                caption: phrases.paymentsOfGrant,
                [
                    Column(phrases.payment), Column(phrases.amount, isNumber: true), Column(phrases.status),
                    Column(phrases.paidOn),
                ], file.grant.payments.map(row))
        }
    }

    private func row(_ payment: Payment) -> TableRow {
        TableRow([
            link(phrases.payment(payment.number), to: Link.payment(payment.id, of: file.grant.id)),
            HTML(phrases.money(payment.amount)), PaymentBadge(state: payment.state, phrases: phrases).html,
            HTML(payment.transfer.map { phrases.day($0.day) } ?? "–"),
        ])
    }
}

/// How far a payment has come, in a word.
struct PaymentBadge {
    let state: Payment.State
    let phrases: Phrases

    var html: HTML {
        switch state {
        case .paid: badge(phrases.name(state), kind: "good")
        case .failed: badge(phrases.name(state), kind: "bad")
        case .planned, .requested, .attested, .exported, .cancelled: badge(phrases.name(state))
        }
    }
}
