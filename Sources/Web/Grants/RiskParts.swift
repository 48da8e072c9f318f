import Domain
import HTML
import Store

/// What may soon break a condition, beside it.
struct RiskPart {
    let risks: [Condition.Risk]
    let libraries: LibraryNames
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !risks.isEmpty {
            " "
            badge(phrases.isAtRisk, kind: "warning")
            list
        }
    }

    /// The risks alone, where the badge has been said.
    var list: HTML {
        ul {
            for risk in risks {
                li {
                    phrases.message(risk.reason); names(risk)
                }
            }
        }
    }

    @HTMLBuilder private func names(_ risk: Condition.Risk) -> HTML {
        if !risk.libraries.isEmpty { " "; userText(libraries.list(risk.libraries).joined(separator: ", ")); "." }
    }
}

/// The conditions at risk, on the desk.
struct RisksOnDeskPart {
    let risks: [RiskOnDesk]
    let libraries: LibraryNames
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !risks.isEmpty {
            section(.class("panel")) {
                h2(phrases.conditionsAtRisk)
                ul {
                    for one in risks {
                        li {
                            link("\(one.registryNumber)", to: Link.grant(one.found.grantID)); " "
                            userText(one.libraryName); ": "; userText(one.eventTitle)
                            RiskPart(risks: [one.found.risk], libraries: libraries, phrases: phrases).html
                        }
                    }
                }
            }
        }
    }
}

extension Phrases {
    var isAtRisk: String { say("I riskzonen", en: "At risk") }
    var toEventAtRisk: String { say("Till händelsen", en: "To the event") }
    var conditionsAtRisk: String { say("Villkor i riskzonen", en: "Conditions at risk") }

    func message(_ reason: Condition.Risk.Reason) -> String {
        switch reason {
        case .dispatchBounced:
            say("Inbjudan har kommit tillbaka som olevererad.", en: "The invitation has come back undelivered.")
        case .noticeIsNear:
            say(
                "Sista dagen för att bjuda in är nära eller passerad, och inbjudan har inte nått alla.",
                en: "The last day to invite is near or past, and the invitation has not reached everybody.")
        case .registrationOpensLate:
            say("Anmälan öppnar så sent som den får.", en: "Registration opens as late as it may.")
        case .seatsAreNearlyGone:
            say(
                "Andra bibliotek når knappt fler platser än utlysningen kräver.",
                en: "Other libraries can reach hardly more seats than the call asks for.")
        }
    }
}
