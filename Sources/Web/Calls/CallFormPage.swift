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
            button(phrases.saveDraft, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            above
            about
            CallPartsFields(typed: typed, path: path).html
            rule
            money
            div(.class("actions")) {
                button(phrases.saveDraft)
                link(phrases.cancelAndGoBack, to: call.map { Link.call($0.id) } ?? Link.calls)
            }
        }
    }

    private var about: HTML {
        fieldset(legend: phrases.aboutTheCall) {
            typed.line("title")
            typed.lines("description", 8)
            typed.moment("opensAt")
            typed.moment("closesAt", hint: phrases.closesHintOfCall)
            typed.day("projectStartsOn", hint: phrases.optional)
            typed.day("projectEndsOn", hint: phrases.optional)
            typed.amount("budget")
            typed.amount("maximumAmount", hint: phrases.optional)
            typed.box("rolling", hint: phrases.rollingHint)
        }
    }

    private var rule: HTML {
        fieldset(legend: phrases.theRule) {
            phrases.ruleAsItIsWritten
            typed.count("rule.invite.number", hint: phrases.inviteHint)
            typed.count("rule.noticeDays")
            typed.count("rule.minimumSeatsForOthers")
            typed.count("rule.maximumOwnShare")
            typed.box("rule.othersPayNoMore")
            typed.box("rule.oneGrantPerEvent")
            typed.count("rule.daysToReply")
            typed.boxes(
                "rule.costsWithoutEvent",
                GrantRequest.BudgetLine.Kind.allCases.map { Choice($0.rawValue, phrases.name($0)) },
                hint: phrases.costsWithoutEventHint)
        }
    }

    private var money: HTML {
        fieldset(legend: phrases.theMoney) {
            typed.radios(
                "terms.payment", Payment.Mode.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.box("terms.acceptanceNeeded")
            typed.box("terms.paymentAfterAppeal")
            typed.count("terms.reportDays")
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
