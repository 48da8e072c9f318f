import Domain

/// What the form of an application says.
extension Phrases {
    var newApplication: String { say("Ny ansökan", en: "New application") }
    var editApplication: String { say("Skriv ansökan", en: "Write the application") }
    var aboutTheApplication: String { say("Om ansökan", en: "About the application") }
    var titleHint: String {
        say("Syns i diariet. Skriv inga personnamn.", en: "Shows in the register. Write no names of people.")
    }
    var purposeHint: String {
        say(
            "Vad behöver ni lära er, vad ska ni göra och hur sprids det till andra? Du kan spara och fortsätta senare.",
            en: "What do you need to learn, what will you do and how is it spread? You can save and go on later.")
    }
    var eventsOfApplication: String { say("Händelser som bidraget ska gå till", en: "Events that the grant is for") }
    var eventsHint: String {
        say(
            "Välj era händelser och skriv hur mycket av det sökta beloppet som ska gå till var och en. En rad som lämnas tom räknas inte.",
            en: "Choose your events and say how much of the amount sought is for each. A row left empty does not count."
        )
    }
    var noOwnEvents: String {
        say(
            "Ni har ingen kommande händelse att söka för. Spara utkastet, skapa händelsen och kom sedan tillbaka hit.",
            en: "You have no coming event to apply for. Save the draft, make the event and then come back here.")
    }
    var newEventInNewWindow: String {
        say("Skapa en ny händelse (öppnas i ny flik)", en: "Make a new event (opens in a new tab)")
    }
    var noEvent: String { say("Ingen vald", en: "None chosen") }
    var noCost: String { say("Ingen vald", en: "None chosen") }
    var oneMoreEvent: String { say("Lägg till en händelse", en: "Add an event") }
    var oneMoreLine: String { say("Lägg till en kostnad", en: "Add a cost") }
    var soughtHint: String {
        say(
            "Så mycket som ni söker av regionen, i kronor.", en: "What you seek from the region, in kronor.")
    }
    var budgetOfApplication: String { say("Budget", en: "Budget") }
    var budgetHint: String {
        say(
            "Skriv alla kostnader i kronor, var och en för sig. Samma slag får stå på flera rader, och en tom rad räknas inte.",
            en:
                "Give every cost in kronor, each by itself. One kind may stand in several rows; an empty row does not count."
        )
    }
    var sumOfShares: String { say("Händelsernas delar:", en: "The events' shares:") }
    var sumOfBudget: String { say("Budgetens summa:", en: "Sum of the budget:") }
    var draftIsSaved: String { say("Utkastet är sparat", en: "The draft is saved") }
    var isMended: String {
        say("Det är åtgärdat, och utkastet är sparat", en: "That is mended, and the draft is saved")
    }
    var readAndSubmit: String { say("Läs igenom och skicka in", en: "Read through and submit") }
    func ofSought(_ amount: Money) -> String {
        say("(sökt belopp \(money(amount)), som sparat)", en: "(amount sought \(money(amount)), as saved)")
    }
    func atMost(_ amount: Money) -> String {
        say("Högst \(money(amount)) i den här utlysningen.", en: "At most \(money(amount)) in this call.")
    }

    func applicationField(_ name: String) -> String {
        switch name {
        case "title": return say("Titel", en: "Title")
        case "purpose": return say("Syfte och innehåll", en: "Purpose and contents")
        case "events": return say("Händelser", en: "Events")
        case "requestedAmount": return say("Sökt belopp", en: "Amount sought")
        case "libraryId": return applicant
        case "attested": return attestation
        case "attachments": return attachments
        case "partners": return partnersHeading
        case "reason": return reason
        case "text": return messageText
        case "budget": return budgetOfApplication
        default: return rowField(name) ?? projectField(name) ?? name
        }
    }

    /// What a field in a row of the form is called: `Händelse 1`, `Belopp för händelse 1`.
    private func rowField(_ name: String) -> String? {
        // An operation that knows nothing of rows calls the list `events[0].eventId`.
        if name.hasPrefix("events[") { return applicationField("events") }
        let parts = name.split(separator: ".")
        guard parts.count == 3, let row = Int(parts[1]) else { return nil }
        return switch (parts[0], parts[2]) {
        case ("events", "eventId"): say("Händelse \(row + 1)", en: "Event \(row + 1)")
        case ("events", "costShare"): say("Belopp för händelse \(row + 1)", en: "Amount for event \(row + 1)")
        case ("budget", "kind"): say("Kostnad \(row + 1)", en: "Cost \(row + 1)")
        case ("budget", "amount"): say("Belopp för kostnad \(row + 1)", en: "Amount for cost \(row + 1)")
        default: nil
        }
    }
}

/// What is said of the rule while one writes.
extension Phrases {
    var ruleHolds: String { say("Bidragsregeln är uppfylld", en: "The funding rule holds") }
    var ruleFails: String { say("Bidragsregeln är inte uppfylld än", en: "The funding rule does not hold yet") }
    var ruleIsUnknown: String {
        say(
            "Det går inte att avgöra om bidragsregeln är uppfylld",
            en: "It cannot be told whether the funding rule holds")
    }
    var everythingHolds: String { say("Allt är uppfyllt.", en: "Everything holds.") }
    func evaluatedAt(_ instant: Instant) -> String {
        say("Prövat \(moment(instant)) mot det som är sparat.", en: "Looked at \(moment(instant)), as saved.")
    }
    func inviteAll(_ count: Int) -> String {
        say("Bjud in alla \(number(count)) andra bibliotek", en: "Invite all \(number(count)) other libraries")
    }
}
