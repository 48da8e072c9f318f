import Domain

/// What is said of the report of a grant.
extension Phrases {
    var reportTitle: String { say("Redovisningen", en: "The report") }
    var writeReport: String { say("Redovisa bidraget", en: "Report the grant") }
    var readReport: String { say("Läs redovisningen", en: "Read the report") }
    var reportDueOn: String { say("Redovisas senast", en: "Report due on") }
    var reportIsOverdue: String { say("Redovisningen är försenad", en: "The report is overdue") }
    var reportOverdueMeans: String {
        say(
            "Inga pengar betalas ut innan redovisningen har kommit in.",
            en: "No money is paid before the report has come in.")
    }
    var invitedLibraries: String { say("Inbjudna bibliotek", en: "Invited libraries") }
    var inviteEvidence: String { say("I regionens kalender sedan", en: "In the region's calendar since") }
    var deviationsHint: String {
        say(
            "Vad blev annorlunda än det var tänkt? Behövs om händelsen inte har genomförts.",
            en: "What became different? Needed if the event was not carried out.")
    }
    var guestsHeading: String { say("Anmälda och deltagare", en: "Registered and attending") }
    var guestsHint: String {
        say(
            "Öppna listan och fyll i för de bibliotek som hade någon anmäld eller på plats. De andra kan vara tomma.",
            en:
                "Open the list and fill in for libraries that had somebody registered or attending. Leave the others empty."
        )
    }
    func moreGuests(_ count: Int) -> String {
        count == 1
            ? say("Lägg till bibliotek (1)", en: "Add libraries (1)")
            : say("Lägg till bibliotek (\(number(count)))", en: "Add libraries (\(number(count)))")
    }
    var refusedHint: String {
        say(
            "Från andra bibliotek än ert: de som fick nej eller stod kvar på väntelista. Ingen: skriv 0.",
            en: "From other libraries: those who were refused or stayed on the waiting list. None: write 0.")
    }
    var outcomeHeading: String { say("Utfall mot budget", en: "Outcome and budget") }
    var totalHint: String {
        say(
            "Ska stämma med raderna ovanför. Lämna tomt, så räknas raderna ihop när ni skickar in.",
            en: "Adds up with the lines above. Left empty, it is their sum when you send the report.")
    }
    var reportLearnings: String { say("Lärdomar och spridning", en: "What was learned, and sharing it") }
    var supportHint: String {
        say(
            "Gäller inbjudan, program och annat material om händelserna.",
            en: "In the invitation, the programme and other material of the events.")
    }
    var saveReport: String { say("Spara", en: "Save") }
    var sendReport: String { say("Skicka in redovisningen", en: "Send the report") }
    var signatorySends: String {
        say("Den som är behörig företrädare skickar in den.", en: "A signatory sends it.")
    }
    var wasCarriedOut: String { say("Händelsen har genomförts.", en: "The event was carried out.") }
    var wasNotCarriedOut: String { say("Händelsen har inte genomförts.", en: "The event was not carried out.") }
    var guestLibrary: String { say("Bibliotek", en: "Library") }
    var registeredGuests: String { say("Anmälda", en: "Registered") }
    var attendedGuests: String { say("Deltog", en: "Attended") }
    var plannedCost: String { say("Budget", en: "Budget") }
    var outcomeOfCost: String { say("Utfall", en: "Outcome") }
    var differenceOfCost: String { say("Skillnad", en: "Difference") }
    var sumOfCosts: String { say("Summa", en: "Total") }

    func planned(_ money: Money) -> String {
        say("Budget: \(self.money(money))", en: "Budget: \(self.money(money))")
    }
    func reportIsDue(_ day: Day) -> String {
        say("Redovisningen ska vara inne senast \(date(day)).", en: "The report is due on \(date(day)).")
    }
    func sentReport(_ number: Int) -> String {
        say("Redovisning nr \(self.number(number))", en: "Report no. \(self.number(number))")
    }
    func reportWasReturned(_ number: Int) -> String {
        say(
            "Regionen vill att redovisning nr \(self.number(number)) kompletteras",
            en: "The region wants more of report no. \(self.number(number))")
    }
    func refusedOthers(_ count: Int) -> String {
        say(
            "Från andra bibliotek fick \(number(count)) ingen plats.",
            en: "From other libraries \(number(count)) got no seat.")
    }

    /// What a field of the report is called.
    func reportField(_ name: String, _ file: ReportFile) -> String {
        let parts = name.split(separator: ".").map(String.init)
        switch (parts.first, parts.last) {
        case ("events", "carriedOut"): return say("Har händelsen genomförts?", en: "Was the event carried out?")
        case ("events", "deviations"): return say("Avvikelser", en: "Deviations")
        case ("events", "refused"):
            return say("Fick ingen plats, från andra bibliotek", en: "Got no seat, from other libraries")
        case ("events", .some(let library)) where parts.count == 4:
            let guest = Library.ID(library).map { file.libraries[$0] } ?? "–"
            return parts[2] == "registered"
                ? say("Anmälda, \(guest)", en: "Registered, \(guest)")
                : say("Deltog, \(guest)", en: "Attended, \(guest)")
        case ("outcome", .some(let kind)):
            return Report.Line.Kind(rawValue: kind).map { self.name($0) } ?? outcomeHeading
        default: return reportField(name)
        }
    }

    private func reportField(_ name: String) -> String {
        switch name {
        case "total": say("Kostnad i allt", en: "Cost in all")
        case "ownContribution": say("Egen insats", en: "Own contribution")
        case "otherFunding": say("Annan finansiering", en: "Other funding")
        case "learnings": say("Vad har ni lärt er?", en: "What have you learned?")
        case "materialLink": say("Adress till material att dela", en: "Address of material to share")
        case "supportWasTold":
            say("Det framgick att händelserna fick stöd från regionen", en: "It was told that the region gave support")
        case "attested":
            say("Jag intygar att uppgifterna är riktiga", en: "I attest that the information is correct")
        case "accepted": say("Godtagna händelser", en: "Accepted events")
        case "reasons", "returnReasons", "settlementReasons": say("Skäl", en: "Reasons")
        case "dueOn": dueOn
        case "returnDueOn": say("Nytt sista datum", en: "New last day")
        default: caseField(name)
        }
    }
}
