import Domain
import HTML

/// The form in which the region writes a call before it is announced.
struct CallFormPage {
    let request: WebRequest
    let typed: TypedForm
    let call: Call?
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var path: String { call.map { Link.editCall($0.id) } ?? Link.newCall }
    var title: String { call == nil ? phrases.newCall : phrases.editCall }

    @HTMLBuilder var html: HTML {
        h1(title)
        p(phrases.termsStand, .class("hint"))
        typed.summary
        form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
            request.formToken
            if let call { hidden(name: "version", value: "\(call.version)") }
            above
            fieldset(legend: phrases.aboutTheCall) {
                typed.line("title")
                typed.lines("description", 8)
                typed.moment("opensAt")
                typed.moment("closesAt", hint: phrases.closesHintOfCall)
                typed.day("projectStartsOn", hint: phrases.optional)
                typed.day("projectEndsOn", hint: phrases.optional)
                typed.amount("budget")
                typed.amount("maximumAmount", hint: phrases.optional)
            }
            fieldset(legend: phrases.theRule) {
                p(phrases.ruleInItsOwnWords, .lang("sv"))
                typed.count("rule.invite.number", hint: phrases.inviteHint)
                typed.count("rule.noticeDays")
                typed.count("rule.minimumSeatsForOthers")
                typed.count("rule.maximumOwnShare")
            }
            div(.class("actions")) {
                button(phrases.saveDraft)
                link(phrases.cancelAndGoBack, to: call.map { Link.call($0.id) } ?? Link.calls)
            }
        }
    }

    private var above: HTML {
        switch (refusal, call) {
        case (nil, _), (.invalid, _): .empty
        case (.stale, .some(let call)): StalePart(typed: typed, now: CallForm.values(call), phrases: phrases).html
        case (.some(let refusal), _): refusalNotice(refusal, phrases)
        }
    }
}

/// How much of a call's money is granted, asked for and left.
struct BudgetPage {
    let request: WebRequest
    let call: Call
    let applications: [GrantApplication]
    let grants: [Grant]
    let libraries: LibraryNames

    private var phrases: Phrases { request.phrases }
    private var waiting: [GrantApplication] { applications.filter { !$0.status.isFinal } }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.budgetTitle)
        dl(.class("facts figures")) {
            fact(phrases.budgetOfCall, phrases.money(call.details.budget))
            fact(phrases.granted, phrases.money(call.committed))
            fact(phrases.left, phrases.money(call.free))
            fact(phrases.stillAskedFor, phrases.money(waiting.map(\.request.requestedAmount).sum))
        }
        if call.details.budget > .zero {
            meter(
                label: phrases.granted, value: call.committed.ore / 100, of: call.details.budget.ore / 100)
        }
        if applications.isEmpty { p(phrases.noApplicationsYet) } else { list }
    }

    private var list: HTML {
        wideTable(caption: phrases.applicationsOfCall) {
            thead {
                tr {
                    th(phrases.registryNumber)
                    th(phrases.applicant)
                    th(phrases.application)
                    th(phrases.status)
                    th(phrases.sought, .class("number"))
                    th(phrases.granted, .class("number"))
                }
            }
            tbody { for application in applications { row(application) } }
        }
    }

    private func row(_ application: GrantApplication) -> HTML {
        let grant = grants.first { $0.applicationID == application.id }
        return tr {
            td(application.receipt?.registryNumber ?? "")
            td { userText(libraries[application.libraryID]) }
            td { link(to: Link.deskCase(application.id)) { userText(application.request.title) } }
            td(phrases.name(application.status))
            td(phrases.money(application.request.requestedAmount), .class("number"))
            td(grant.map { phrases.money($0.amount) } ?? "–", .class("number"))
        }
    }
}
