import Domain
import HTML

/// One payment: how far it has come, who has done what, and what the reader may do.
struct PaymentPage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let payment: Payment
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(grant.id)) }
        h1(phrases.payment(payment.number))
        p(.class("badges")) {
            PaymentBadge(state: payment.state, phrases: phrases).html
            if grant.paymentHold { " "; badge(phrases.paymentIsHeld, kind: "bad") }
        }
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { told(refusal) }
        if refusal == nil { confirmation(request) }
        facts
        PaymentActions(request: request, person: person, file: file, payment: payment, typed: typed).html
    }

    @HTMLBuilder private func told(_ refusal: Refusal) -> HTML {
        refusalNotice(refusal, phrases)
        if !refusal.findings.isEmpty {
            FindingWords(phrases: phrases, libraries: file.libraries).list(refusal.findings, ofHeldCondition: true)
        }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            fact(phrases.applicant) { userText(file.library) }
            fact(phrases.registryNumber, file.application.receipt?.registryNumber)
            fact(phrases.amount, phrases.money(payment.amount))
            if !payment.text.isEmpty { fact(phrases.whatFor) { userText(payment.text) } }
            fact(phrases.payeeAccount, account)
            fact(phrases.requestedOn, payment.requestedAt.map { done($0, payment.requestedBy) })
            fact(phrases.attestedOn, payment.attest.map { done($0.at, $0.by) })
            fact(phrases.batchNumber, payment.batchNumber.map { "\($0)" })
            fact(phrases.paidOn, payment.transfer.map { "\(phrases.day($0.day)), \(name($0.by))" })
            fact(phrases.paymentReference, payment.transfer?.reference)
            fact(phrases.whyEnded, payment.endedBecause)
        }
    }

    private var account: String {
        (payment.attest?.account ?? grant.account).map { "\(phrases.name($0.kind)) \($0)" } ?? phrases.noPayeeAccount
    }

    private func name(_ person: Person.ID) -> String { file.names[person] ?? "–" }

    private func done(_ instant: Instant, _ person: Person.ID?) -> String {
        person.map { "\(phrases.moment(instant)), \(name($0))" } ?? phrases.moment(instant)
    }
}

/// What the reader may do with a payment now; and if they may not, why.
struct PaymentActions {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let payment: Payment
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }
    private var version: [String: String] { ["version": "\(grant.revision)"] }

    @HTMLBuilder var html: HTML {
        if may(.request) {
            commandButton(
                phrases.requestAgain, to: Link.payment(payment.id, of: grant.id, "request"), version, for: request)
        }
        if may(.attest) { attesting }
        if may(.pay) { paying }
        if may(.fail) || may(.cancel) { ending }
    }

    private func may(_ command: Payment.Command) -> Bool {
        let actor = CaseActor(person, inCaseOf: grant.libraryID)
        return Payment.moves.contains {
            $0.command == command && $0.from == payment.state && actor.isActor($0.actor)
                && (grant.terms.payment == .drawn || !$0.guards.contains(.paymentIsDrawn))
        }
    }

    private var attesting: HTML {
        section(.class("panel")) {
            h2(phrases.attestHeading)
            if grant.account == nil {
                p(phrases.message(.payeeIsNotConfirmed))
            } else {
                p(phrases.attestingMeans)
                commandButton(
                    phrases.attest, to: Link.payment(payment.id, of: grant.id, "attestation"), version, for: request)
            }
        }
    }

    private var paying: HTML {
        section(.class("panel")) {
            h2(phrases.payHeading)
            if payment.attest?.by == person.id {
                p { strong(phrases.message(.twoPersonsPay)) }
                p(phrases.twoPersonsExplained)
            } else {
                p(payment.batchNumber.map(phrases.isInBatch) ?? phrases.isInNoBatch)
                form(
                    action: "\(Link.payment(payment.id, of: grant.id, "transfer"))#error-summary", method: .post,
                    .class("stacked")
                ) {
                    request.formToken
                    hidden(name: "version", value: "\(grant.revision)")
                    typed.line("reference")
                    typed.day("paidOn")
                    button(phrases.pay)
                }
            }
        }
    }

    private var ending: HTML {
        let outcomes = [Payment.State.failed, .cancelled].filter { outcome in
            may(outcome == .failed ? .fail : .cancel)
        }
        return details(summary: phrases.endHeading, .class("more")) {
            form(
                action: "\(Link.payment(payment.id, of: grant.id, "ending"))#error-summary", method: .post,
                .class("stacked")
            ) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.radios("outcome", outcomes.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("reason", 3)
                button(phrases.endPayment, .class("serious"))
            }
        }
    }
}
