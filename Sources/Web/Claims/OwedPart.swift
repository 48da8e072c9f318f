import Domain
import HTML

/// What is demanded back of a grant and not paid yet: how much, by when, what is left, and where it says how to pay.
struct OwedPart {
    let grant: Grant
    let today: Day
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        for claim in grant.claims where claim.state.isOpen {
            if claim.isAnnulled {
                notice(phrases.laterIsAnnulled, kind: "warning") { p(phrases.laterIsAnnulledMeans) }
            } else {
                notice(phrases.claimToPay, kind: claim.standing(on: today) == .overdue ? "bad" : "warning") {
                    p(phrases.demanded(claim))
                    p { link(phrases.howToPay, to: "\(Link.claim(claim.id, of: grant.id))#payment") }
                }
            }
        }
    }
}

/// Why the account of a grant cannot be changed now; nil where it can.
enum FixedAccount {
    case paymentIsAttested, nothingIsPaid, isNotInForceYet

    init?(of grant: Grant) {
        if grant.state == .awarded {
            self = .isNotInForceYet
        } else if !grant.state.isInForce || grant.isTakenBack {
            self = .nothingIsPaid
        } else if grant.payments.contains(where: \.state.isAttested) {
            self = .paymentIsAttested
        } else {
            return nil
        }
    }
}

extension Phrases {
    /// What is demanded, by which decision and when, and what is left of it.
    func demanded(_ claim: Claim) -> String {
        let paid =
            claim.left == claim.amount
            ? "" : say(" Kvar att betala är \(money(claim.left)).", en: " \(money(claim.left)) is left to pay.")
        return say(
            "Regionen kräver tillbaka \(money(claim.amount)) genom beslut \(claim.reference). Betala senast \(day(claim.dueOn)).\(paid)",
            en:
                "The region demands \(money(claim.amount)) back by decision \(claim.reference). Pay by \(day(claim.dueOn)).\(paid)"
        )
    }

    /// What a grant whose report is settled, or that was demanded back, waits for until it is closed.
    func waitsFor(_ grant: Grant) -> String {
        guard let last = grant.claims.filter(\.state.isOpen).map(\.dueOn).max() else {
            return say(
                "Inget är kvar att reglera. Ärendet avslutas av sig självt, i regel inom någon minut.",
                en: "Nothing is left to settle. The case closes by itself, as a rule within a minute.")
        }
        return say(
            "Ärendet avslutas när \(money(grant.owed)) har betalats tillbaka, senast \(day(last)), eller skrivits av.",
            en: "The case is closed once \(money(grant.owed)) is paid back, by \(day(last)), or written off.")
    }

    /// Why the account stays as it is.
    func why(_ fixed: FixedAccount) -> String {
        switch fixed {
        case .paymentIsAttested:
            say(
                "Kontot kan inte ändras nu: en utbetalning till det är attesterad och på väg. Är kontot fel, säg till handläggaren genast.",
                en:
                    "The account cannot be changed now: a payment to it is attested and on its way. If it is wrong, tell the case officer at once."
            )
        case .nothingIsPaid:
            say(
                "Kontot kan inte ändras: inget mer betalas ut av bidraget.",
                en: "The account cannot be changed: nothing more of the grant is paid.")
        case .isNotInForceYet:
            say("Kontot anges när bidraget har godtagits.", en: "The account is given once the grant is accepted.")
        }
    }
}
