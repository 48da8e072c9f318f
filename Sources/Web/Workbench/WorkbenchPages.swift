import Domain
import HTML

/// A library's events, applications and grants, with what to do next.
struct WorkbenchPage {
    let request: WebRequest
    let person: Person
    let window: PageWindow
    let events: [Event]
    let totalEvents: Int
    let applications: [GrantApplication]
    let grants: [Grant]
    let libraries: LibraryNames

    private var phrases: Phrases { request.phrases }
    private var troubled: [Grant] {
        grants.filter { grant in grant.paymentHold || grant.conditions.contains { $0.state == .breached } }
    }

    @HTMLBuilder var html: HTML {
        h1(phrases.workbenchTitle)
        p(libraries.list(person.workplaces).joined(separator: ", "), .class("lead"))
        for grant in troubled { trouble(grant) }
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
        return notice(phrases.paymentIsHeld, kind: "bad") {
            p { link(to: Link.application(grant.applicationID)) { userText(title) } }
            p(phrases.paymentIsHeldMeans)
        }
    }

    private var applicationTable: HTML {
        wideTable(caption: phrases.applicationsHeading) {
            thead {
                tr {
                    th(phrases.application)
                    th(phrases.status)
                    th(phrases.sought, .class("number"))
                    th(phrases.nextStepHeading)
                }
            }
            tbody { for application in applications { row(application) } }
        }
    }

    private func row(_ application: GrantApplication) -> HTML {
        tr {
            td {
                link(to: Link.application(application.id)) { userText(application.request.title) }
                if let receipt = application.receipt { small(" \(receipt.registryNumber)") }
            }
            td { StatusBadge(status: application.status, phrases: phrases).html }
            td(phrases.money(application.request.requestedAmount), .class("number"))
            td(phrases.nextStep(of: application, maySign: person.has(.signatory, at: application.libraryID)))
        }
    }

    private var eventTable: HTML {
        wideTable(caption: phrases.eventsHeading) {
            thead {
                tr {
                    th(phrases.applicationField("events"))
                    th(phrases.whenHeading)
                    th(phrases.status)
                    th(phrases.invitationHeading)
                }
            }
            tbody { for event in events { row(event) } }
        }
    }

    private func row(_ event: Event) -> HTML {
        tr {
            td { link(to: Link.event(event.id)) { userText(event.details.title) } }
            td(phrases.day(Stockholm.day(event.details.startsAt)))
            td(phrases.name(event.status))
            td("\(phrases.name(event.invitation.scope)). \(phrases.name(event.invitation.state)).")
        }
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
