import Domain
import HTML

/// Asks whether an event shall stand in the calendar.
struct PublicationPage {
    let request: WebRequest
    let event: Event
    var above = HTML.empty

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.publishEvent)
        above
        p(phrases.publishingMeans)
        if event.invitation.state != .published { p(phrases.invitationStaysAsItIs) }
        form(action: "\(Link.publication(event.id))#error-summary", method: .post) {
            request.formToken
            hidden(name: "version", value: "\(event.version)")
            div(.class("actions")) {
                button(phrases.publishEvent)
                link(phrases.cancelAndGoBack, to: Link.event(event.id))
            }
        }
    }
}

/// Calls an event off, for a reason. One that a grant depends on is called off as a deviation.
struct CancellationPage {
    let request: WebRequest
    let event: Event
    let typed: TypedForm
    let refusal: Refusal?
    let grants: [DependentGrant]
    let libraries: LibraryNames

    private var phrases: Phrases { request.phrases }

    /// The change was refused for the sake of a grant: what that means then stands with the findings.
    private var isRefused: Bool {
        if case .wouldBreach = refusal { true } else { false }
    }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.cancelEvent)
        typed.summary
        p(phrases.cancellingMeans)
        if !grants.isEmpty, !isRefused {
            notice(phrases.grantDependsOnIt, kind: "warning") {
                for grant in grants { p { DependentGrantName(grant: grant, phrases: phrases).html } }
                p(phrases.grantDependsOnItMeans)
            }
        }
        form(action: "\(Link.cancellation(event.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(event.version)")
            if case .wouldBreach(let findings, _) = refusal {
                BreachPart(typed: typed, findings: findings, grants: grants, libraries: libraries).html
            } else {
                if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
                typed.lines("reason", 3, hint: phrases.cancellationHint)
                div(.class("actions")) {
                    button(phrases.cancelEvent, .class("serious"))
                    link(phrases.cancelAndGoBack, to: Link.event(event.id))
                }
            }
        }
    }
}

/// What a host can do when a funded event cannot be as it was promised, and what has been reported before.
struct DeviationPage {
    let request: WebRequest
    let event: Event
    let grants: [DependentGrant]
    let deviations: [Deviation]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.reportDeviation)
        DeviationPart(request: request, event: event, grants: grants, deviations: deviations).html
        p(grants.isEmpty ? phrases.message(.nothingToDeviateFrom) : phrases.howToDeviate)
        for grant in grants { p { DependentGrantName(grant: grant, phrases: phrases).html } }
        if !event.isCancelled {
            ul(.class("tools")) {
                li { link(phrases.changeInvitation, to: Link.invitation(event.id)) }
                li { link(phrases.editEvent, to: Link.editEvent(event.id)) }
                li { link(phrases.cancelEvent, to: Link.cancellation(event.id)) }
            }
        }
        if !deviations.isEmpty {
            h2(phrases.earlierDeviations)
            ul { for deviation in deviations { li { item(deviation) } } }
        }
    }

    @HTMLBuilder private func item(_ deviation: Deviation) -> HTML {
        p {
            strong(phrases.name(deviation.kind)); ", \(phrases.moment(deviation.reportedAt))"
        }
        userParagraphs(deviation.reason)
    }
}

extension Phrases {
    var publishingMeans: String {
        say(
            "Händelsen syns då för alla i kalendern och i kalenderprenumerationerna.",
            en: "Everybody then sees the event in the calendar and in calendar subscriptions.")
    }
    var invitationStaysAsItIs: String {
        say(
            "Inbjudan till andra bibliotek ändras inte av det. Den ställer du in på sidan Ändra inbjudan.",
            en:
                "The invitation to other libraries does not change by it. That is set on the page Change the invitation."
        )
    }
    var cancellingMeans: String {
        say(
            "Händelsen står kvar i kalendern som inställd, med din orsak. Det går inte att ångra.",
            en: "The event stays in the calendar as cancelled, with your reason. This cannot be undone.")
    }
    var cancellationHint: String { say("Orsaken syns för alla.", en: "Everybody sees the reason.") }
    var howToDeviate: String {
        say(
            "Gör den ändring du behöver. Om den bryter villkoret frågar tjänsten efter en orsak och anmäler avvikelsen till regionen i samma steg.",
            en:
                "Make the change that you need. If it breaks the condition, the service asks for a reason and reports the deviation to the region in the same step."
        )
    }
    var earlierDeviations: String { say("Anmälda avvikelser", en: "Deviations reported") }

    func name(_ kind: Deviation.Kind) -> String {
        switch kind {
        case .invitation: say("Inbjudan ändrad", en: "Invitation changed")
        case .event: say("Händelsen ändrad", en: "Event changed")
        case .cancellation: say("Händelsen inställd", en: "Event cancelled")
        }
    }
}
