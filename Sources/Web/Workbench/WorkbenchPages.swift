import Domain
import HTML
import Store

/// A library's events, applications and grants, with what to do next.
struct WorkbenchPage {
    let request: WebRequest
    let person: Person
    let window: PageWindow
    let events: [Event]
    let totalEvents: Int
    let applications: [GrantApplication]
    /// The drafts that somebody has asked the signatories to sign.
    let toSign: Set<GrantApplication.ID>
    let grants: [Grant]
    let libraries: LibraryNames
    /// The new dates that somebody is to name an event for.
    let offers: [StandingOffer]
    let calls: [Call]
    let now: Instant

    private var phrases: Phrases { request.phrases }
    private var troubled: [Grant] {
        grants.filter { grant in grant.paymentHold || grant.conditions.contains { $0.state == .breached } }
    }

    @HTMLBuilder var html: HTML {
        h1(phrases.workbenchTitle)
        confirmation(request)
        p(libraries.list(person.workplaces).joined(separator: ", "), .class("lead"))
        for grant in troubled { trouble(grant) }
        for offer in offers { told(offer) }
        for grant in grants where grant.conditions.contains(where: { !$0.risks.isEmpty }) { atRisk(grant) }
        for grant in grants {
            for claim in grant.claims where claim.state == .due { owed(claim, of: grant) }
            if grant.reporting.isReturned { returned(grant) }
        }
        for grant in grants where grant.state == .awarded && grant.terms.needsAcceptance { waiting(grant) }
        section {
            h2(phrases.applicationsHeading)
            if applications.isEmpty {
                p {
                    phrases.noApplications; " "; link(phrases.callsTitle, to: Link.calls)
                }
            } else {
                applicationTable
            }
        }
        section {
            h2(phrases.eventsHeading)
            if person.has(.host) { p { link(phrases.newEvent, to: Link.newEvent, .class("button")) } }
            if events.isEmpty { p(phrases.noEventsOfLibrary) } else { eventTable }
            paging(window, total: totalEvents, for: request)
        }
    }

    private func trouble(_ grant: Grant) -> HTML {
        let title = applications.first { $0.id == grant.applicationID }?.request.title ?? ""
        return notice(phrases.holdTitle(grant), kind: "bad") {
            p { link(to: Link.application(grant.applicationID)) { userText(title) } }
            p(phrases.holdMeans(grant))
            for condition in grant.conditions where condition.state == .breached {
                p {
                    link(phrases.replyTitle, to: Link.reply(condition.id, of: grant.id))
                    if let due = condition.replyDueAt { " (\(phrases.answerBy(due)))" }
                }
            }
        }
    }

    /// What may soon break a condition of a grant, so that somebody looks before it does.
    private func atRisk(_ grant: Grant) -> HTML {
        notice(phrases.conditionsAtRisk, kind: "warning") {
            p { link(to: Link.grant(grant.id)) { userText(title(of: grant)) } }
            for condition in grant.conditions where !condition.risks.isEmpty {
                p { link(phrases.toEventAtRisk, to: Link.event(condition.eventID)) }
                RiskPart(risks: condition.risks, libraries: libraries, phrases: phrases).list
            }
        }
    }

    /// What the library is to pay back, and until when.
    private func owed(_ claim: Claim, of grant: Grant) -> HTML {
        let isOverdue = claim.standing(on: Stockholm.day(now)) == .overdue
        return notice(isOverdue ? phrases.overdueClaims : phrases.claimToPay, kind: isOverdue ? "bad" : "warning") {
            p {
                link(to: Link.claim(claim.id, of: grant.id)) {
                    "\(phrases.owed(claim)): "; userText(title(of: grant))
                }
            }
        }
    }

