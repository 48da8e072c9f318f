import Domain
import HTML
import Store

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
                phrases.ruleAsItIsWritten
                typed.count("rule.invite.number", hint: phrases.inviteHint)
                typed.count("rule.noticeDays")
                typed.count("rule.minimumSeatsForOthers")
                typed.count("rule.maximumOwnShare")
                typed.box("rule.othersPayNoMore")
                typed.box("rule.oneGrantPerEvent")
                typed.count("rule.daysToReply")
            }
            fieldset(legend: phrases.theMoney) {
                typed.radios(
                    "terms.payment", Payment.Mode.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.box("terms.acceptanceNeeded")
                typed.box("terms.paymentAfterAppeal")
                typed.count("terms.reportDays")
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
    let window: PageWindow
    let applications: [ApplicationInCall]
    let total: Int
    /// What open cases ask for.
    let askedFor: Money

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.budgetTitle)
        dl(.class("facts figures")) {
            fact(phrases.budgetOfCall, phrases.money(call.details.budget))
            fact(phrases.granted, phrases.money(call.committed))
            fact(phrases.left, phrases.money(call.free))
            fact(phrases.stillAskedFor, phrases.money(askedFor))
        }
        if call.details.budget > .zero {
            meter(
                label: phrases.granted, value: call.committed.ore / 100, of: call.details.budget.ore / 100)
        }
        if applications.isEmpty { p(phrases.noApplicationsYet) } else { list }
        paging(window, total: total, for: request)
    }

    private var list: HTML {
        listing(
            caption: phrases.applicationsOfCall,
            [
                Column(phrases.application), Column(phrases.registryNumber), Column(phrases.applicant),
                Column(phrases.status), Column(phrases.sought, isNumber: true), Column(phrases.granted, isNumber: true),
            ], applications.map(row))
    }

    private func row(_ application: ApplicationInCall) -> TableRow {
        TableRow([
            link(to: Link.deskCase(application.id)) { userText(application.title) },
            HTML(application.registryNumber ?? ""), userText(application.libraryName),
            HTML(phrases.name(application.status)), HTML(phrases.money(application.requestedAmount)),
            HTML(application.granted.map { phrases.money($0) } ?? "–"),
        ])
    }
}
