import Domain
import Operations
import Store

/// What is said of decisions and their papers.
extension Phrases {
    var noticeBoardTitle: String { say("Anslagstavla", en: "Notice board") }
    var noticeBoardLead: String {
        say(
            "Beslut som regionen har fattat om bidrag till bibliotek och som kan överklagas nu.",
            en: "The region's decisions on library grants that can be appealed now.")
    }
    var noAnnouncements: String {
        say("Inget beslut är anslaget just nu.", en: "No decision is posted at present.")
    }
    var postedOn: String { say("Anslaget", en: "Posted") }
    var appealEndsOn: String { say("Sista dag att överklaga", en: "Last day to appeal") }
    var finalOn: String { say("Laga kraft", en: "Final and binding") }
    var takenDownOn: String { say("Anslaget tas ned", en: "Taken down") }
    var decidedByBoard: String { say("Beslutat av nämnd", en: "Decided by a board") }
    var isDelegated: String { say("Jag beslutar på delegation", en: "I decide by delegation") }
    var boardHasDecided: String {
        say("En nämnd har beslutat, och jag registrerar beslutet", en: "A board has decided, and I register that")
    }
    var registeringMeans: String {
        say(
            "Den som har föreslagit beslutet får inte registrera det, inte heller för en nämnd.",
            en: "Whoever has recommended the decision may not register it, nor for a board.")
    }
    func minutes(_ minutes: BoardMinutes) -> String {
        "\(minutes.body), \(day(minutes.meetingOn)), \(minutes.paragraph) (\(minutes.reference))"
    }
    var isNotAnnounced: String {
        say("Räknas från den dag då beslutet anslås.", en: "Counted from the day on which it is posted.")
    }
    var laterIsNotAnnounced: String {
        say(
            "Inte anslaget än. Tiden att överklaga räknas från den dag då det anslås.",
            en: "Not posted yet. The time to appeal is counted from the day on which it is posted.")
    }
    var termsOfDecision: String { say("Villkor och återkravsförbehåll", en: "Conditions and reclaim reservation") }
    var howToAppeal: String { say("Så överklagar du", en: "How to appeal") }
    var documentsHeading: String { say("Handlingar", en: "Documents") }
    var isNotPrintedYet: String { say("PDF är på väg.", en: "The PDF is on its way.") }
    var announceHeading: String { say("Anslå beslutet", en: "Post the decision") }
    var announcingMeans: String {
        say(
            "Gör det samma dag som protokollet anslås. Överklagandetiden räknas från den dagen, och laga kraft räknas ut.",
            en: "On the day on which the minutes are posted. The time to appeal is counted from that day.")
    }
    var announce: String { say("Anslå nu", en: "Post now") }
    func announce(_ document: DecisionDocument) -> String {
        let name = "\(name(document.kind)) \(document.number)"
        return say("Anslå \(name) nu", en: "Post \(name) now")
    }
    var outcomeIsKeptBack: String { say("Utfallet är inte offentligt än", en: "The outcome is not public yet") }
    var correctHeading: String { say("Rätta ett skrivfel", en: "Correct a clerical error") }
    var correctingMeans: String {
        say(
            "Rättelsen blir en egen handling med nummer. Belopp och utfall kan inte rättas, bara omprövas.",
            en: "It becomes a paper with a number of its own. Amount and outcome cannot be corrected.")
    }
    var correct: String { say("Rätta beslutet", en: "Correct the decision") }
    var reopenHeading: String { say("Ompröva beslutet", en: "Reopen the decision") }
    var reopeningMeans: String {
        say(
            "Beslutet gäller inte längre och ärendet granskas på nytt. Ett bidrag upphör, pengarna går tillbaka till utlysningen och händelserna binds inte längre. Det går bara om inget är utbetalt, eller om allt har kommit tillbaka.",
            en:
                "The decision stands no longer and the case is in review again. A grant ends, its money is the call's again, and its events are bound no longer. Only while nothing is paid, or all of it has come back."
        )
    }
    var reopen: String { say("Ompröva", en: "Reopen") }
    var reopenLaterHeading: String { say("Ompröva ett senare beslut", en: "Reopen a later decision") }
    var reopeningLaterMeans: String {
        say(
            "Beslutet gäller inte längre. Det som krävts genom det krävs inte, och det som har betalats tillbaka planeras som en utbetalning som två personer på ekonomi gör. Villkoret eller redovisningen prövas på nytt. Efter en ändring gäller det som gällde före den, en avslagen ändring väntar på beslut igen, och ett upphävt bidrag gäller igen.",
            en:
                "The decision stands no longer. What it demanded is demanded no longer, and what was paid back is planned as a payment that two persons of finance make. The condition or the report is decided anew. What was amended is as before, a change that was refused waits for a decision again, and a grant that was revoked is in force again."
        )
    }
    var standsNoLonger: String { say("Gäller inte längre", en: "Stands no longer") }
    var referenceHint: String {
        say("Domens målnummer, förbehållet eller skrivelsen.", en: "The judgment, the reservation or the letter.")
    }
    var printsWaitHeading: String { say("Handlingar som inte är utskrivna", en: "Papers that are not printed") }
    var printToolIsMissing: String {
        say(
            "Programmet WeasyPrint finns inte på servern. Installera Debians paket weasyprint; det som väntar skrivs sedan ut av sig självt. Tills dess visas handlingarna som webbsidor.",
            en:
                "The program WeasyPrint is not on the server. Install Debian's package weasyprint; what waits is then printed by itself. Until then papers are shown as web pages."
        )
    }

    func asPDF(_ number: String) -> String { say("\(number) som PDF", en: "\(number) as PDF") }

    func keptBackUntil(_ instant: Instant?) -> String {
        let when = instant.map { moment($0) } ?? ""
        return say(
            "Ingen utanför regionen får veta utfallet före \(when). Då syns det av sig självt och kan anslås.",
            en:
                "Nobody outside the region learns the outcome before \(when). Then it shows by itself and can be posted."
        )
    }

    func printIsTried(_ print: WaitingPrint) -> String {
        say(
            "\(print.attempts) försök, nästa \(moment(print.tryAt)).",
            en: "\(print.attempts) attempts, the next \(moment(print.tryAt)).")
    }

    func name(_ kind: DecisionDocument.Kind) -> String {
        switch kind {
        case .decision: say("Beslut", en: "Decision")
        case .correction: say("Rättelse", en: "Correction")
        case .reopening: say("Omprövning", en: "Reopening")
        case .amendment: say("Ändringsbeslut", en: "Amendment")
        case .changeRefusal: say("Avslag på ändring", en: "Refusal to amend")
        case .withholding: say("Innehållet bidrag", en: "Withholding")
        case .repaymentDemand: say("Återkrav", en: "Repayment demand")
        case .reportSettlement: say("Slutavräkning", en: "Settlement of the report")
        case .revocation: say("Upphävande", en: "Revocation")
        }
    }

    func name(_ ground: Reopening.Ground) -> String {
        switch ground {
        case .court: say("Domstol har upphävt beslutet", en: "A court has annulled it")
        case .reservation: say("Förbehåll i beslutet", en: "A reservation in it")
        case .incorrectInformation: say("Oriktiga uppgifter", en: "Incorrect information")
        case .plainlyWrong: say("Uppenbart felaktigt", en: "Plainly wrong")
        case .betterForApplicant: say("Till fördel för sökanden", en: "Better for the applicant")
        }
    }
}

extension WaitingPrint {
    var toolIsMissing: Bool { fault == Printing.toolIsMissing }
}
