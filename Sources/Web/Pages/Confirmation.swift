import Domain
import HTML

/// Says that something was done, and when. What needs more words than these has a part of its own.
@HTMLBuilder func confirmation(_ request: WebRequest, @HTMLBuilder more: () -> HTML = { .empty }) -> HTML {
    if let (done, at) = request.done, let text = request.phrases.said(done) {
        div(.class("notice notice-good"), .id(Link.doneID), .role(.status), .tabIndex(-1)) {
            h2(text)
            p(request.phrases.doneAt(at))
            more()
        }
    }
}

extension Phrases {
    fileprivate func doneAt(_ instant: Instant) -> String {
        say("Kl. \(clock(instant)).", en: "At \(clock(instant)).")
    }

    /// That something was done; nil where the page says it at length.
    func said(_ done: Done) -> String? {
        switch done {
        case .deviation: nil
        case .published: say("Publicerat", en: "Published")
        case .cancelled: say("Händelsen är inställd", en: "The event is cancelled")
        case .invitation: say("Inbjudan är sparad", en: "The invitation is saved")
        case .hosting: say("Ni är nu medarrangör", en: "You are now a co-host")
        case .notHosting: say("Ni är inte medarrangör", en: "You are not a co-host")
        case .eventSaved: say("Händelsen är sparad", en: "The event is saved")
        case .callSaved: say("Utlysningen är sparad", en: "The call is saved")
        case .questionsSaved: say("Frågorna är sparade", en: "The questions are saved")
        case .rubricSaved: say("Bedömningskriterierna är sparade", en: "The criteria are saved")
        case .registerChanged: say("Registret är ändrat", en: "The register is changed")
        case .orderSaved: say("Beslutsordningen är sparad", en: "The decision order is saved")
        case .termsSaved: say("Villkoren för beslut är sparade", en: "The terms of decisions are saved")
        default: ofApplication(done)
        }
    }

    private func ofApplication(_ done: Done) -> String? {
        switch done {
        case .draftSaved: draftIsSaved
        case .repaired: isMended
        case .signatureAsked: say("De som får skriva under är tillfrågade", en: "Those who may sign have been asked")
        case .withdrawn: say("Ansökan är återkallad", en: "The application is withdrawn")
        case .completed: say("Kompletteringen är inskickad", en: "The completion is sent in")
        case .completionSaved: say("Kompletteringen är sparad", en: "The completion is saved")
        case .fileAdded: say("Filen är bifogad", en: "The file is attached")
        case .fileRemoved: say("Filen är borttagen", en: "The file is removed")
        case .partnersSaved: say("De som deltar är sparade", en: "Those who take part are saved")
        case .coApplying: say("Ni är nu medsökande", en: "You are now a co-applicant")
        case .notCoApplying: say("Ni är inte medsökande", en: "You are not a co-applicant")
        case .said: say("Meddelandet är skickat", en: "The message is sent")
        default: ofGrant(done)
        }
    }

    private func ofGrant(_ done: Done) -> String? {
        switch done {
        case .accepted: say("Bidraget är godtaget", en: "The grant is accepted")
        case .declined: say("Ni har tackat nej till bidraget", en: "You have declined the grant")
        case .accountConfirmed: say("Kontot är bekräftat", en: "The account is confirmed")
        case .paymentPlanned: say("Betalningen är begärd", en: "The payment is asked for")
        case .paymentRequested: say("Utbetalningen är begärd", en: "The payment is requested")
        case .paymentAttested: say("Betalningen är attesterad", en: "The payment is attested")
        case .paymentEnded: say("Betalningen är avslutad", en: "The payment is ended")
        case .paid: say("Betalningen är bokförd", en: "The payment is recorded")
        case .exported: say("Betalfilen är skapad", en: "The payment file is made")
        case .settled: say("Ställningstagandet är sparat", en: "The decision is saved")
        case .reported: say("Redovisningen är inskickad", en: "The report is sent")
        case .replied: say("Svaret är skickat", en: "The answer is sent")
        default: ofGrantLater(done)
        }
    }

