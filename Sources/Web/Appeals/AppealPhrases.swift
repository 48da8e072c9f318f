import Domain
import Store

/// What is said of appeals.
extension Phrases {
    var appealsHeading: String { say("Överklaganden", en: "Appeals") }
    var noAppeals: String { say("Ingen har överklagat.", en: "Nobody has appealed.") }
    var isLate: String { say("För sent", en: "Late") }
    var noteAppeal: String { say("Anteckna ett överklagande", en: "Note an appeal") }
    var endAppeal: String { say("Anteckna hur det slutade", en: "Note how it ended") }
    var appealRuns: String {
        say("Prövas. Beslutet får inte laga kraft så länge.", en: "It runs. The decision is not final meanwhile.")
    }
    var lateAppealMeans: String {
        say("Kom in för sent och hindrar inte laga kraft.", en: "It came late and holds nothing up.")
    }
    var mustBeReopened: String { say("Beslutet ska omprövas", en: "The decision is to be reopened") }
    var reopenOnGroundOfCourt: String {
        say(
            "Domstolen har upphävt eller ändrat beslutet. Ompröva det på grunden ”Domstol har upphävt beslutet”.",
            en: "The court has annulled or changed the decision. Reopen it on the ground “A court has annulled it”.")
    }
    var laterIsAnnulled: String { say("Beslutet gäller inte", en: "The decision does not hold") }
    var laterIsAnnulledMeans: String {
        say(
            "Domstolen har upphävt eller ändrat det. En beslutsfattare omprövar det: återkravet släpps, det som har betalats tillbaka betalas ut, och saken prövas på nytt.",
            en:
                "The court has annulled or changed it. A decision maker reopens it: the claim is released, what was paid back is paid out, and the matter is decided anew."
        )
    }
    var endedOnHint: String {
        say("Dagen då avgörandet inte längre kan ändras.", en: "The day from which that can be changed no more.")
    }
    var isNotFinal: String {
        say(
            "Nej: ett överklagande prövas, eller så har domstol ändrat beslutet.",
            en: "No: an appeal runs, or a court has changed the decision.")
    }

    var noteService: String {
        say("Anteckna när parten fick del av beslutet", en: "Note when the party received the decision")
    }
    var serviceMeans: String {
        say(
            "Tiden att överklaga är tre veckor från den dagen (44 § förvaltningslagen), inte från anslagstavlan. Är parterna flera gäller dagen för den sista. Blev det fel antecknar du på nytt: den senaste anteckningen gäller.",
            en:
                "The time to appeal is three weeks from that day (section 44 of the Administrative Procedure Act), not from the notice board. Of several parties it is the day of the last. If it was wrong, note it again: the latest note counts."
        )
    }
    var serviceShownByHint: String {
        say(
            "Till exempel var delgivningskvittot finns, eller varför parten antas ha fått del.",
            en: "Such as where the receipt is kept, or why the party is presumed to have received it.")
    }
    var servedOnHint: String {
        say("Tomt: den dag som är antecknad för beslutet.", en: "Empty: the day that is noted of the decision.")
    }
    var servedOn: String { say("Parten fick del av beslutet", en: "The party received the decision") }
    var isNotServed: String {
        say(
            "Går inte att säga: det är inte antecknat när parten fick del av beslutet. Tiden att överklaga räknas från den dagen, och så länge inget visar den antas att parten inte har fått del.",
            en:
                "Nobody can say: it is not noted when the party received the decision. The time to appeal is counted from that day, and while nothing shows it the party is presumed not to have received it."
        )
    }
    func served(_ service: KeptDocument.Service) -> String {
        "\(date(service.servedOn)) (\(name(service.manner).lowercased()))"
    }
    func name(_ manner: DecisionService.Manner) -> String {
        switch manner {
        case .receipt: say("Delgivningskvitto", en: "Receipt")
        case .presumed: say("Antas ha fått del", en: "Presumed")
        }
    }

    func name(_ outcome: ReceivedAppeal.Outcome) -> String {
        switch outcome {
        case .rejected: say("Avslaget: beslutet står fast", en: "Rejected: the decision stands")
        case .dismissed: say("Avvisat", en: "Dismissed")
        case .annulled: say("Beslutet upphävt", en: "The decision was annulled")
        case .changed: say("Beslutet ändrat", en: "The decision was changed")
        case .withdrawn: say("Återkallat", en: "Withdrawn")
        }
    }

    /// What the fields are called; nil for the fields of others.
    func appealField(_ name: String) -> String? {
        switch name {
        case "receivedOn": say("Kom in", en: "Received")
        case "appellant": say("Vem som överklagar", en: "Who appeals")
        case "servedOn": say("Klaganden fick del av beslutet", en: "The appellant received the decision")
        case "servedDocumentId": say("Beslut som parten fick del av", en: "Decision that was received")
        case "serviceDay": servedOn
        case "serviceManner": say("Hur det är visat", en: "How it is shown")
        case "serviceShownBy": say("Vad som visar det", en: "What shows it")
        case "documentId": say("Vilket beslut", en: "Which decision")
        case "court", "endingCourt": say("Domstol", en: "Court")
        case "courtCaseNumber", "endingCourtCaseNumber": say("Målnummer", en: "Case number of the court")
        case "appealId": say("Överklagande", en: "Appeal")
        case "appealOutcome": say("Utgång", en: "Outcome")
        case "endedOn": say("Slutligt avgjort", en: "Ended for good")
        case "authority", "later.authority": say("Vem har beslutat?", en: "Who has decided?")
        case "board.body", "later.board.body": say("Nämnd", en: "Board")
        case "board.meetingOn", "later.board.meetingOn": say("Sammanträdesdag", en: "Day of the meeting")
        case "board.paragraph", "later.board.paragraph": say("Paragraf", en: "Paragraph")
        case "board.minutes", "later.board.minutes": say("Protokollets beteckning", en: "Reference of the minutes")
        default: nil
        }
    }
}
