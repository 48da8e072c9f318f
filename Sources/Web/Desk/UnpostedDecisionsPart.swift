import Domain
import HTML
import Store

/// What was decided and nobody has posted, on the desk: with how long it has waited, since no time to appeal runs.
struct UnpostedDecisionsPart {
    let decisions: [UnpostedDecision]
    let today: Day
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !decisions.isEmpty {
            section(.class("panel")) {
                h2(phrases.unpostedDecisions)
                p(phrases.unpostedDecisionsMean)
                ul {
                    for one in decisions {
                        li {
                            link("\(one.registryNumber)", to: Link.deskCase(one.applicationID)); " "
                            userText(one.libraryName)
                            ": \(phrases.name(one.kind)) \(one.number), \(phrases.hasWaited(days(one)))"
                        }
                    }
                }
            }
        }
    }

    private func days(_ one: UnpostedDecision) -> Int {
        today.daysSince1970 - Stockholm.day(one.decidedAt).daysSince1970
    }
}

extension Phrases {
    var unpostedDecisions: String { say("Beslut som inte är anslagna", en: "Decisions that are not posted") }
    var unpostedDecisionsMean: String {
        say(
            "Tiden att överklaga börjar först när beslutet anslås.",
            en: "The time to appeal begins only once the decision is posted.")
    }

    func hasWaited(_ days: Int) -> String {
        switch days {
        case 0: say("beslutat i dag", en: "decided today")
        case 1: say("har väntat en dag", en: "has waited one day")
        default: say("har väntat \(days) dagar", en: "has waited \(days) days")
        }
    }
}