    private func ofGrantLater(_ done: Done) -> String? {
        switch done {
        case .changeRequested: say("Ändringen är begärd", en: "The change is asked for")
        case .changeDecided: say("Ändringen är avgjord", en: "The change is decided")
        case .changeWithdrawn: say("Ändringen är återkallad", en: "The change is withdrawn")
        case .newDateOffered: say("Ett nytt datum är erbjudet", en: "A new date is offered")
        case .successorNamed: say("Den nya händelsen är vald", en: "The new event is chosen")
        case .successorProposed: say("Den nya händelsen är föreslagen", en: "The new event is proposed")
        case .repaymentRecorded: say("Återbetalningen är bokförd", en: "The repayment is recorded")
        case .claimWrittenOff: say("Fordran är avskriven", en: "The claim is written off")
        case .entryTakenBack: say("Det bokförda är återtaget", en: "What was booked is taken back")
        case .reportSaved: say("Redovisningen är sparad", en: "The report is saved")
        case .reportReturned: say("Redovisningen är skickad tillbaka", en: "The report is sent back")
        case .settlementProposed: say("Slutavräkningen är sparad", en: "The settlement is saved")
        case .settlementConfirmed: say("Slutavräkningen är bekräftad", en: "The settlement is confirmed")
        case .settlementReturned: say("Slutavräkningen är skickad tillbaka", en: "The settlement is sent back")
        case .breachFound: say("Avvikelsen är antecknad", en: "The breach is recorded")
        case .grantEnded: say("Beslutet om bidraget är fattat", en: "The decision on the grant is made")
        default: atDesk(done)
        }
    }

    private func atDesk(_ done: Done) -> String? {
        switch done {
        case .handled: say("Du handlägger ärendet", en: "You handle the case")
        case .recommended: say("Förslaget till beslut är sparat", en: "The recommendation is saved")
        case .decided: say("Beslutet är fattat", en: "The decision is made")
        case .dismissed: say("Ansökan är avvisad", en: "The application is dismissed")
        case .announced: say("Beslutet är anslaget", en: "The decision is posted on the notice board")
        case .corrected: say("Beslutet är rättat", en: "The decision is corrected")
        case .reopened: say("Beslutet är upphävt", en: "The decision is reopened")
        case .completionAsked: say("Kompletteringen är begärd", en: "The completion is asked for")
        case .returned: say("Ärendet är tillbaka i granskning", en: "The case is back in review")
        case .reassigned: say("Ärendet har en ny handläggare", en: "The case has another case officer")
        case .written: say("Det du skrev står i ärendet", en: "What you wrote stands in the case")
        case .appealNoted: say("Överklagandet är antecknat", en: "The appeal is noted")
        case .appealEnded: say("Hur överklagandet slutade är antecknat", en: "How the appeal ended is noted")
        case .served: say("Mottagandet av beslutet är antecknat", en: "The receipt of the decision is noted")
        case .archiveOrdered: say("Arkivfilen är beställd", en: "The archive file is ordered")
        default: ofReviews(done)
        }
    }

    private func ofReviews(_ done: Done) -> String? {
        switch done {
        case .conflictDeclared: say("Jävet är antecknat", en: "The conflict of interest is recorded")
        case .conflictLifted: say("Jävet är hävt", en: "The conflict of interest is lifted")
        case .reviewed: say("Granskningen är lämnad", en: "The review is given")
        case .reviewerAssigned: say("Bedömaren har fått ansökan", en: "The reviewer has the application")
        case .reviewerWithdrawn:
            say("Ansökan är tagen från bedömaren", en: "The application is taken from the reviewer")
        case .impartial:
            say("Du har svarat att du inte är jävig", en: "You have said that you have no conflict of interest")
        case .reviewDeclined:
            say("Ansökan har gått tillbaka till regionen", en: "The application went back to the region")
        default: nil
        }
    }
}
