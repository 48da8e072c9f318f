import Domain
import HTML

/// The delegation order and the standard texts, with forms for whoever keeps them.
struct DecisionOrderPage {
    let request: WebRequest
    let person: Person
    let delegations: [Delegation]
    let texts: [DecisionText]
    let names: [Person.ID: String]
    /// Which form was sent and refused.
    let typedIn: Part?
    let refusal: Refusal?

    /// Each part has a form of its own.
    enum Part: Sendable {
        case delegation, text
    }

    private var phrases: Phrases { request.phrases }
    private var mayKeep: Bool { person.has(.administrator) }

    private func typed(_ part: Part) -> TypedForm {
        TypedForm(
            typedIn == part ? request.typed : [:], errors: typedIn == part ? refusal?.fieldErrors ?? [] : [],
            places: part == .delegation ? ["text": "delegationText", "validFrom": "delegationFrom"] : [:],
            phrases: phrases, label: phrases.decisionOrderField)
    }

    @HTMLBuilder var html: HTML {
        if person.isOfRegionalDesk { p { link(phrases.deskTitle, to: Link.desk) } }
        h1(phrases.decisionOrderTitle)
        if let typedIn { typed(typedIn).summary }
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        h2(phrases.delegationsHeading)
        p(phrases.delegationsMean)
        if delegations.isEmpty { p(phrases.noDelegations) } else { delegationTable }
        if mayKeep { delegationForm(typed(.delegation)) }
        h2(phrases.textsHeading)
        p(phrases.textsMean)
        for text in texts { item(text) }
        if mayKeep { textForm(typed(.text)) }
    }

    private var delegationTable: HTML {
        listing(
            caption: phrases.delegationsHeading,
            [
                Column(phrases.decisionOrderField("number")), Column(phrases.decisionOrderField("delegationText")),
                Column(phrases.decisionOrderField("outcomes")), Column(phrases.decisionOrderField("personId")),
                Column(phrases.decisionOrderField("maximumAmount"), isNumber: true),
                Column(phrases.decisionOrderField("validFrom")), Column(phrases.decisionOrderField("validTo")),
            ], delegations.map(row))
    }

    private func row(_ delegation: Delegation) -> TableRow {
        TableRow([
            userText(delegation.number), userText(delegation.text),
            HTML(delegation.outcomes.map { phrases.name($0) }.sorted().joined(separator: ", ")),
            delegation.personID.map { userText(names[$0] ?? "") } ?? HTML(phrases.everyDecisionMaker),
            HTML(delegation.maximumAmount.map { phrases.money($0) } ?? phrases.anyAmount),
            HTML(phrases.day(delegation.validFrom)), HTML(delegation.validTo.map { phrases.day($0) } ?? "–"),
        ])
    }

    private func delegationForm(_ typed: TypedForm) -> HTML {
        form(
            action: "\(Link.decisionOrder)/delegations#error-summary", method: .post, .class("stacked")
        ) {
            request.formToken
            fieldset(legend: phrases.addDelegation) {
                typed.line("number")
                typed.lines("delegationText", 3)
                typed.boxes(
                    "outcomes",
                    GrantApplication.Status.allCases.filter(\.isDecided).map { Choice($0.rawValue, phrases.name($0)) })
                typed.amount("maximumAmount", hint: phrases.optional)
                typed.day("delegationFrom")
                typed.day("validTo", hint: phrases.optional)
            }
            div(.class("actions")) { button(phrases.addDelegation) }
        }
    }

    private func item(_ text: DecisionText) -> HTML {
        details(
            summary:
                "\(phrases.name(text.kind)) (\(text.language.rawValue)), \(phrases.from(text.validFrom))"
        ) {
            div(.lang(text.language.rawValue)) { userParagraphs(text.text) }
        }
    }

    private func textForm(_ typed: TypedForm) -> HTML {
        form(action: "\(Link.decisionOrder)/texts#error-summary", method: .post, .class("stacked")) {
            request.formToken
            fieldset(legend: phrases.addText) {
                typed.pick("kind", DecisionTexts.Kind.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.pick("language", [Choice("sv", "Svenska"), Choice("en", "English")])
                typed.day("validFrom", hint: phrases.fromTomorrow)
                typed.lines("text", 6, hint: phrases.placeholders)
            }
            div(.class("actions")) { button(phrases.addText) }
        }
    }
}
