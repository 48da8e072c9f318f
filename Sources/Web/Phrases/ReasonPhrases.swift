package import Domain

/// Why something was not done.
extension Phrases {
    package func message(_ reason: Refusal.Reason) -> String {
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
        case .callHasNoMoneyLeft:
            say(
                "Pengarna i utlysningen räcker inte.",
                en: "The call does not have enough money left.")
        case .trackHasNoMoneyLeft:
            say("Pengarna i inriktningen räcker inte.", en: "The track does not have enough money left.")
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
        case .callHasNotClosed: say("Utlysningen har inte stängt.", en: "The call has not closed.")
        case .reviewsAreNotDone:
            say("Alla granskningar är inte klara.", en: "Not all reviews are done.")
        case .completionIsNotOverdue:
            say("Tiden för komplettering har inte gått ut.", en: "The time to complete the application has not passed.")
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
        case .eventHasMoved:
            say("Händelsen har flyttats sedan ändringen begärdes.", en: "The event has been moved since.")
        case .newTimeHasPassed: say("Den nya tiden har passerat.", en: "The new time has passed.")
        case .eventWasReplaced:
            say("En händelse har bytts. Ansökan gäller den gamla.", en: "An event of the application was replaced.")
        case .nothingToDemand:
            say(
                "Det finns inget utbetalt att kräva tillbaka för det som är brutet.",
                en: "Nothing was paid that can be demanded back for what is broken.")
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
        case .paymentIsUnderWay:
            say(
                "En utbetalning är på väg. Ekonomi behöver slutföra eller avbryta den först.",
                en: "A payment is under way. Finance needs to make it or cancel it first.")
        case .decisionTakesNothingBack:
            say(
                "Bara ett beslut som håller inne eller kräver tillbaka pengar omprövas för sig. Ett ändrat bidrag ändras på nytt, och efter ett upphävande omprövas beslutet om bidraget.",
                en:
                    "Only a decision that withholds or demands money is reopened by itself. What was amended is amended anew, and after a revocation the decision on the grant is reopened."
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
        case .grantIsNotTakenBack:
            say("Allt som bidraget gav är inte taget tillbaka.", en: "Not all that the grant gave is taken back.")
        case .somethingIsOwed: say("Det finns en skuld kvar.", en: "Something is still owed.")
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
        case .nobodyMaySign:
            say(
                "Ingen är behörig att skriva under för biblioteket. Be administratören lägga till någon.",
                en: "Nobody may sign for the library. Ask the administrator to add somebody.")
        case .fileIsInQuarantine:
            say(
                "Filen väntar på viruskontroll. Försök igen om en stund.",
                en: "The file waits to be scanned for viruses. Try again in a while.")
        case .fileIsInfected:
            say(
                "Viruskontrollen hittade något i filen. Den lämnas inte ut.",
                en: "The virus scan found something in the file. It is not handed out.")
        case .libraryEnds:
            say("Det är redan bestämt när biblioteket upphör.", en: "When the library ends is decided already.")
        case .libraryHasEnded:
            say(
                "Biblioteket har upphört. Välj det som har tagit över.",
                en: "The library has ended. Choose the one that has taken over.")
        case .twoPersonsEndALibrary:
            say(
                "Den som bekräftar ska vara någon annan än den som registrerade. Be en annan handläggare, utvecklare eller administratör.",
                en:
                    "Whoever confirms must be another person than the one who registered. Ask another case officer, developer or administrator."
            )
        case .libraryChangeIsLate:
            say(
                "Dagen har passerat. Ta tillbaka registreringen och registrera på nytt med protokollet eller beslutet som den vilar på.",
                en:
                    "The day has passed. Take this back, and register it anew with the minutes or the decision that it rests on."
            )
        case .libraryChangeIsDone:
            say(
                "Biblioteket har upphört, och det kan bara tas tillbaka före den dagen. Administratören kan lägga upp ett nytt bibliotek.",
                en:
                    "The library has ended, and that can only be taken back before its day. The administrator can enter a new library."
            )
        case .recipientHasEnded:
            say(
                "Biblioteket har lagts ned och inget annat har tagit över, så ingen kan få pengarna. Beslutsfattaren avslår ansökan, eller upphäver bidraget om det redan är beviljat.",
                en:
                    "The library has closed and no other has taken over, so nobody can get the money. The decision maker rejects the application, or revokes the grant if it has been given."
            )
        case .libraryIsOnBoard:
            say("Biblioteket är redan med i nämnden.", en: "The library is on the board already.")
        case .archiveIsNotMade:
            say("Filen för arkivet är inte klar än.", en: "The file for the archive is not made yet.")
        case .twoPersonsPay:
            say(
                "Den som betalar eller tar ut betalfilen ska vara någon annan än den som attesterade.",
                en: "Whoever pays, or takes out the payment file, must be another person than the one who attested.")
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
        }
    }
}
