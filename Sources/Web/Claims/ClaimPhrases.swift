import Domain

/// What is said of settled breaches and of claims.
extension Phrases {
    var settleTitle: String { say("Ta ställning till avvikelsen", en: "Settle the deviation") }
    var settleHeading: String { say("Regionens ställningstagande", en: "What the region decides") }
    var settlingMeans: String {
        say(
            "Biblioteket ska ha fått svara innan pengar dras in. Det som hålls inne betalas inte, och är det redan utbetalt krävs det tillbaka.",
            en:
                "The library is to be heard before money is withheld. What is withheld is not paid, and is claimed back if it was."
        )
    }
    var settle: String { say("Spara ställningstagandet", en: "Save the decision") }
    var nothingToSettle: String {
        say("Det finns inget som du kan ta ställning till.", en: "There is nothing that you can settle.")
    }
    var acceptedHint: String {
        say(
            "Bara om regionen efterskänker. Det som ändå betalas av händelsens belopp.",
            en: "Only to waive: what is paid of the event's share all the same.")
    }
    var dueHint: String { say("Bara om pengar krävs tillbaka.", en: "Only if money is claimed back.") }
    var claimTitle: String { say("Återkravet", en: "The claim") }
    var claims: String { say("Återkrav", en: "Claims") }
    var dueOn: String { say("Ska vara betalt", en: "Due on") }
    var repayments: String { say("Återbetalningar", en: "Repayments") }
    var note: String { say("Anteckning", en: "Note") }
    var recordRepayment: String { say("Bokför återbetalning", en: "Record a repayment") }
    var writeOff: String { say("Skriv av återkravet", en: "Write the claim off") }

    func withheld(_ money: Money) -> String {
        say("\(self.money(money)) hålls inne.", en: "\(self.money(money)) is withheld.")
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
