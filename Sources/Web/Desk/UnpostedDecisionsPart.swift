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

extension Routes {
    /// The same for programs.
    mutating func addUnpostedDecisions(_ service: Service) {
        get(Link.API.unpostedDecisions, access: .role(.caseOfficer, .decisionMaker, .finance, .auditor)) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.unpostedDecisions(limit: window.limit, offset: window.offset)
            let total = try await service.database.countUnpostedDecisions()
            return .list(found, window, total: total, for: request) { json, one in json.write(one) }
        }
    }
}

extension Link.API {
    static let unpostedDecisions = "\(root)/unposted-decisions"
}

extension JSONWriter {
    fileprivate mutating func write(_ one: UnpostedDecision) {
        object {
            $0.member("applicationId", one.applicationID)
            $0.member("registryNumber", one.registryNumber)
            $0.member("library", one.libraryName)
            $0.member("kind", one.kind)
            $0.member("number", one.number)
            $0.member("decidedAt", one.decidedAt)
            $0.object("links") {
                $0.member("application", Link.API.application(one.applicationID))
                $0.member("documents", Link.API.documents(one.applicationID))
            }
        }
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
