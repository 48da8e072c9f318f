import Domain
import HTML

/// The lists of the form: each event with its share beside it, and each line of the budget with its kind. There is
/// always an empty row to write in, and a button for one more that keeps all that was typed.
struct ApplicationRows {
    let typed: TypedForm
    let events: [Event]
    /// Where the form is sent.
    let path: String
    /// What is saved, for its sums.
    let request: GrantRequest?

    private var phrases: Phrases { typed.phrases }

    @HTMLBuilder var html: HTML { parts(GrantRequest.Part.allCases) }

    /// Of the two lists those that are among `parts`.
    @HTMLBuilder func parts(_ parts: [GrantRequest.Part]) -> HTML {
        if parts.contains(.events) { eventList }
        if parts.contains(.budget) { budgetList }
    }

    private var eventList: HTML {
        fieldset(legend: phrases.eventsOfApplication, .id("events")) {
            p(phrases.eventsHint, .class("hint"))
            if events.isEmpty { p(phrases.noOwnEvents) } else { eventRows }
            p { link(phrases.newEventInNewWindow, to: Link.newEvent, .inNewWindow) }
            if let request { SumsPart(request: request, phrases: phrases).shares }
        }
    }

    private var budgetList: HTML {
        fieldset(legend: phrases.budgetOfApplication, .id("budget")) {
            p(phrases.budgetHint, .class("hint"))
            rows(of: ApplicationForm.budget, spare: 2) { row in
                typed.pick(
                    ApplicationForm.budget.field("kind", row),
                    GrantRequest.BudgetLine.Kind.allCases.map { Choice($0.rawValue, phrases.name($0)) },
                    none: phrases.noCost)
                typed.amount(ApplicationForm.budget.field("amount", row))
            }
            moreButton(phrases.oneMoreLine, ApplicationForm.budget, spare: 2)
            if let request { SumsPart(request: request, phrases: phrases).budget }
        }
    }

    @HTMLBuilder private var eventRows: HTML {
        rows(of: ApplicationForm.events, spare: 1) { row in
            typed.pick(
                ApplicationForm.events.field("eventId", row), events.map { Choice($0.id.description, name($0)) },
                none: phrases.noEvent)
            typed.amount(ApplicationForm.events.field("costShare", row))
        }
        moreButton(phrases.oneMoreEvent, ApplicationForm.events, spare: 1)
    }

    private func rows(
        of list: FormRows, spare: Int, @HTMLBuilder _ content: (Int) -> HTML
    ) -> HTML {
        HTML { for row in list.shown(in: typed.everything, spare: spare) { div(.class("row")) { content(row) } } }
    }

    /// Leads to the row that it makes.
    private func moreButton(_ text: String, _ list: FormRows, spare: Int) -> HTML {
        let next = (list.shown(in: typed.everything, spare: spare).last ?? -1) + 1
        let place = controlID(list.field(list.fields[0], next))
        return p {
            button(
                text, name: ApplicationForm.moreRows, value: list.name, .formAction("\(path)#\(place)"),
                .class("quiet"))
        }
    }

    private func name(_ event: Event) -> String {
        "\(event.details.title), \(phrases.day(Stockholm.day(event.details.startsAt))) (\(phrases.name(event.status)))"
    }

    /// What stands in a field, in words.
    func word(_ field: String, _ value: String) -> String {
        if let event = events.first(where: { $0.id.description == value }) { return event.details.title }
        guard field.hasSuffix(".kind"), let kind = GrantRequest.BudgetLine.Kind(rawValue: value) else { return value }
        return phrases.name(kind)
    }
}

/// The sums of an application as it is saved, and whether they fit each other.
struct SumsPart {
    let request: GrantRequest
    let phrases: Phrases

    var shares: HTML { sum(phrases.sumOfShares, request.events.map(\.amount).sum) }
    var budget: HTML { sum(phrases.sumOfBudget, request.budget.map(\.amount).sum) }

    private func sum(_ label: String, _ sum: Money) -> HTML {
        p(.class("sum")) {
            "\(label) "
            strong(phrases.money(sum))
            " \(phrases.ofSought(request.requestedAmount))"
        }
    }
}
