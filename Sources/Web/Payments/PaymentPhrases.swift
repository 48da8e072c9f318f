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
        say(
            "Du har attesterat. Be en kollega att betala, för hand eller med en betalfil.",
            en: "You have attested. Ask a colleague to pay, by hand or with a payment file.")
    }
    func isInBatch(_ number: Int) -> String {
        say(
            "Betalningen står i betalfil \(number). Bokför den när banken har betalat filen, och betala den inte för hand.",
            en:
                "The payment is in payment file \(number). Record it once the bank has paid the file; do not pay it by hand."
        )
    }
    var isInNoBatch: String {
        say(
            "Betalningen står inte i någon betalfil. Bokför den när du har betalat den för hand.",
            en: "The payment is in no payment file. Record it once you have paid it by hand.")
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
            """
            En betalfil tar med alla betalningar som någon annan än du har attesterat och som inte är uttagna. Varje \
            attest kommer med en gång; filen kan hämtas igen.
            """,
            en: """
                A payment file takes every payment that somebody other than you has attested and that is in no file yet. \
                Each attest is taken once; the file can be fetched again.
                """
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
}
