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
            "Kryssa i era händelser och skriv hur stor del av det sökta beloppet som gäller var och en.",
            en: "Tick your events and say how much of the amount sought is for each.")
    }
    var noOwnEvents: String {
        say(
            "Ni har ingen kommande händelse att söka för. Skapa en först.",
            en: "You have no coming event to apply for. Make one first.")
    }
    var budgetOfApplication: String { say("Budget och sökt belopp", en: "Budget and amount sought") }
    var budgetHint: String { say("Skriv hela kostnaden i kronor.", en: "Give the whole cost in kronor.") }
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
    func shareOf(_ title: String) -> String { say("Belopp för \(quoted(title))", en: "Amount for \(quoted(title))") }

    func applicationField(_ name: String) -> String {
        switch name {
        case "title": return say("Titel", en: "Title")
        case "purpose": return say("Syfte och innehåll", en: "Purpose and contents")
        case "events": return say("Händelser", en: "Events")
        case "requestedAmount": return say("Sökt belopp", en: "Amount sought")
        case "libraryId": return applicant
        case "attested": return attestation
        case "reason": return reason
        case "budget": return budgetOfApplication
        default:
            let kind = GrantRequest.BudgetLine.Kind(rawValue: String(name.dropFirst("budget.".count)))
            return kind.map { self.name($0) } ?? name
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
