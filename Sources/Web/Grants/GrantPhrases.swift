import Domain

/// What the page of a grant says.
extension Phrases {
    var grantTitle: String { say("Bidraget", en: "The grant") }
    var toTheGrant: String { say("Till bidraget och dess pengar", en: "To the grant and its money") }
    var theMoney: String { say("Pengarna", en: "The money") }
    var grantWaitsForYou: String { say("Ett bidrag väntar på att godtas", en: "A grant is waiting to be accepted") }
    var readAndAccept: String { say("Läs villkoren och godta", en: "Read the terms and accept") }
    var paidSoFar: String { say("Utbetalt", en: "Paid") }
    var underWay: String { say("På väg", en: "Under way") }
    var undrawn: String { say("Inte begärt än", en: "Not asked for yet") }
    var payeeAccount: String { say("Konto för utbetalningen", en: "Account for the payment") }
    var noPayeeAccount: String { say("Inte angivet än", en: "Not given yet") }
    var termsOfGrant: String { say("Bidragets villkor", en: "Terms of the grant") }
    var paymentsOfGrant: String { say("Utbetalningar", en: "Payments") }
    var noPayments: String { say("Inget är på väg att betalas ut.", en: "Nothing is on its way to be paid.") }
    var acceptHeading: String { say("Godta bidraget", en: "Accept the grant") }
    var acceptingMeans: String {
        say(
            "Läs villkoren. När du godtar dem gäller bidraget, och det du har läst sparas ord för ord.",
            en:
                "Read the terms. When you accept them the grant is in force, and what you have read is kept word for word."
        )
    }
    var accept: String { say("Godta villkoren", en: "Accept the terms") }
    var declineHeading: String { say("Tacka nej till bidraget", en: "Decline the grant") }
    var decliningMeans: String {
        say(
            "Pengarna går tillbaka till utlysningen. Händelserna ligger kvar i kalendern, men inget villkor binder dem längre. Det går inte att ångra.",
            en:
                "The money goes back to the call. The events stay in the calendar, but no condition binds them any more. This cannot be undone."
        )
    }
    var decline: String { say("Tacka nej", en: "Decline") }
    var accountMeans: String {
        say(
            "Hit betalar regionen. Du bekräftar kontot för biblioteket.",
            en: "The region pays to it. You confirm it for the library.")
    }
    var accountHint: String { say("Till exempel 123-4566.", en: "Such as 123-4566.") }
    var confirmAccount: String { say("Bekräfta kontot", en: "Confirm the account") }
    var drawHeading: String { say("Begär en utbetalning", en: "Ask for a payment") }
    var drawHint: String { say("Vilka kostnader gäller det?", en: "Which costs is it for?") }
    var draw: String { say("Begär utbetalningen", en: "Ask for the payment") }
    var giroNumber: String {
        say(
            "Skriv ett bankgiro- eller plusgironummer med rätt kontrollsiffra.",
            en: "Give a bankgiro or plusgiro number with its check digit.")
    }

    func leftToDraw(_ money: Money) -> String {
        say("Ni kan begära högst \(self.money(money)).", en: "You can ask for at most \(self.money(money)).")
    }
    func acceptedOn(_ instant: Instant) -> String {
        say("Godtaget \(moment(instant)) av", en: "Accepted \(moment(instant)) by")
    }
    func fingerprint(_ hash: String) -> String {
        say("Kontrollsumma (SHA-256): \(hash)", en: "Checksum (SHA-256): \(hash)")
    }

    func name(_ kind: PayeeAccount.Kind) -> String {
        switch kind {
        case .bankgiro: say("Bankgiro", en: "Bankgiro")
        case .plusgiro: say("Plusgiro", en: "Plusgiro")
        }
    }

    func name(_ mode: Payment.Mode) -> String {
        switch mode {
        case .fixed: say("Hela bidraget på en gång", en: "The whole grant at once")
        case .drawn: say("I delar, när biblioteket begär det", en: "In parts, as the library asks for them")
        }
    }

    func grantField(_ name: String) -> String {
        switch name {
        case "reason": say("Skäl", en: "Reason")
        case "kind": say("Slag av konto", en: "Kind of account")
        case "number": say("Nummer", en: "Number")
        case "amount": amount
        case "text": say("Vad pengarna är till", en: "What the money is for")
        default: name
        }
    }
}
