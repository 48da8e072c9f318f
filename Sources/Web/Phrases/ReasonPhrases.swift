package import Domain

/// Why something was not done: who may, and what a case lets one do until it is decided.
extension Phrases {
    /// Every reason has words in one of four parts, which a test asks for.
    package func message(_ reason: Refusal.Reason) -> String {
        ofCase(reason) ?? ofGrant(reason) ?? ofMoney(reason) ?? ofLibrary(reason) ?? reason.rawValue
    }

    private func ofCase(_ reason: Refusal.Reason) -> String? {
        switch reason {
        case .roleIsMissing: say("Du har inte den roll som behövs.", en: "You do not have the role that is needed.")
        case .conflictOfInterest:
            say(
                "Du är jävig: du arbetar för ett bibliotek i ärendet, har själv deltagit i det eller har anmält jäv.",
                en:
                    "You have a conflict of interest: you work for a library of the case, took part in it, or have declared one."
            )
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
        case .alreadyDecided: say("Ansökan är redan avgjord.", en: "The application has already been decided.")
        case .callHasNotClosed: say("Utlysningen har inte stängt.", en: "The call has not closed.")
        case .reviewsAreNotDone:
            say("Alla granskningar är inte klara.", en: "Not all reviews are done.")
        case .completionIsNotOverdue:
            say("Tiden för komplettering har inte gått ut.", en: "The time to complete the application has not passed.")
        case .fileIsInQuarantine:
            say(
                "Filen väntar på viruskontroll. Försök igen om en stund.",
                en: "The file waits to be scanned for viruses. Try again in a while.")
        case .fileIsInfected:
            say(
                "Viruskontrollen hittade något i filen. Den lämnas inte ut.",
                en: "The virus scan found something in the file. It is not handed out.")
        case .archiveIsNotMade:
            say("Filen för arkivet är inte klar än.", en: "The file for the archive is not made yet.")
        case .delegationIsMissing:
            say(
                "Ingen punkt i delegationsordningen ger dig rätt att fatta det här beslutet i dag.",
                en: "No line of the delegation order lets you make this decision today.")
        case .reclaimIsNotReserved:
            say(
                "Ett bidrag kan inte beviljas utan återkravsförbehåll, och regionen har ingen sådan text i dag.",
                en: "Nothing can be granted without a reclaim reservation, and the region has no such text today.")
        case .conditionTextIsMissing:
            say(
                "Regionen saknar en standardtext som beslutet behöver.",
                en: "The region lacks a standard text that this needs.")
        case .appealTextIsMissing:
            say(
                "Regionen saknar en text om hur beslutet överklagas.",
                en: "The region lacks a text on how the decision is appealed.")
        case .invitationWouldTell:
            say(
                "Utfallen i utlysningen är inte offentliga än, och beslutet skulle publicera en händelse som avslöjar det. Publicera händelsen och inbjudan först, eller låt utfallen bli kända.",
                en:
                    "The outcomes of the call are not told yet, and this would publish an event that tells it. Publish the event and its invitation first, or let the outcomes be known."
            )
        case .outcomeIsNotTold:
            say("Utfallet är inte offentligt än.", en: "The outcome is not public yet.")
        case .caseAwaitsItsOutcome:
            say(
                "Ärendet är färdigt för beslut, och alla utfall i utlysningen blir kända samtidigt. Skriv till regionen om ansökan ska tas tillbaka.",
                en:
                    "The case is ready for its decision, and all outcomes of the call are told at the same time. Write to the region if the application is to be withdrawn."
            )
        case .isAnnounced: say("Beslutet är redan anslaget.", en: "The decision has been posted already.")
        case .outcomesAreTold:
            say(
                "Utfall i utlysningen är redan kända och kan inte döljas igen.",
                en: "Outcomes of the call are known already and cannot be hidden again.")
        case .reviewIsGiven:
            say("Du har redan granskat den här versionen.", en: "You have already reviewed this version.")
        case .reviewsWereSeen:
            say(
                "Granskningarna är klara och du har kunnat läsa dem. Din egen skulle inte längre vara oberoende.",
                en: "The reviews are done and you could read them. Your own would no longer be independent.")
        case .reviewerIsAssigned:
            say("Bedömaren har redan ärendet.", en: "The reviewer has the case already.")
        case .impartialityIsNotSaid:
            say(
                "Säg först om du är jävig. Sedan kan du läsa och granska ansökan.",
                en: "Say first whether you have a conflict of interest. Then you can read and review the application.")
        case .conflictStands:
            say("Jävet är redan anmält.", en: "The conflict of interest has already been declared.")
        case .anotherLiftsConflict:
            say(
                "Någon annan beslutsfattare än den som det gäller, och än den som anmälde jävet, prövar det.",
                en: "Another decision maker than the one concerned, and than the one who declared it, decides on it.")
        default: nil
        }
    }
}
