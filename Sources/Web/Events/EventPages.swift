import Domain
import HTML

/// Everything that a reader needs to know of an event; and for its hosts, what they can do with it.
struct EventPage {
    let request: WebRequest
    let event: Event
    let libraries: LibraryNames
    let municipality: String?
    /// For hosts only: the grants that depend on it.
    let grants: [DependentGrant]
    let deviations: [Deviation]
    /// Of a cancelled one: the event that has taken its place.
    let successor: Event.ID?
    let mayEdit: Bool
    let now: Instant

    private var hasEnded: Bool { event.details.endsAt <= now }
    private var phrases: Phrases { request.phrases }
    private var facts: EventDetails { event.details }

    @HTMLBuilder var html: HTML {
        p { link(phrases.calendarTitle, to: Link.calendar) }
        h1 { userText(facts.title) }
        p(.class("badges")) { EventBadges(event: event, phrases: phrases).html }
        confirmation(request) { nextSteps }
        if mayEdit { DeviationPart(request: request, event: event, grants: grants, deviations: deviations).html }
        standing
        if !facts.summary.isEmpty { div(.class("lead")) { userParagraphs(facts.summary) } }
        div(.class("columns")) {
            div {
                if !facts.description.isEmpty { userParagraphs(facts.description) }
                invitation
            }
            aside(.class("panel")) { factList }
        }
        CoHostingPart(request: request, event: event, libraries: libraries, isHost: mayEdit).html
        if mayEdit { tools }
    }

    @HTMLBuilder private var standing: HTML {
        switch event.status {
        case .draft: notice(phrases.name(event.status), kind: "warning") { p(phrases.draftIsOnlyYours) }
        case .cancelled(_, let reason, _):
            notice(phrases.name(event.status), kind: "bad") {
                userParagraphs(reason)
                if let successor { p { link(phrases.toSuccessor, to: Link.event(successor)) } }
            }
        case .published: if hasEnded { p { badge(phrases.hasTakenPlace) } }
        }
    }

    /// What a host does after saving a draft.
    @HTMLBuilder private var nextSteps: HTML {
        if mayEdit, event.status == .draft, event.invitation.state == .draft {
            p { link(phrases.changeInvitation, to: Link.invitation(event.id)) }
        }
    }

    /// The place with its municipality, if the town does not say that already.
    private var place: String {
        let place = phrases.place(facts)
        guard let municipality, facts.attendance != .online, facts.venue?.city != municipality else { return place }
        return [place, municipality].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var factList: HTML {
        dl(.class("facts")) {
            fact(phrases.whenHeading) {
                time(phrases.dayAndSpan(of: facts), datetime: facts.startsAt.machineText)
                " (\(phrases.week(Stockholm.day(facts.startsAt))))"
            }
            fact(phrases.whereHeading) {
                userText(place)
            }
            // Whoever has the link can join, so strangers do not get it.
            if request.person != nil, let address = facts.onlineURL {
                fact(facts.recordingOnly ? phrases.recordingLink : phrases.meetingLink) {
                    link(to: address) { userText(address) }
                }
            }
            fact(phrases.hostHeading) { userText(libraries[facts.hostLibraryID]) }
            fact(phrases.coHostHeading, libraries.list(event.confirmedCoHosts).joined(separator: ", "))
            fact(phrases.audienceHeading, facts.audience.map { phrases.name($0) }.joined(separator: ", "))
            fact(phrases.themesHeading, facts.themes.map { phrases.theme($0) }.joined(separator: ", "))
            fact(phrases.seatsHeading, phrases.seats(facts.seats))
            fact(phrases.priceHeading, phrases.prices(facts.prices))
            fact(phrases.registrationHeading, phrases.registration(of: event, at: now))
            if event.publishedAt != nil {
                fact(phrases.calendarTitle) { link(phrases.addToCalendar, to: Link.file(of: event.id)) }
            }
        }
    }

    @HTMLBuilder private var invitation: HTML {
        if !event.isCancelled, event.invitation.state == .published || mayEdit {
            h2(phrases.invitationHeading)
            p(phrases.invited(event.invitation, names: libraries.list(event.invitation.libraries), hasEnded: hasEnded))
            if mayEdit { p { badge(phrases.name(event.invitation.state)) } }
        }
    }

    private var tools: HTML {
        section(.class("panel")) {
            h2(phrases.hostTools)
            if !grants.isEmpty {
                p {
                    strong(phrases.grantDependsOnIt); ": "; grantNames
                }
                p(phrases.grantDependsOnItMeans)
            }
            ul(.class("tools")) {
                if !event.isCancelled {
                    li { link(phrases.editEvent, to: Link.editEvent(event.id)) }
                    li { link(phrases.changeInvitation, to: Link.invitation(event.id)) }
                    if !event.isPublished { li { link(phrases.publishEvent, to: Link.publication(event.id)) } }
                    li { link(phrases.cancelEvent, to: Link.cancellation(event.id)) }
                }
                if !grants.isEmpty { li { link(phrases.reportDeviation, to: Link.deviation(event.id)) } }
                if event.publishedAt != nil { li { link(phrases.evidenceTitle, to: Link.evidence(event.id)) } }
            }
        }
    }

    @HTMLBuilder private var grantNames: HTML {
        for (number, grant) in grants.enumerated() {
            if number > 0 { ", " }
            DependentGrantName(grant: grant, phrases: phrases).html
        }
    }
}
