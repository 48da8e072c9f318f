import Domain

/// What is said of how the region settles a report.
extension Phrases {
    var settlementOfReport: String { say("Reglering av redovisningen", en: "Settlement of the report") }
    var entitled: String { say("Bidraget blir", en: "The grant comes to") }
    var toComeBack: String { say("Ska betalas tillbaka", en: "Is to come back") }
    var toTheCall: String { say("Åter till utlysningen", en: "Back to the call") }
    var proposedBy: String { say("Handlagd av", en: "Handled by") }
    var confirmedBy: String { say("Bekräftad av", en: "Confirmed by") }
    var settleReportHeading: String { say("Godta redovisningen", en: "Accept the report") }
    var settleReport: String { say("Godta och reglera", en: "Accept and settle") }
    var settlementIsProposed: String {
        say(
            "Förslaget ovan väntar på en beslutsfattare. Stämmer det inte, begär komplettering av redovisningen.",
            en: "The proposal above waits for a decision maker. If it is wrong, return the report.")
    }
    var returnReportHeading: String { say("Begär komplettering av redovisningen", en: "Return the report") }
    var returnReport: String { say("Skicka tillbaka", en: "Return it") }
    var confirmHeading: String { say("Bekräfta återkravet", en: "Confirm that money goes back") }
    var confirmSettlement: String { say("Bekräfta", en: "Confirm") }
    var closedOn: String { say("Avslutat", en: "Closed on") }
    var keepUntil: String { say("Bevaras till", en: "Kept until") }
    var keptForEver: String {
        say("Bevaras. Det finns inget gallringsbeslut.", en: "For ever: there is no disposal decision.")
    }
    var disposalDecision: String { say("Gallringsbeslut", en: "Disposal decision") }
    var worthALook: String { say("Titta gärna en gång till", en: "Worth another look") }
    var cameUnannouncedHint: String {
        say(
            "Fler än som var anmälda. Stämmer det, till exempel för att några kom oanmälda?",
            en: "More than had registered. Is that right, such as since some came unannounced?")
    }
    var reportIsReturned: String { say("Redovisningen ska kompletteras", en: "The report was returned") }
    var reportsHeading: String { say("Redovisningar", en: "Reports") }
    var reportIsSoonDue: String { say("Snart dags", en: "Due soon") }
    var reportIsToDemand: String { say("Kan återkrävas", en: "May be demanded back") }
    var reportIsToSettle: String { say("Ska granskas", en: "To settle") }
    var reportIsToConfirm: String { say("Ska bekräftas", en: "To confirm") }

    func confirmingMeans(_ money: Money) -> String {
        say(
            "\(self.money(money)) krävs tillbaka genom ett beslut med nummer, skälen ovan och hur man överklagar. Den som har föreslagit det, eller har handlagt, granskat eller föreslagit i ärendet, kan inte bekräfta det.",
            en:
                "\(self.money(money)) is claimed back by a numbered decision with the reasons above and how to appeal. Whoever proposed it, or handled, reviewed or recommended in the case, cannot confirm it."
        )
    }
    func evidenceIsAccepted(_ title: String) -> String {
        say(
            "\(title): underlaget för inbjudan och deltagande godtas",
            en: "\(title): the evidence of invitation and attendance is accepted")
    }

    /// What is done with a report, in the log of its case; nil for everything else.
    func loggedOfReports(_ kind: String) -> String? {
        switch kind {
        case "report": say("Biblioteket skickade in redovisningen", en: "The library sent its report")
        case "return-report":
            say("Regionen begärde komplettering av redovisningen", en: "The region returned the report")
        case "settle": say("Redovisningen godtogs", en: "The report was settled")
        case "propose-settlement":
            say("En återbetalning föreslogs efter redovisningen", en: "It was proposed that money goes back")
        case "confirm-settlement": say("Återbetalningen bekräftades", en: "It was confirmed that money goes back")
        case "close": say("Bidraget avslutades", en: "The grant was closed")
        default: nil
        }
    }
}
