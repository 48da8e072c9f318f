import Domain
import HTML
import Store

/// What the rule said at each moment of a case, the latest first.
struct RuleEvaluationsPage {
    let request: WebRequest
    let application: GrantApplication
    let evaluations: [StoredEvaluation]
    let total: Int
    let window: PageWindow
    let words: FindingWords
    let titles: [String: String]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.toTheApplication, to: Link.application(application.id)) }
        h1(phrases.ruleThen)
        p(phrases.ruleThenMeans)
        if evaluations.isEmpty { p(phrases.ruleWasNeverAsked) }
        for evaluation in evaluations { part(evaluation) }
        paging(window, total: total, for: request)
    }

    private func part(_ evaluation: StoredEvaluation) -> HTML {
        section(.class("panel")) {
            h2("\(phrases.momentOfCase(evaluation.moment)), \(phrases.moment(evaluation.evaluatedAt))")
            p { strong(phrases.name(evaluation.verdict)) }
            KeptFindings(words: words, findings: evaluation.findings, titles: titles, inputs: nil).html
            p { link(to: Link.evaluation(evaluation.number, of: application.id)) { whyText(evaluation) } }
        }
    }

    /// What the link leads to must be heard in it alone, when a page has many of them (WCAG 2.4.4).
    @HTMLBuilder private func whyText(_ evaluation: StoredEvaluation) -> HTML {
        "\(phrases.why): \(phrases.momentOfCase(evaluation.moment)), \(phrases.moment(evaluation.evaluatedAt))"
    }
}

/// What the rule said at one moment, and all that it read.
struct RuleEvaluationPage {
    let request: WebRequest
    let application: GrantApplication
    let evaluation: StoredEvaluation
    let words: FindingWords
    let titles: [String: String]
    /// nil: they are of a form that this program does not know.
    let inputs: RuleInputs?
    let names: UnitNames

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.ruleThen, to: Link.evaluations(application.id)) }
        h1(phrases.momentOfCase(evaluation.moment))
        dl(.class("facts")) {
            fact(phrases.askedAt, phrases.moment(evaluation.evaluatedAt))
            fact(phrases.verdictOfRule, phrases.name(evaluation.verdict))
            fact(phrases.versionOfRule, "\(evaluation.ruleVersion)")
        }
        KeptFindings(words: words, findings: evaluation.findings, titles: titles, inputs: inputs).html
        h2(phrases.whatTheRuleRead)
        if let inputs { whatWasRead(inputs) }
        p(phrases.inputsAreKept)
        dl(.class("facts")) {
            fact(phrases.contentHash) { code(evaluation.hexadecimalHash) }
            fact("API") { code(Link.API.evaluation(evaluation.number, of: application.id)) }
        }
        details(summary: phrases.inputsAsKept, .class("more")) {
            blockquote { code(evaluation.inputs) }
        }
    }

    @HTMLBuilder private func whatWasRead(_ inputs: RuleInputs) -> HTML {
        dl(.class("facts")) {
            fact(phrases.name(CaseField.rule), phrases.words(.rule(inputs.facts.rule), words.libraries))
            fact(phrases.membersOfRegion, "\(Set(inputs.facts.region.members.map(\.libraryID)).count)")
        }
        for funded in inputs.facts.events {
            h3 { userText(titles[funded.event.id.description] ?? phrases.event) }
            p(phrases.versionOfEvent(funded.event.version), .class("hint"))
            dl(.class("facts")) {
                for each in facts(of: funded.event, inputs) {
                    fact(phrases.name(each.field)) { userText(phrases.words(each.value, words.libraries)) }
                }
            }
        }
    }

    private func facts(of event: Event, _ inputs: RuleInputs) -> [CaseFact] {
        EventRecord(event, region: inputs.facts.region, names: names, at: inputs.instant).facts
            .filter(\.field.isReadByRule)
    }
}

/// The findings of one moment, each with its clause, what it rests on and who could mend it; and that nothing was
/// wrong.
private struct KeptFindings {
    let words: FindingWords
    let findings: [KeptFinding]
    let titles: [String: String]
    let inputs: RuleInputs?

    @HTMLBuilder var html: HTML {
        let faults = findings.filter { $0.verdict != Verdict.holds.rawValue }
        if faults.isEmpty { p(words.phrases.everythingHolds, .class("ok")) }
        if !faults.isEmpty { ul(.class("findings")) { for fault in faults { li { item(fault) } } } }
    }

    @HTMLBuilder private func item(_ fault: KeptFinding) -> HTML {
        p {
            if let title = fault.event.flatMap({ titles[$0] }) { userText("\(title): ") }
            words.sentence(fault)
        }
        p(words.grounds(of: fault, in: inputs), .class("hint"))
    }
}
