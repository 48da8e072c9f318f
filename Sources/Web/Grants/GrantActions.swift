import Domain
import HTML

/// What a signatory may do with a grant now.
struct GrantActions {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }

    @HTMLBuilder var html: HTML {
        if person.has(.signatory, at: grant.libraryID) {
            if grant.state == .awarded { acceptance }
            if let fixed = FixedAccount(of: grant) {
                p(phrases.why(fixed))
            } else {
                account
            }
            if mayDraw { drawing }
        }
    }

    private var mayDraw: Bool {
        grant.terms.payment == .drawn && grant.undrawn > .zero && (grant.state == .active || grant.state == .reported)
    }

    private var acceptance: HTML {
        section(.class("panel"), .id("acceptance")) {
            h2(phrases.acceptHeading)
            p(phrases.acceptingMeans)
            let terms = file.terms(phrases)
            blockquote { userParagraphs(terms.text) }
            commandButton(
                phrases.accept, to: Link.acceptance(grant.id),
                ["version": "\(grant.revision)", "termsHash": terms.hash], for: request)
            details(summary: phrases.declineHeading, .class("more")) {
                p(phrases.decliningMeans)
                form(action: "\(Link.refusal(grant.id))#error-summary", method: .post, .class("stacked")) {
                    request.formToken
                    hidden(name: "version", value: "\(grant.revision)")
                    typed.lines("reason", 3, hint: phrases.optional)
                    button(phrases.decline, .class("serious"))
                }
            }
        }
    }

    private var account: HTML {
        section(.class("panel"), .id("payee-account")) {
            h2(phrases.payeeAccount)
            p(phrases.accountMeans)
            form(action: "\(Link.payeeAccount(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.radios("kind", PayeeAccount.Kind.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.line("number", hint: phrases.accountHint)
                button(phrases.confirmAccount)
            }
        }
    }

    private var drawing: HTML {
        section(.class("panel"), .id("drawing")) {
            h2(phrases.drawHeading)
            p(phrases.leftToDraw(grant.undrawn))
            form(action: "\(Link.payments(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.amount("amount")
                typed.lines("text", 3, hint: phrases.drawHint)
                button(phrases.draw)
            }
        }
    }
}
