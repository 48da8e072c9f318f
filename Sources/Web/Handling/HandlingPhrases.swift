import Domain

/// What is said of completing an application.
extension Phrases {
    var requestCompletionHeading: String { say("Begär komplettering", en: "Ask for a completion") }
    var requestCompletion: String { say("Skicka begäran", en: "Send the request") }
    var requestingMeans: String {
        say(
            "Biblioteket kan ändra bara det du kryssar i. Det som kom in är bevarat. Tidigare förslag och granskningar gäller inte när kompletteringen har kommit in.",
            en:
                "The library can change only what you tick. What was received is kept. Earlier recommendations and reviews no longer count once the completion is there."
        )
    }
    var completionMessageHint: String {
        say("Skriv vad som saknas och varför det behövs.", en: "Say what is missing and why it is needed.")
    }
    var dueOnHint: String {
        say(
            "Den dagen är den sista. Efter den går ärendet vidare med det som finns.",
            en: "That day is the last one. After it the case goes on with what there is.")
    }
    var completionsHeading: String { say("Kompletteringar", en: "Completions") }
    var regionNeedsMore: String { say("Regionen ber om en komplettering", en: "The region asks for a completion") }
    var mayChange: String { say("Ni kan ändra", en: "You can change") }
    var restIsKept: String { say("Resten är låst.", en: "The rest is locked.") }
    var isWritten: String { say("Ni har ändrat, men inte skickat in", en: "You have changed, and not sent in") }
    var nothingIsWritten: String { say("Ni har inte ändrat något än.", en: "You have not changed anything yet.") }
    var writeCompletion: String { say("Skriv kompletteringen", en: "Write the completion") }
    var sendCompletion: String { say("Skicka in kompletteringen", en: "Send in the completion") }
    var onlySignatoryCompletes: String {
        say(
            "Den som är behörig att skriva under skickar in kompletteringen.",
            en: "Your signatory sends in the completion.")
    }
    var completionIsYours: String {
        say(
            "Det du skriver här ser regionen först när kompletteringen är inskickad.",
            en: "The region sees what you write here only once the completion is sent in.")
    }
    var changedByCompletion: String { say("Ändrat genom komplettering", en: "Changed by completion") }

    func dueBy(_ day: Day) -> String { say("Senast \(self.day(day)).", en: "By \(self.day(day)).") }
    func asked(_ instant: Instant) -> String { say("Begärd \(moment(instant)).", en: "Asked \(moment(instant)).") }
    func parts(_ parts: [GrantRequest.Part]) -> String {
        parts.map { name($0) }.joined(separator: ", ")
    }
    func completedAt(_ instant: Instant) -> String {
        say("Kom in \(moment(instant)).", en: "Received \(moment(instant)).")
    }

    func ended(_ end: CompletionRequest.End?) -> String {
        guard let end else { return say("Väntar på svar.", en: "Awaits an answer.") }
        return switch end.ending {
        case .completed: say("Kom in \(moment(end.endedAt)).", en: "Received \(moment(end.endedAt)).")
        case .overdue: say("Inget kom in i tid.", en: "Nothing was received in time.")
        case .withdrawn: say("Ansökan återkallades.", en: "The application was withdrawn.")
        }
    }
}

/// What is said of going back, and of who handles a case.
extension Phrases {
    var returnHeading: String { say("Lämna tillbaka till granskning", en: "Return to review") }
    var returnToReview: String { say("Lämna tillbaka", en: "Return") }
    var returningMeans: String {
        say(
            "Förslaget gäller inte längre. Handläggaren behöver lämna ett nytt.",
            en: "The recommendation no longer counts. The case officer has to make a new one.")
    }
    var reassign: String { say("Byt handläggare", en: "Change the case officer") }
    var reassignNow: String { say("Byt", en: "Change") }
}

/// What is said of conflicts of interest.
extension Phrases {
    var conflictsHeading: String { say("Jäv", en: "Conflicts of interest") }
    var noConflicts: String {
        say("Ingen har anmält jäv i ärendet.", en: "Nobody has declared a conflict in this case.")
    }
    var declareConflict: String { say("Anmäl jäv", en: "Declare a conflict of interest") }
    var declareConflictNow: String { say("Anmäl", en: "Declare") }
    var declaringMeans: String {
        say(
            "Den som är jävig handlägger, granskar, föreslår och beslutar inte i ärendet (6 kap. 28–32 §§ och 7 kap. 4 § kommunallagen, 16–18 §§ förvaltningslagen). Bara en annan beslutsfattare kan häva det.",
            en:
                "Whoever has a conflict neither handles, reviews, recommends nor decides in the case (Local Government Act, chapters 6 and 7; Administrative Procedure Act, sections 16 to 18). Only another decision maker can lift it."
        )
    }
    var myself: String { say("Jag själv", en: "Myself") }
    var liftConflict: String { say("Häv ett anmält jäv", en: "Lift a declared conflict") }
    var liftConflictNow: String { say("Häv", en: "Lift") }

    func declared(_ instant: Instant) -> String {
        say("Anmält \(moment(instant)) av", en: "Declared \(moment(instant)) by")
    }
    func lifted(_ instant: Instant) -> String { say("Hävt \(moment(instant)) av", en: "Lifted \(moment(instant)) by") }

    func name(_ ground: DeclaredConflict.Ground) -> String {
        switch ground {
        case .ownInterest: say("Eget intresse i saken", en: "Own interest in the matter")
        case .closeRelation: say("Närstående till någon i ärendet", en: "Close relation to somebody in the case")
        case .representative: say("Ombud eller ställföreträdare", en: "Representative or counsel")
        case .earlierInstance: say("Har deltagit i en annan instans", en: "Took part in another instance")
        case .otherCircumstance: say("Annan särskild omständighet", en: "Another special circumstance")
        }
    }

    /// Which conflict it is, and what to do.
    func explained(_ conflict: Impartiality.Conflict) -> String {
        switch conflict {
        case .worksForLibrary:
            say(
                "Du arbetar för ett bibliotek i ärendet. Lämna det till en kollega.",
                en: "You work for a library of the case. Leave it to a colleague.")
        case .tookPart:
            say(
                "Du har själv skrivit i ansökan eller i en av dess händelser. Lämna ärendet till en kollega.",
                en: "You wrote in the application or in one of its events. Leave the case to a colleague.")
        case .declared(let ground):
            say(
                "Jäv är anmält för dig: \(name(ground)). Lämna ärendet till en kollega.",
                en: "A conflict is declared for you: \(name(ground)). Leave the case to a colleague.")
        }
    }
}

/// What is said between the parties.
extension Phrases {
    var messagesHeading: String { say("Meddelanden", en: "Messages") }
    var noMessages: String { say("Inga meddelanden.", en: "No messages.") }
    var writeMessage: String { say("Skriv ett meddelande", en: "Write a message") }
    var sendMessage: String { say("Skicka meddelandet", en: "Send the message") }
    var messageText: String { say("Meddelande", en: "Message") }
    var internalNote: String { say("Intern anteckning", en: "Internal note") }
    var toTheApplicant: String { say("Sökanden och regionen", en: "The applicant and the region") }
    var toTheRegionAlone: String { say("Bara regionen (intern anteckning)", en: "The region alone (internal note)") }

    func name(_ side: CaseMessage.Side) -> String {
        switch side {
        case .applicant: say("sökanden", en: "applicant")
        case .region: say("regionen", en: "region")
        }
    }
}
