import Domain
import Store

/// What the pages of payments say.
extension Phrases {
    var paymentsTitle: String { say("Utbetalningar", en: "Payments") }
    var payment: String { say("Utbetalning", en: "Payment") }
    func payment(_ number: Int) -> String { say("Utbetalning \(number)", en: "Payment \(number)") }
    var paidOn: String { say("Betald", en: "Paid on") }
    var requestedOn: String { say("Begärd", en: "Requested") }
    var attestedOn: String { say("Attesterad", en: "Attested") }
    var paymentReference: String { say("Bankens referens", en: "Reference of the bank") }
    var whatFor: String { say("Avser", en: "For") }
    var whyEnded: String { say("Skäl", en: "Reason") }
    var attestHeading: String { say("Attestera", en: "Attest") }
    var attestingMeans: String {
        say(
            "Du intygar att betalningen är riktig. En annan person betalar sedan. Bidragsregeln prövas igen när du trycker på knappen.",
            en:
                "You attest that the payment is right. Another person then pays. The funding rule is looked at again when you press the button."
        )
    }
    var attest: String { say("Attestera betalningen", en: "Attest the payment") }
    var payHeading: String { say("Bokför betalningen", en: "Record the payment") }
    var pay: String { say("Betalningen är gjord", en: "The payment is made") }
    var twoPersonsExplained: String {
        say("Du har attesterat. Be en kollega att betala.", en: "You have attested. Ask a colleague to pay.")
    }
    var endHeading: String {
        say("Betalningen gick inte igenom, eller ska inte göras", en: "It did not go through, or is not to be made")
    }
    var endPayment: String { say("Avsluta betalningen", en: "End the payment") }
    var requestAgain: String { say("Begär utbetalningen", en: "Ask for the payment") }
    var paymentsToDo: String { say("Att göra", en: "To do") }
    var noPaymentsToDo: String { say("Ingen utbetalning väntar.", en: "No payment is waiting.") }
    var batches: String { say("Betalfiler", en: "Payment files") }
    var noBatches: String { say("Ingen betalfil är skapad än.", en: "No payment file has been made yet.") }
    var batchMeans: String {
        say(
            "En betalfil tar med alla attesterade betalningar som inte är uttagna. Varje attest kommer med en gång; filen kan hämtas igen.",
            en:
                "A payment file takes every attested payment that is in no file yet. Each attest is taken once; the file can be fetched again."
        )
    }
    var makeBatch: String { say("Skapa betalfil", en: "Make a payment file") }
    var batchNumber: String { say("Fil", en: "File") }
    var batchMade: String { say("Skapad", en: "Made") }
    func batch(_ number: Int) -> String { say("Betalfil \(number) (CSV)", en: "Payment file \(number) (CSV)") }
    var referenceOfPayment: String { say("Betalningens referens", en: "Reference of the payment") }
    var payee: String { say("Mottagare", en: "Payee") }
    var accountKind: String { say("Kontoslag", en: "Account kind") }
    var accountNumber: String { say("Kontonummer", en: "Account number") }
    var accountIsMissing: String { say("Konto saknas", en: "No account") }
    var numberOfPayments: String { say("Antal", en: "Payments") }

    func name(_ state: Payment.State) -> String {
        switch state {
        case .planned: say("Planerad", en: "Planned")
        case .requested: say("Begärd", en: "Requested")
        case .attested: say("Attesterad", en: "Attested")
        case .exported: say("Hos banken", en: "With the bank")
        case .paid: say("Betald", en: "Paid")
        case .failed: say("Misslyckad", en: "Failed")
        case .cancelled: say("Makulerad", en: "Cancelled")
        }
    }

    func paymentField(_ name: String) -> String {
        switch name {
        case "reference": paymentReference
        case "paidOn": say("Dag för betalningen", en: "Day of the payment")
        case "attestedAt": say("dagen före attesten", en: "the day before the attest")
        case "outcome": say("Vad har hänt?", en: "What has happened?")
        case "reason": whyEnded
        default: name
        }
    }

    /// What is done with the money of a case, in its log; nil for everything else.
    func loggedOfMoney(_ kind: String) -> String? {
        switch kind {
        case "accept": say("Biblioteket godtog bidraget", en: "The library accepted the grant")
        case "activate": say("Bidraget gäller", en: "The grant is in force")
        case "decline": say("Biblioteket tackade nej till bidraget", en: "The library declined the grant")
        case "payee": say("Biblioteket bekräftade sitt konto", en: "The library confirmed its account")
        case "payment-request", "payment-release": say("En utbetalning begärdes", en: "A payment was requested")
        case "payment-attest": say("En utbetalning attesterades", en: "A payment was attested")
        case "payment-pay": say("En utbetalning gjordes", en: "A payment was made")
        case "payment-fail": say("En utbetalning misslyckades", en: "A payment failed")
        case "payment-cancel": say("En utbetalning makulerades", en: "A payment was cancelled")
        case "find-breach":
            say("Regionen fann att ett villkor inte är uppfyllt", en: "The region found a condition broken")
        case "libraries-changed":
            say(
                "Bibliotek upphörde, och ett villkor är inte längre uppfyllt",
                en: "A library ended, and a condition holds no longer")
        case "cured": say("Arrangören har åtgärdat avvikelsen", en: "The host has mended the deviation")
        case "frustrated": say("Ingen kunde hjälpa avvikelsen", en: "Nobody could help the deviation")
        case "waived": say("Regionen efterskänkte avvikelsen", en: "The region waived the breach")
        case "enforced": say("Regionen drog in händelsens pengar", en: "The region withheld the event's money")
        case "repayment": say("En återbetalning bokfördes", en: "A repayment was recorded")
        case "write-off": say("Ett återkrav skrevs av", en: "A claim was written off")
        default: nil
        }
    }
}
