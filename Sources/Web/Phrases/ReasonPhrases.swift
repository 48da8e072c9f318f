package import Domain

/// Why something was not done.
extension Phrases {
    package func message(_ reason: Refusal.Reason) -> String {
        switch reason {
        case .roleIsMissing: say("Du har inte den roll som behövs.", en: "You do not have the role that is needed.")
        case .conflictOfInterest:
            say(
                "Du är jävig: du arbetar för ett bibliotek i ärendet eller har själv deltagit i det.",
                en: "You have a conflict of interest: you work for a library of the case, or took part in it.")
        case .fourEyesDecide:
            say(
                "Den som beslutar ska vara någon annan än den som har berett ärendet.",
                en: "Whoever decides must be another person than the one who prepared the case.")
        case .wrongState:
            say(
                "Det går inte i det läge som ärendet är i nu.",
                en: "This cannot be done in the present state.")
        case .callIsClosed:
            say(
                "Utlysningen är inte öppen för ansökningar.",
                en: "The call is not open for applications.")
        case .callHasNoMoneyLeft:
            say(
                "Pengarna i utlysningen räcker inte.",
                en: "The call does not have enough money left.")
        case .eventIsCancelled: say("Händelsen är inställd.", en: "The event is cancelled.")
        case .recommendationIsStale:
            say(
                "Något har ändrats sedan ärendet bereddes. Handläggaren behöver lämna ett nytt förslag.",
                en: "Something has changed since the recommendation. The case officer needs to make a new one.")
        case .requestIsRunning:
            say(
                "Samma begäran behandlas redan. Vänta ett ögonblick.",
                en: "The same request is already running. Wait a moment.")
        case .keyIsUsed:
            say(
                "Nyckeln i Idempotency-Key har redan använts för en annan begäran.",
                en: "The Idempotency-Key has been used for another request.")
        case .somebodyElseIsWorking:
            say("Någon annan ändrar just nu. Försök igen.", en: "Somebody else is changing this right now. Try again.")
        case .nothingToDeviateFrom:
            say(
                "Ändringen bryter inget bidragsvillkor som inte redan är brutet. Gör den direkt, utan avvikelse.",
                en:
                    "The change breaks no grant condition that is not broken already. Make it directly, without a deviation."
            )
        case .alreadyDecided: say("Ansökan är redan avgjord.", en: "The application has already been decided.")
        }
    }
}