    /// A report that the region has sent back.
    private func returned(_ grant: Grant) -> HTML {
        notice(phrases.reportIsReturned, kind: grant.reporting.isOverdue ? "bad" : "warning") {
            p {
                link(to: Link.report(grant.id)) {
                    "\(phrases.writeReport): "; userText(title(of: grant))
                }
            }
            if let due = grant.reporting.dueOn { p(phrases.reportIsDue(due)) }
        }
    }

    private func title(of grant: Grant) -> String {
        applications.first { $0.id == grant.applicationID }?.request.title ?? ""
    }

    private func told(_ offer: StandingOffer) -> HTML {
        notice(phrases.newDateTitle, kind: "warning") {
            p {
                link(to: Link.newDate(offer.conditionID, of: offer.grantID)) { userText(offer.eventTitle) }
                ". \(phrases.newDate(until: offer.lastDay, today: Stockholm.day(now)))"
            }
        }
    }

    private func waiting(_ grant: Grant) -> HTML {
        let title = applications.first { $0.id == grant.applicationID }?.request.title ?? ""
        return notice(phrases.grantWaitsForYou, kind: "warning") {
            p {
                link(to: Link.grant(grant.id)) {
                    "\(phrases.readAndAccept): "; userText(title)
                }
            }
        }
    }

    private var applicationTable: HTML {
        listing(
            caption: phrases.applicationsHeading,
            [
                Column(phrases.application), Column(phrases.status), Column(phrases.sought, isNumber: true),
                Column(phrases.nextStepHeading),
            ], applications.map(row))
    }

    private func row(_ application: GrantApplication) -> TableRow {
        let maySign = person.has(.signatory, at: application.libraryID)
        let call = calls.first { $0.id == application.callID }
        let grant =
            grants.first { $0.applicationID == application.id && $0.state != .ended }
            ?? grants.first { $0.applicationID == application.id }
        return TableRow([
            HTML {
                link(to: Link.application(application.id)) { userText(application.request.title) }
                if let receipt = application.receipt { small(" \(receipt.registryNumber)") }
            },
            HTML {
                StatusBadge(status: application.status, grant: grant, phrases: phrases).html
                if maySign, toSign.contains(application.id) { " "; badge(phrases.isToBeSigned, kind: "warning") }
            },
            HTML(phrases.money(application.request.requestedAmount)),
            HTML(phrases.nextStep(of: application, as: grant, in: call, at: now, maySign: maySign)),
        ])
    }

    private var eventTable: HTML {
        listing(
            caption: phrases.eventsHeading,
            [
                Column(phrases.event), Column(phrases.whenHeading), Column(phrases.status),
                Column(phrases.invitationHeading),
            ], events.map(row))
    }

    /// How an event stands; and whether it waits for an answer of ours.
    @HTMLBuilder private func status(of event: Event) -> HTML {
        event.isPublished && event.details.endsAt <= now ? phrases.hasTakenPlace : phrases.name(event.status)
        if !event.isCancelled, event.asksToCoHost(person) {
            " "
            badge(phrases.askedToCoHost, kind: "warning")
        }
    }

    private func row(_ event: Event) -> TableRow {
        TableRow([
            link(to: Link.event(event.id)) { userText(event.details.title) },
            HTML(phrases.day(Stockholm.day(event.details.startsAt))), status(of: event),
            HTML("\(phrases.name(event.invitation.scope)). \(phrases.name(event.invitation.state))."),
        ])
    }
}

extension Phrases {
    var workbenchTitle: String { say("Arbetsbordet", en: "Workbench") }
    var applicationsHeading: String { say("Våra ansökningar", en: "Our applications") }
    var noApplications: String {
        say("Ni har inga ansökningar. Börja med en utlysning:", en: "You have no applications. Begin with a call:")
    }
    var eventsHeading: String { say("Våra händelser", en: "Our events") }
    var noEventsOfLibrary: String { say("Ni har inga händelser än.", en: "You have no events yet.") }
    var nextStepHeading: String { say("Nästa steg", en: "Next step") }
}
