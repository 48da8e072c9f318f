import Domain
import HTML

/// Where a case stands, in a word.
struct StatusBadge {
    let status: GrantApplication.Status
    /// The grant that the case goes on as, for readers who may know of it.
    var grant: Grant?
    let phrases: Phrases

    var html: HTML {
        if let grant, status.isApproved { return granted(as: grant) }
        return applied
    }

    private func granted(as grant: Grant) -> HTML {
        let label = phrases.label(of: grant)
        switch grant.state {
        case .ended: return badge(label)
        case .repaymentDemanded where grant.owed > .zero: return badge(label, kind: "bad")
        default: return badge(label, kind: grant.paymentHold ? "warning" : "good")
        }
    }

    private var applied: HTML {
        switch status {
        case .approved, .approvedPartially: badge(phrases.name(status), kind: "good")
        case .rejected, .dismissed, .lapsed: badge(phrases.name(status), kind: "bad")
        case .draft, .completionRequested: badge(phrases.name(status), kind: "warning")
        case .submitted, .inReview, .readyForDecision, .withdrawn: badge(phrases.name(status))
        }
    }
}

/// What an application says.
struct ApplicationContents {
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let phrases: Phrases

    private var contents: GrantRequest { application.request }

    @HTMLBuilder var html: HTML {
        h2(phrases.application)
        basics
        h3(phrases.applicationField("purpose"))
        if contents.purpose.isEmpty { p(phrases.empty) } else { userParagraphs(contents.purpose) }
        h3(phrases.eventsOfApplication)
        if events.isEmpty { p(phrases.message(.applicationHasNoEvents)) } else { eventTable }
        h3(phrases.applicationField("budget"))
        if contents.budget.isEmpty { p(phrases.empty) } else { budgetTable }
        if let allowed = phrases.costsWithoutEvent(call.rule) { p(allowed, .class("hint")) }
        ProjectFacts(plan: contents.plan, answers: call.questions.sent(contents.answers), phrases: phrases).html
    }

    /// Who asks whom for how much.
    var basics: HTML {
        dl(.class("facts")) {
            fact(phrases.registryNumber, application.receipt?.registryNumber)
            fact(phrases.applicant) { userText(libraries[application.libraryID]) }
            fact(phrases.callOfApplication) { link(to: Link.call(call.id)) { userText(call.details.title) } }
            fact(phrases.trackHeading, call.details.tracks[id: contents.trackID].map { phrases.words($0.name) })
            fact(
                phrases.sought,
                contents.requestedAmount == .zero ? phrases.empty : phrases.money(contents.requestedAmount))
        }
    }

    /// Its events with their shares.
    var eventTable: HTML {
        listing(
            caption: phrases.eventsOfApplication,
            [
                Column(phrases.event), Column(phrases.whenHeading), Column(phrases.invitationHeading),
                Column(phrases.amount, isNumber: true),
            ], events.map(row))
    }

    private func row(_ event: Event) -> TableRow {
        let share = contents.events.first { $0.eventID == event.id }?.amount ?? .zero
        return TableRow([
            HTML {
                link(to: Link.event(event.id)) { userText(event.details.title) }
                if event.isCancelled { " "; badge(phrases.name(event.status), kind: "bad") }
            },
            HTML(phrases.span(from: event.details.startsAt, to: event.details.endsAt, allDay: event.details.allDay)),
            HTML("\(phrases.name(event.invitation.scope)). \(phrases.name(event.invitation.state))."),
            HTML(phrases.money(share)),
        ])
    }

    /// Its costs, with their sum.
    var budgetTable: HTML {
        let sum = contents.budget.map(\.amount).sum
        return listing(
            caption: phrases.applicationField("budget"),
            [Column(phrases.kindOfCost), Column(phrases.amount, isNumber: true)],
            contents.budget.map { TableRow([HTML(phrases.name($0.kind)), HTML(phrases.money($0.amount))]) }
                + [TableRow([HTML(phrases.sum), HTML(phrases.money(sum))], isSum: true)])
    }
}

/// What was decided and why; of an approval the grant with its conditions.
struct DecisionPart {
    let decision: Decision
    let grant: Grant?
    let events: [Event]
    let phrases: Phrases

    var html: HTML {
        section(.class("panel")) {
            h2(phrases.decision)
            p {
                strong(phrases.sentence(decision.outcome)); " \(phrases.decided(decision.decidedAt))"
            }
            h3(phrases.reasonsOfDecision)
            userParagraphs(decision.reasons)
            if let grant { conditions(of: grant) }
        }
    }

    @HTMLBuilder private func conditions(of grant: Grant) -> HTML {
        h3(phrases.conditionsOfGrant)
        phrases.ruleAsItIsWritten
        if grant.paymentHold { notice(phrases.holdTitle(grant), kind: "bad") { p(phrases.holdMeans(grant)) } }
        listing(
            caption: phrases.conditionsOfGrant,
            [Column(phrases.event), Column(phrases.amount, isNumber: true), Column(phrases.condition)],
            grant.conditions.map(row))
        p(phrases.reclaimReservation, .class("hint"))
        p { link(phrases.toTheGrant, to: Link.grant(grant.id)) }
    }

    private func row(_ condition: Condition) -> TableRow {
        let event = events.first { $0.id == condition.eventID }
        return TableRow([
            link(to: Link.event(condition.eventID)) { userText(event?.details.title ?? "–") },
            HTML(phrases.money(condition.costShare)),
            ConditionBadge(state: condition.state, phrases: phrases).html,
        ])
    }
}
