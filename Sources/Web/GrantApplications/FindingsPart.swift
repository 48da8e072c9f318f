import Domain
import HTML

/// What the rule says now, event by event, each fault with the button that mends it.
struct FindingsPart {
    let request: WebRequest
    let evaluation: Evaluation
    let events: [Event]
    let libraries: LibraryNames
    /// How a repair stands: as a button inside the form of the application or as a form of its own to this path, as a
    /// link to where the event is mended, or not at all, before those who cannot.
    let buttons: Buttons

    enum Buttons {
        case inForm
        case to(String)
        case links
        case absent
    }

    private var phrases: Phrases { request.phrases }
    private var words: FindingWords { FindingWords(phrases: phrases, libraries: libraries) }

    var html: HTML {
        section(.class("panel findings-part"), .id("findings")) {
            h2(phrases.theRule)
            blockquote { phrases.ruleAsItIsWritten }
            p { verdict(evaluation.verdict) }
            p(phrases.evaluatedAt(evaluation.evaluatedAt), .class("hint"))
            group(nil)
            for event in events { group(event) }
        }
    }

    private func verdict(_ verdict: Verdict) -> HTML {
        switch verdict {
        case .holds: badge(phrases.ruleHolds, kind: "good")
        case .fails: badge(phrases.ruleFails, kind: "bad")
        case .unknown: badge(phrases.ruleIsUnknown, kind: "warning")
        }
    }

    @HTMLBuilder private func group(_ event: Event?) -> HTML {
        let findings = evaluation.findings.filter { $0.eventID == event?.id && $0.verdict != .holds }
        if let event {
            h3 { link(to: Link.event(event.id)) { userText(event.details.title) } }
            if findings.isEmpty { p(phrases.everythingHolds, .class("ok")) }
        }
        if !findings.isEmpty { ul(.class("findings")) { for finding in findings { li { item(finding) } } } }
    }

    @HTMLBuilder private func item(_ finding: Finding) -> HTML {
        p(words.sentence(finding))
        p(words.grounds(of: finding, in: events), .class("hint"))
        if let repair = finding.repair {
            let others = libraries.publicOnes.count { library in
                !(events.first { $0.id == finding.eventID }?.hosts.contains(library.id) ?? false)
            }
            repairWay(finding, RepairButton.label(repair, others: others, phrases))
        }
    }

    @HTMLBuilder private func repairWay(_ finding: Finding, _ label: String) -> HTML {
        switch buttons {
        case .inForm: button(label, name: RepairButton.name, value: RepairButton.value(of: finding))
        case .to(let path):
            commandButton(label, to: path, [RepairButton.name: RepairButton.value(of: finding)], for: request)
        case .links: if let repair = finding.repair { p { link(label, to: Link.mending(repair)) } }
        case .absent: HTML.empty
        }
    }
}
