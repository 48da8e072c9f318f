import Domain
import Store

/// What is said of settled breaches and of claims.
extension Phrases {
    var settleTitle: String { say("Ta ställning till avvikelsen", en: "Settle the deviation") }
    var settledTitle: String { say("Hur avvikelsen avgjordes", en: "How the deviation was settled") }
    var settleHeading: String { say("Regionens ställningstagande", en: "What the region decides") }
    var settlingMeans: String {
        say(
            "Biblioteket ska ha fått svara innan pengar dras in. Det som hålls inne betalas inte, och är det redan utbetalt krävs det tillbaka: genom ett beslut med nummer, skälen nedan och hur man överklagar.",
            en:
                "The library is to be heard before money is withheld. What is withheld is not paid, and is claimed back if it was: by a numbered decision with the reasons below and how to appeal."
        )
    }
    var settle: String { say("Spara ställningstagandet", en: "Save the decision") }
    var nothingToSettle: String {
        say("Det finns inget som du kan ta ställning till.", en: "There is nothing that you can settle.")
    }
    /// To a case officer who can do nothing with a breach: who can, and why not they.
    func decisionMakerSettles(isCancelled: Bool) -> String {
        isCancelled
            ? say("En beslutsfattare avgör resten.", en: "A decision maker settles the rest.")
            : say(
                "Händelsen är inte inställd. Då är det en beslutsfattare som avgör avvikelsen: efterskänker eller drar in pengarna.",
                en:
                    "The event is not cancelled. So a decision maker settles the deviation: waives it, or withholds the money."
            )
    }
    var acceptedHint: String {
        say(
            "Bara om regionen efterskänker. Det som ändå betalas av händelsens belopp.",
            en: "Only to waive: what is paid of the event's share all the same.")
    }
    /// While the host may still answer: until when.
    func acceptedUnheardHint(_ due: Instant) -> String {
        say(
            "Bara om regionen efterskänker. Biblioteket har till \(moment(due)) på sig att svara: dessförinnan kan bara hela beloppet godtas.",
            en:
                "Only to waive. The library has until \(moment(due)) to answer: before that only the whole share can be accepted."
        )
    }
    var dueHint: String { say("Bara om pengar krävs tillbaka.", en: "Only if money is claimed back.") }
    var claimTitle: String { say("Återkravet", en: "The claim") }
    var claims: String { say("Återkrav", en: "Claims") }
    var dueOn: String { say("Ska vara betalt", en: "Due on") }
    /// A claim by its reference.
    func claim(_ reference: String) -> String { say("Återkrav \(reference)", en: "Claim \(reference)") }
    var claimsTitle: String { say("Återkrav att följa upp", en: "Claims to follow up") }
    var reference: String { say("Referens", en: "Reference") }
    var howToPay: String { say("Så betalar ni", en: "How to pay") }
    var howToPayIsMissing: String {
        say(
            "Regionen har inte skrivit hur beloppet betalas. Fråga handläggaren.",
            en: "The region has not said how it is paid. Ask the case officer.")
    }
    var overdueClaims: String { say("Förfallna återkrav", en: "Overdue claims") }
    var overdueClaimsMean: String {
        say(
            "Dagen då pengarna skulle ha kommit har passerat. Ekonomi bokför det som kommer in; en beslutsfattare kan skriva av resten.",
            en:
                "The day on which the money was due has passed. Finance records what comes in; a decision maker may write the rest off."
        )
    }
    var claimToPay: String { say("Pengar ska betalas tillbaka", en: "Money is to be paid back") }
    func owed(_ claim: Claim) -> String {
        say("\(money(claim.left)) senast \(day(claim.dueOn))", en: "\(money(claim.left)) by \(day(claim.dueOn))")
    }
    func claimsFound(_ sum: SumOfClaims) -> String {
        let count =
            sum.count == 1 ? say("1 återkrav", en: "1 claim") : say("\(sum.count) återkrav", en: "\(sum.count) claims")
        return say(
            "\(count) på tillsammans \(money(sum.amount)). Kvar att betala: \(money(sum.left)).",
            en: "\(count) of \(money(sum.amount)) together. Left to pay: \(money(sum.left)).")
    }

    func name(_ filter: ClaimFilter) -> String {
        switch filter {
        case .open: say("Öppna", en: "Open")
        case .due: name(Claim.Standing.due)
        case .overdue: name(Claim.Standing.overdue)
        case .repaid: name(Claim.Standing.repaid)
        case .writtenOff: name(Claim.Standing.writtenOff)
        case .released: name(Claim.Standing.released)
        }
    }

    func name(_ standing: Claim.Standing) -> String {
        switch standing {
        case .due: name(Claim.State.due)
        case .overdue: say("Förfallet", en: "Overdue")
        case .repaid: name(Claim.State.repaid)
        case .writtenOff: name(Claim.State.writtenOff)
        case .released: name(Claim.State.released)
        }
    }
    var repayments: String { say("Återbetalningar", en: "Repayments") }
    var note: String { say("Anteckning", en: "Note") }
    var recordRepayment: String { say("Bokför återbetalning", en: "Record a repayment") }
    /// Of a condition that is waived and binds on.
    func bindsOn(since: Instant) -> String {
        say(
            "Avvikelsen efterskänktes \(moment(since)). I övrigt gäller villkoret som förut till dess att redovisningen är reglerad.",
            en:
                "The deviation was waived \(moment(since)). In all else the condition applies as before, until the report is settled."
        )
    }
    var writeOff: String { say("Skriv av återkravet", en: "Write the claim off") }

    func withheld(_ money: Money) -> String {
        say("\(self.money(money)) av bidraget dras in", en: "\(self.money(money)) of the grant is withdrawn")
    }

    func name(_ outcome: Condition.Settlement.Outcome) -> String {
        switch outcome {
        case .cured: say("Åtgärdat", en: "Cured")
        case .frustrated: say("Ingen kunde hjälpa det", en: "Nobody could help it")
        case .waived: say("Efterskänkt", en: "Waived")
        case .enforced: say("Pengarna dras in", en: "The money is withheld")
        }
    }

    func name(_ choice: SettlementChoice) -> String {
        switch choice {
        case .frustrated: say("Ingen kunde hjälpa det: pengarna väntar", en: "Nobody could help it: the money waits")
        case .waived: say("Efterskänk", en: "Waive")
        case .enforced: say("Dra in händelsens pengar", en: "Withhold the event's money")
        }
    }

    func name(_ state: Claim.State) -> String {
        switch state {
        case .due: say("Ska betalas", en: "Due")
        case .repaid: say("Återbetalt", en: "Repaid")
        case .writtenOff: say("Avskrivet", en: "Written off")
        case .released: say("Släppt: beslutet gäller inte", en: "Released: its decision stands no longer")
        }
    }

    func settlementField(_ name: String) -> String {
        switch name {
        case "outcome": say("Ställningstagande", en: "Decision")
        case "reasons": say("Skäl", en: "Reasons")
        case "acceptedAmount": say("Godtaget belopp", en: "Accepted amount")
        case "dueOn": dueOn
        case "amount": amount
        case "paidOn": say("Dag", en: "Day")
        case "reference": paymentReference
        default: caseField(name)
        }
    }
}
