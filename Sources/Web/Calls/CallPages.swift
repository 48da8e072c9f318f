import Domain
import HTML

/// The calls: open, announced and past.
struct CallListPage {
    let request: WebRequest
    let calls: [Call]
    let total: Int
    let window: PageWindow
    let now: Instant
    let mayMake: Bool

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.callsTitle)
        p(phrases.callsLead, .class("lead"))
        if mayMake {
            p { link(phrases.newCall, to: Link.newCall, .class("button")) }
            p { link(phrases.budgetBoardTitle, to: Link.budgetBoard) }
        }
        if calls.isEmpty { p(phrases.noCalls) }
        ul(.class("cards")) { for call in calls { li { item(call) } } }
        paging(window, total: total, for: request)
        p { link(phrases.earlierAwards, to: Link.earlierAwards) }
    }

    private func item(_ call: Call) -> HTML {
        article {
            h2 { link(to: Link.call(call.id)) { userText(call.details.title) } }
            p(.class("badges")) { CallBadge(call: call, now: now, phrases: phrases).html }
            p(phrases.window(of: call, at: now))
            if mayMake { p { link(phrases.budgetTitle, to: Link.budget(call.id)) } }
        }
    }
}

/// Where a call stands, in a word.
struct CallBadge {
    let call: Call
    let now: Instant
    let phrases: Phrases

    var html: HTML {
        if call.publishedAt == nil { return badge(phrases.callIsDraft, kind: "warning") }
        if call.isOpen(at: now) { return badge(phrases.callIsOpen, kind: "good") }
        return badge(call.details.opensAt > now ? phrases.callIsAnnounced : phrases.callHasClosed)
    }
}

/// A call under the headings that every page of the region's grants has, with the rule and its terms.
struct CallPage {
    let request: WebRequest
    let call: Call
    let rubric: Rubric
    let now: Instant
    let refusal: Refusal?
    let mayMake: Bool
    let mayApply: Bool

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.callsTitle, to: Link.calls) }
        h1 { userText(call.details.title) }
        p(.class("badges")) { CallBadge(call: call, now: now, phrases: phrases).html }
        if let refusal { refusalNotice(refusal, phrases) } else { confirmation(request) }
        if mayMake { tools }
        if call.takesDrafts(at: now), mayApply {
            p { link(phrases.apply, to: Link.newApplication(call.id), .class("button")) }
        }
        if hasClosed { closed }
        said(.whoMayApply)
        h2(phrases.whenToApply(hasClosed))
        p(phrases.window(of: call, at: now))
        RoundsPart(call: call, now: now, phrases: phrases).html
        h2(phrases.forWhat(hasClosed))
        userParagraphs(call.details.description)
        facts
        said(.howMuch)
        said(.notForWhat)
        rule
        RubricPart(rubric: rubric, phrases: phrases).html
        said(.conditions)
        rest
    }

    private var headings: CallHeadings { CallHeadings(call: call, phrases: phrases, hasClosed: hasClosed) }
    private func said(_ section: CallSection) -> HTML { headings.html(section) }

    private var hasClosed: Bool { call.publishedAt != nil && call.details.closesAt <= now }

    private var closed: HTML {
        notice(phrases.callHasClosed) {
            p(phrases.nothingToSubmitTo)
            p { link(phrases.otherCalls, to: Link.calls) }
        }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            if call.details.budget > .zero { fact(phrases.budgetOfCall, phrases.money(call.details.budget)) }
            fact(phrases.mostPerApplication, call.details.maximumAmount.map { phrases.money($0) })
            fact(phrases.projectPeriod, phrases.period(of: call.details))
            for track in call.details.tracks {
                fact("\(phrases.trackHeading): \(phrases.words(track.name))", phrases.money(of: track))
            }
        }
    }

    private var rule: HTML {
        section(.class("panel")) {
            h2(phrases.theRule)
            blockquote { phrases.ruleAsItIsWritten }
            p(phrases.inThisCall)
            ul { for line in phrases.terms(of: call.rule) { li(line) } }
            h3(phrases.theMoney)
            ul { for line in phrases.terms(of: call.details.terms) { li(line) } }
        }
    }

    @HTMLBuilder private var rest: HTML {
        if !hasClosed {
            h2(phrases.howToApply)
            p(phrases.howToApplyText)
            headings.text(.howToApply)
        }
        h2(phrases.support)
        p(hasClosed ? phrases.supportAfterwards : phrases.supportText)
        headings.text(.support)
        p { link(request.settings.contactAddress, to: "mailto:\(request.settings.contactAddress)") }
        said(.assessment)
        h2(phrases.handlingAndDecision)
        p(phrases.handlingText)
        headings.text(.decisionAndPayment)
        said(.reporting)
        said(.appeal)
    }

    private var tools: HTML {
        section(.class("panel")) {
            h2(phrases.forTheRegion)
            ul(.class("tools")) {
                li { link(phrases.budgetTitle, to: Link.budget(call.id)) }
                li { link(phrases.settleDecisionTerms, to: Link.decisionTerms(call.id)) }
                li { link(phrases.questionsTitle, to: Link.questions(call.id)) }
                li { commandButton(phrases.copyCall, to: Link.copies(of: call.id), for: request) }
                if call.publishedAt == nil {
                    li { link(phrases.editCall, to: Link.editCall(call.id)) }
                    li { link(phrases.editRubric, to: Link.rubric(call.id)) }
                    li { link(phrases.publishCall, to: Link.publishCall(call.id)) }
                }
            }
        }
    }
}
