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
    var confirmHeading: String { say("Besluta om regleringen", en: "Decide on the settlement") }
    var confirmSettlement: String { say("Besluta så", en: "Decide so") }
    var returnSettlementHeading: String {
        say("Skicka tillbaka förslaget till handläggaren", en: "Send the proposal back to the case officer")
    }
    var grantGaveBefore: String { say("Bidraget var", en: "The grant was") }
    var settlementIsReturned: String { say("Förslaget skickades tillbaka", en: "The proposal was sent back") }
    var settlingMeansDecision: String {
        say(
            "Blir bidraget lägre än det beviljade, eller ska pengar tillbaka, är det här ett förslag som en beslutsfattare tar ställning till.",
            en:
                "Where the grant comes to less than was granted, or money goes back, this is a proposal on which a decision maker decides."
        )
    }
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

    func confirmingMeans(_ proposed: ReportSettlement) -> String {
        let back =
            proposed.claimed > .zero
            ? say(
                "\(money(proposed.claimed)) krävs tillbaka.", en: "\(money(proposed.claimed)) is claimed back.")
            : say("Inget krävs tillbaka.", en: "Nothing is claimed back.")
        return say(
            "Bidraget fastställs till \(money(proposed.entitled)) i stället för \(money(proposed.payable)), genom ett beslut med nummer, skälen ovan och hur man överklagar. \(back) Den som har föreslagit det, eller har handlagt, granskat eller föreslagit i ärendet, kan inte besluta.",
            en:
                "The grant comes to \(money(proposed.entitled)) instead of \(money(proposed.payable)), by a numbered decision with the reasons above and how to appeal. \(back) Whoever proposed it, or handled, reviewed or recommended in the case, cannot decide."
        )
    }
    func evidenceIsAccepted(_ title: String) -> String {
        say(
            "\(title): underlaget för inbjudan och deltagande godtas",
            en: "\(title): the evidence of invitation and attendance is accepted")
    }
}
