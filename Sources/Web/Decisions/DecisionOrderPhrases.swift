import Domain

/// What is said of the delegation order, the standard texts and a call's decisions.
extension Phrases {
    var decisionOrderTitle: String { say("Delegationsordning och texter", en: "Delegations and texts") }
    var delegationsHeading: String { say("Delegationsordning", en: "Delegation order") }
    var delegationsMean: String {
        say(
            "Ett beslut kan bara fattas om en punkt täcker utfallet och beloppet den dagen.",
            en: "A decision can be made only if a line covers its outcome and amount on that day.")
    }
    var noDelegations: String {
        say("Ingen punkt finns. Inget kan beslutas.", en: "There is no line. Nothing can be decided.")
    }
    var addDelegation: String { say("Lägg till en punkt", en: "Add a line") }
    var everyDecisionMaker: String { say("Alla beslutsfattare", en: "Every decision maker") }
    var anyAmount: String { say("Utan gräns", en: "No limit") }
    var textsHeading: String { say("Standardtexter", en: "Standard texts") }
    var textsMean: String {
        say(
            "En ny text gäller från sin dag. Beslut som redan är fattade behåller sina ord.",
            en: "A new text holds from its day. What has been decided keeps its words.")
    }
    var addText: String { say("Lägg till en text", en: "Add a text") }
    var fromTomorrow: String { say("Tidigast i morgon.", en: "Tomorrow at the earliest.") }
    var placeholders: String {
        say(
            "Det som står inom klammer fylls i, till exempel {event}, {day}, {amount}, {number}, {library}.",
            en: "What stands in braces is filled in, such as {event}, {day}, {amount}, {number}, {library}.")
    }
    var decisionTermsTitle: String { say("Besluten i utlysningen", en: "The decisions of the call") }
    var keepingBackMeans: String {
        say(
            "Om du anger en tid får ingen utanför regionen veta utfallen före den. En ansökan vars händelser inte redan är publicerade kan då inte beviljas, eftersom inbjudan skulle avslöja beslutet. Det som har blivit känt kan inte döljas igen.",
            en:
                "If you name a time, nobody outside the region learns an outcome before it. An application whose events are not published already cannot be approved then, since the invitation would tell. What is known cannot be hidden again."
        )
    }
    var reportDueHint: String {
        say(
            "Utan dag: sex veckor efter sista händelsen. Kan inte ändras sedan något har beviljats.",
            en: "Without a day: six weeks after the last event. It cannot be changed once anything was granted.")
    }
    var saveTerms: String { say("Spara", en: "Save") }
    var settleDecisionTerms: String { say("Besked och överklagande", en: "Outcomes and appeal") }

    func from(_ day: Day) -> String { say("från \(date(day))", en: "from \(date(day))") }

    func name(_ appeal: Appeal) -> String {
        switch appeal {
        case .legalityReview: say("Laglighetsprövning (kommunallagen)", en: "Legality review")
        case .administrativeAppeal: say("Förvaltningsbesvär (förvaltningslagen)", en: "Administrative appeal")
        }
    }

    func name(_ kind: DecisionTexts.Kind) -> String {
        switch kind {
        case .fundingRule: say("Bidragsregeln", en: "The funding rule")
        case .eventCondition: say("Villkor för en händelse", en: "Condition of an event")
        case .report: say("Redovisning", en: "Report")
        case .reclaimReservation: say("Återkravsförbehåll", en: "Reclaim reservation")
        case .legalityReview: say("Överklagande: laglighetsprövning", en: "Appeal: legality review")
        case .administrativeAppeal: say("Överklagande: förvaltningsbesvär", en: "Appeal: administrative appeal")
        case .announcement: say("Anslag", en: "Announcement")
        case .boardLegalityReview:
            say("Så överklagas en nämnds beslut (laglighet)", en: "Appeal of a board's decision (legality)")
        case .boardAnnouncement: say("Anslag av en nämnds beslut", en: "Announcement of a board's decision")
        case .repayment: say("Så betalas ett återkrav", en: "How a claim is paid")
        case .contact: say("Vem som svarar på frågor om beslutet", en: "Whom to ask about a decision")
        }
    }

    func decisionOrderField(_ name: String) -> String {
        switch name {
        case "number": say("Punkt", en: "Number")
        case "delegationText", "text": say("Text", en: "Text")
        case "outcomes": say("Utfall", en: "Outcomes")
        case "personId": say("Vem", en: "Who")
        case "maximumAmount": say("Högsta belopp", en: "Largest amount")
        case "delegationFrom", "validFrom": say("Gäller från", en: "Holds from")
        case "validTo": say("Gäller till (inte med)", en: "Holds until (not included)")
        case "kind": say("Texten gäller", en: "What the text is for")
        case "language": say("Språk", en: "Language")
        case "today": say("i dag", en: "today")
        case "outcomesToldAt", "outcomesToldAt.date":
            say("Besked lämnas tidigast, dag", en: "Outcomes are told no sooner than, day")
        case "outcomesToldAt.time": say("Klockslag", en: "Time of the clock")
        case "appeal": say("Så överklagas besluten", en: "How decisions are appealed")
        case "reportDueOn": say("Redovisas senast", en: "To be reported on by")
        default: name
        }
    }
}
