import Store

/// What the pages about the service say.
extension Phrases {
    var aboutTitle: String { say("Om Samlyft", en: "About Samlyft") }
    var aboutLead: String {
        say(
            "Med Samlyft lär sig regionens bibliotek tillsammans. Bibliotek planerar kompetensutveckling, bjuder in varandras personal och söker bidrag. Regionen beslutar. Alla hittar händelserna i en gemensam kalender.",
            en:
                "With Samlyft the libraries of the region learn together. Libraries plan training, invite each other's staff and apply for grants. The region decides. Everybody finds the events in one calendar."
        )
    }
    var aboutTheRule: [String] {
        [
            say(
                "Tjänsten prövar regeln mot det som verkligen gäller, från utkast tills händelsen är slut, och visar vad som saknas och hur det kan rättas.",
                en:
                    "The service looks at the rule as things really are, from draft until the event has ended, and shows what is missing and how to mend it."
            ),
            say(
                "När ett bidrag beviljas går inbjudan ut i samma stund. Måste arrangören ändra eller ställa in går det alltid, men då får regionen veta det genast.",
                en:
                    "When a grant is approved the invitation goes out in the same moment. A host who must change or cancel always can, but then the region is told at once."
            ),
            say(
                "Villkoret är att bjuda in. Att ingen annan kom är inget brott mot regeln.",
                en: "The condition is to invite. That nobody else came is no breach."),
        ]
    }
    var moreAbout: String { say("Läs mer", en: "Read more") }
    var earlierAwards: String { say("Beviljade bidrag", en: "Grants awarded") }
    var awardsLead: String {
        say(
            "Det som har beviljats i Samlyft har beslutsdag. Det som regionen har publicerat tidigare har år: det är beslut från före tjänsten, och deras beslutsbrev finns inte här.",
            en:
                "What was awarded in Samlyft has the day of its decision. What the region published before has its year: those decisions are from before the service, and their letters are not here."
        )
    }
    func awards(_ count: Int, amount: String) -> String {
        count == 1
            ? say("1 bidrag, \(amount)", en: "1 grant, \(amount)")
            : say("\(count) bidrag, sammanlagt \(amount)", en: "\(count) grants, \(amount) in all")
    }
    var nothingGrantedYet: String { say("Inget har beviljats här än.", en: "Nothing has been awarded here yet.") }
    var grantee: String { say("Mottagare", en: "Grantee") }
    var purposeOfGrant: String { say("Ändamål", en: "Purpose") }
    var outboxTitle: String { say("Utkorgen", en: "Outbox") }
    var outboxLead: String {
        say(
            "Det här skulle ha gått ut. Sidan finns bara i provmiljön.",
            en: "This would have gone out. The page exists for trying only.")
    }
    var outboxIsEmpty: String { say("Inget har hänt än.", en: "Nothing has happened yet.") }
    var topic: String { say("Ämne", en: "Topic") }
    var content: String { say("Innehåll", en: "Content") }

    func topic(_ name: String) -> String {
        switch OutboxMessage.Topic(rawValue: name) {
        case .applicationReceived: say("Ansökan har kommit in", en: "Application received")
        case .applicationWithdrawn: say("Ansökan är återkallad", en: "Application withdrawn")
        case .decisionMade: say("Beslut är fattat", en: "Decision made")
        case .publicationOverdue:
            say("En utlovad inbjudan skulle ha gått ut", en: "A promised invitation was to have gone out")
        case .invitationPublished: say("Inbjudan har gått ut", en: "Invitation published")
        case .eventCancelled: say("Händelsen är inställd", en: "Event cancelled")
        case .eventChanged:
            say("En händelse som fått bidrag har ändrats", en: "An event that a grant depends on was changed")
        case .deviationReported: say("Avvikelse är anmäld", en: "Deviation reported")
        case .breachAnswered: say("Svar på en avvikelse har kommit in", en: "Reply to a deviation received")
        case .decisionCorrected: say("Beslut är rättat", en: "Decision corrected")
        case .decisionReopened: say("Beslut omprövas", en: "Decision reopened")
        case .appealReceived: say("Ett överklagande har kommit in", en: "Appeal received")
        case .appealEnded: say("Ett överklagande är avgjort", en: "Appeal ended")
        case .completionRequested: say("Komplettering är begärd", en: "Completion requested")
        case .completionReceived: say("Komplettering har kommit in", en: "Completion received")
        case .completionEnded: say("Tiden för komplettering är slut", en: "Time to complete has passed")
        case .returnedToReview: say("Ärendet är tillbaka i granskning", en: "Case returned to review")
        case .caseOfficerChanged: say("Ärendet har en ny handläggare", en: "Case officer changed")
        case .reviewAssigned: say("En ansökan att bedöma", en: "An application to review")
        case .reviewReminder: say("Sista dagen för en granskning", en: "The last day of a review")
        case .reviewWithdrawn: say("En ansökan ska inte längre bedömas av dig", en: "A review was withdrawn")
        case .reviewDeclined: say("En bedömare är jävig", en: "A reviewer has a conflict of interest")
        case .caseMessage: say("Meddelande i ett ärende", en: "Message in a case")
        case .draftReminder: say("Utlysningen stänger snart", en: "The call closes soon")
        case .draftLapsed: say("Ett utkast har förfallit", en: "Draft lapsed")
        case .grantAccepted: say("Bidraget är godtaget", en: "Grant accepted")
        case .grantDeclined: say("Biblioteket har tackat nej", en: "Grant declined")
        case .paymentRequested: say("En utbetalning är begärd", en: "Payment requested")
        case .paymentMade: say("En utbetalning är gjord", en: "Payment made")
        case .paymentFailed: say("En utbetalning har misslyckats", en: "Payment failed")
        case .breachSettled: say("En avvikelse är avgjord", en: "Breach settled")
        case .repaymentDemanded: say("Pengar har krävts tillbaka", en: "Repayment demanded")
        case .changeRequested: say("En ändring är begärd", en: "Change requested")
        case .changeDecided: say("En ändring är avgjord", en: "Change decided")
        case .breachReported: say("En värd har avvikit från ett villkor", en: "A host deviated from a condition")
        case .breachFound:
            say("Regionen har funnit att ett villkor inte är uppfyllt", en: "The region found a condition broken")
        case .conditionAtRisk: say("Ett villkor kan snart brytas", en: "A condition may soon be broken")
        case .librariesChanged:
            say(
                "Bibliotek eller nämnder ändras, och ett villkor är brutet",
                en: "Libraries or boards change, and a condition is broken")
        case .newDateOffered: say("Ett nytt datum är erbjudet", en: "New date offered")
        case .successorProposed: say("En ny händelse är föreslagen", en: "New event proposed")
        case .eventReplaced: say("En händelse är ersatt", en: "Event replaced")
        case .grantRevoked: say("Bidraget är upphävt", en: "Grant revoked")
        case .signatureAsked: say("Underskrift begärd", en: "Signature asked for")
        case .reportReceived: say("Redovisning har kommit in", en: "Report received")
        case .reportReturned: say("Redovisningen ska kompletteras", en: "Report returned")
        case .reportReminder: say("Påminnelse om redovisning", en: "Reminder of a report")
        case .reportSettled: say("Redovisningen är godtagen", en: "Report settled")
        case .grantClosed: say("Bidraget är avslutat", en: "Grant closed")
        case nil: name
        }
    }
}
