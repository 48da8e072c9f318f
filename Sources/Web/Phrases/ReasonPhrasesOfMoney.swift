import Domain

/// Why money does not come or go.
extension Phrases {
    func ofMoney(_ reason: Refusal.Reason) -> String? {
        switch reason {
        case .callHasNoMoneyLeft:
            say(
                "Pengarna i utlysningen räcker inte.",
                en: "The call does not have enough money left.")
        case .trackHasNoMoneyLeft:
            say("Pengarna i inriktningen räcker inte.", en: "The track does not have enough money left.")
        case .acceptanceIsNeeded:
            say("Biblioteket ska först godta villkoren.", en: "The library is to accept the terms first.")
        case .moneyIsOut:
            say(
                "Pengar som har betalats ut har inte kommit tillbaka. Kräv först tillbaka dem (återkrav) och bokför att de har kommit in; det som finns hos banken behöver banken först svara på. Det som är bättre för sökanden och inte tar något tillbaka beslutas som en ändring av bidraget.",
                en:
                    "Money that was paid has not come back. First demand it back and record that it has come in; what is with the bank the bank has to answer first. What is better for the applicant and takes nothing back is decided as a change of the grant."
            )
        case .somethingIsPaid: say("Pengar är redan utbetalda.", en: "Money has already been paid.")
        case .nothingIsPaid: say("Inget är utbetalt.", en: "Nothing has been paid.")
        case .nothingToDemand:
            say(
                "Det finns inget utbetalt att kräva tillbaka för det som är brutet.",
                en: "Nothing was paid that can be demanded back for what is broken.")
        case .paymentIsUnderWay:
            say(
                "En utbetalning är på väg. Ekonomi behöver slutföra eller avbryta den först.",
                en: "A payment is under way. Finance needs to make it or cancel it first.")
        case .grantIsNotTakenBack:
            say("Allt som bidraget gav är inte taget tillbaka.", en: "Not all that the grant gave is taken back.")
        case .somethingIsOwed: say("Det finns en skuld kvar.", en: "Something is still owed.")
        case .twoPersonsPay:
            say(
                "Den som betalar eller tar ut betalfilen ska vara någon annan än den som attesterade.",
                en: "Whoever pays, or takes out the payment file, must be another person than the one who attested.")
        case .dueDayHasPassed:
            say(
                "Sista dagen att betala tillbaka har passerat. Handläggaren behöver föreslå en ny.",
                en: "The last day to pay back has passed. The case officer has to propose another.")
        case .paymentIsOfAFixedSum:
            say(
                "En fast summa makuleras inte, eftersom ingen kan begära den på nytt. Ange i stället att den kom tillbaka.",
                en: "A fixed sum is not cancelled, as nobody could ask for it anew. Record that it came back instead.")
        case .bankHasNotAnswered:
            say(
                "En betalning är hos banken. Ange först om den är utbetald eller kom tillbaka.",
                en: "A payment is with the bank. First record whether it was paid or came back.")
        case .payeeIsNotConfirmed:
            say(
                "Biblioteket har inte angett vart pengarna ska betalas. En behörig företrädare gör det på bidragets sida; har ett annat bibliotek tagit över anger det sitt eget konto. En betalning som redan är attesterad lämnas först tillbaka av ekonomin.",
                en:
                    "The library has not said where the money is to go. A signatory does so on the page of the grant; where another library has taken over, it names its own account. Finance first sends back a payment that is attested already."
            )
        case .grantHasNoMoneyLeft:
            say("Hela bidraget är redan begärt.", en: "The whole grant has already been asked for.")
        case .nothingToExport:
            say(
                "Det finns ingen attesterad betalning som inte redan är uttagen.",
                en: "There is no attested payment that has not been taken out already.")
        default: nil
        }
    }
}
