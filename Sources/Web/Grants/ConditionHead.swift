import Domain
import HTML

/// The head of a page about one condition of a grant: the way back, which event it is about and how it stands, what has
/// just been done or what was refused.
struct ConditionHead {
    let title: String
    let request: WebRequest
    let file: GrantFile
    let condition: Condition
    let typed: TypedForm
    let refusal: Refusal?
    /// Whether the reader may see the grant: the host of an event of another library's grant may not.
    var leadsToGrant = true
    /// Events that are no condition's, of which a refusal may tell.
    var others: [Event] = []
    var repairs = FindingsPart.Buttons.absent

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        if leadsToGrant { p { link(phrases.grantTitle, to: Link.grant(file.grant.id)) } }
        h1(title)
        p {
            link(to: Link.event(condition.eventID)) { userText(file.title(of: condition)) }
            ", \(phrases.money(condition.costShare)) "
            ConditionBadge(state: condition.state, phrases: phrases).html
        }
        typed.summary
        if let refusal {
            GrantRefusal(request: request, file: file, refusal: refusal, others: others, repairs: repairs).html
        } else {
            confirmation(request)
        }
    }
}

/// How a condition stands, in a word.
struct ConditionBadge {
    let state: Condition.State
    let phrases: Phrases

    var html: HTML {
        switch state {
        case .breached, .frustrated: badge(phrases.name(state), kind: "bad")
        case .held, .cured, .discharged, .waived: badge(phrases.name(state), kind: "good")
        case .enforced, .notApplicable: badge(phrases.name(state))
        }
    }
}

/// Why something was refused on a page of a grant, with what the rule found and what mends it. Faults of fields stand
/// beside them.
struct GrantRefusal {
    let request: WebRequest
    let file: GrantFile
    let refusal: Refusal
    var others: [Event] = []
    var repairs = FindingsPart.Buttons.absent

    @HTMLBuilder var html: HTML {
        if refusal.fieldErrors.isEmpty { refusalNotice(refusal, request.phrases) }
        if !refusal.findings.isEmpty {
            FindingsPart(
                request: request,
                evaluation: Evaluation(evaluatedAt: file.now, ruleVersion: 0, findings: refusal.findings),
                events: (file.events + others).filter { event in
                    refusal.findings.contains { $0.eventID == event.id }
                }, libraries: file.libraries, buttons: repairs
            ).html
        }
    }
}
