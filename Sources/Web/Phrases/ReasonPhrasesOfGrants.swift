import Domain

/// Why something was not done with a grant: its events, its breaches, its report and what a court says.
extension Phrases {
    func ofGrant(_ reason: Refusal.Reason) -> String? {
        switch reason {
        case .eventIsCancelled: say("Händelsen är inställd.", en: "The event is cancelled.")
        case .nothingToDeviateFrom:
            say(
                "Ändringen bryter inget bidragsvillkor som inte redan är brutet. Gör den direkt, utan avvikelse.",
                en:
                    "The change breaks no grant condition that is not broken already. Make it directly, without a deviation."
            )
        case .breachStands:
            say(
                "Ett villkor är brutet och regionen har inte tagit ställning till det än.",
                en: "A condition is broken, and the region has not settled that yet.")
        case .noBreachStands: say("Inget villkor är brutet.", en: "No condition is broken.")
        case .newDateIsNotOffered:
            say(
                "Regionen har inte erbjudit ett nytt datum, eller så har tiden gått ut.",
                en: "No new date is offered, or the time for it has passed.")
        case .eventIsAnothers:
            say("Ett annat bibliotek är huvudarrangör och flyttar händelsen.", en: "Another library leads the event.")
        case .eventHasBegun: say("Händelsen har börjat.", en: "The event has begun.")
        case .eventHasEnded:
            say(
                "Händelsen är slut. Bara texterna, ämnena och länken kan ändras nu.",
                en: "The event has ended. Only its texts, themes and link can be changed now.")
        case .eventHasMoved:
            say("Händelsen har flyttats sedan ändringen begärdes.", en: "The event has been moved since.")
        case .newTimeHasPassed: say("Den nya tiden har passerat.", en: "The new time has passed.")
        case .eventWasReplaced:
            say("En händelse har bytts. Ansökan gäller den gamla.", en: "An event of the application was replaced.")
        case .hostWasNotHeard:
            say(
                "Biblioteket har inte svarat, och tiden att svara har inte gått ut.",
                en: "The library has not replied, and its time to reply has not passed.")
        case .reportIsOverdue:
            say(
                "Redovisningen är försenad. Inga pengar betalas ut innan den har kommit in.",
                en: "The report is overdue. No money is paid before it has come in.")
        case .reportIsNotLongOverdue:
            say(
                "Redovisningen är försenad, men inte så länge att bidraget kan krävas tillbaka eller upphävas för det.",
                en:
                    "The report is overdue, but not for so long that the grant can be demanded back or revoked for that."
            )
        case .decisionIsAnnulled:
            say(
                "En domstol har upphävt eller ändrat beslutet. Inget betalas ut med stöd av det.",
                en: "A court has annulled or changed the decision. Nothing is paid by it.")
        case .reportDraftIsMissing:
            say("Det finns ingen sparad redovisning att skicka in.", en: "There is no saved report to send.")
        case .evidenceIsNotAccepted:
            say(
                "Underlaget för inbjudan och deltagande behöver godtas för varje händelse. Notera att villkoret är brutet om en händelse inte hölls eller om underlaget inte räcker.",
                en:
                    "The evidence of invitation and attendance needs to be accepted for every event. Note that the condition is broken if an event was not held, or its evidence is not good."
            )
        case .decisionCannotBeUndone:
            say(
                "Det som beslutet gjorde kan inte ställas tillbaka: bidraget har ändrats eller gått vidare sedan dess, eller en annan händelse har tagit platsen. Ompröva först det som beslutats senare, låt biblioteket begära en ny ändring, eller ompröva beslutet om bidraget.",
                en:
                    "What the decision did cannot be undone: the grant has changed or gone on since, or another event has taken a place. Reopen first what was decided later, let the library ask for a new change, or reopen the decision on the grant."
            )
        case .settlementIsNotProposed:
            say("Inget förslag väntar på beslut.", en: "No proposal waits for a decision.")
        case .eventsHaveNotEnded: say("Händelserna är inte slut än.", en: "The events have not ended yet.")
        case .conditionsAreNotSettled:
            say("Alla villkor är inte avslutade.", en: "Not all conditions are settled.")
        case .timeRunsFromTheBoard:
            say(
                "Beslutet överklagas genom laglighetsprövning. Den tiden räknas från anslagstavlan.",
                en: "The decision is appealed by legality review. That time is counted from the notice board.")
        case .eventIsStillClosed:
            say(
                "Händelsen bjuder inte in andra bibliotek som villkoret kräver.",
                en: "The event does not invite other libraries as the condition demands.")
        case .breachHasNoGround:
            say(
                "Grunden stämmer inte: händelsen har inte varit än, eller bidragsregeln är uppfylld.",
                en: "The ground is not so: the event has not ended yet, or the funding rule holds for it.")
        case .eventIsNotCancelled: say("Händelsen är inte inställd.", en: "The event is not cancelled.")
        case .grantIsNotInForce: say("Bidraget gäller inte längre.", en: "The grant is no longer in force.")
        case .decisionIsNotFinal:
            say(
                "Beslutet kan fortfarande överklagas.", en: "The decision can still be appealed.")
        default: nil
        }
    }
}
