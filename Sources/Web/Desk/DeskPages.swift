import Domain
import HTML
import Store

/// The region's queue: first what is broken, then the cases.
struct DeskPage {
    let request: WebRequest
    let window: PageWindow
    let status: GrantApplication.Status?
    let call: Call.ID?
    let applications: [GrantApplication]
    let total: Int
    let breaches: [OpenBreach]
    let risks: [RiskOnDesk]
    let changes: [WaitingChange]
    let unposted: [UnpostedDecision]
    let alarms: [Alarm]
    let prints: [WaitingPrint]
    let reports: [ReportOnDesk]
    /// Those that are overdue.
    let claims: [FollowedClaim]
    let calls: [Call]
    let officers: [Person.ID: String]
    let libraries: LibraryNames
    let now: Instant

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.deskTitle)
        p { link(phrases.paymentsTitle, to: Link.paymentDesk) }
        p { link(phrases.claimsTitle, to: Link.claims) }
        if !alarms.isEmpty { alarmList }
        WaitingPrintsPart(prints: prints, phrases: phrases).html
        if !breaches.isEmpty { breachList }
        ClaimDeskPart(claims: claims, phrases: phrases).html
        RisksOnDeskPart(risks: risks, libraries: libraries, phrases: phrases).html
        WaitingChangesPart(changes: changes, today: Stockholm.day(now), phrases: phrases).html
        UnpostedDecisionsPart(decisions: unposted, today: Stockholm.day(now), phrases: phrases).html
        ReportDeskPart(reports: reports, today: Stockholm.day(now), phrases: phrases).html
        section {
            h2(phrases.casesHeading)
            filters
            p(phrases.casesFound(total), .class("count"), .role(.status))
            if applications.isEmpty { p(phrases.noCases) } else { queue }
            paging(window, total: total, for: request)
        }
        p { link(phrases.decisionOrderTitle, to: Link.decisionOrder) }
        p { link(phrases.budgetBoardTitle, to: Link.budgetBoard) }
    }

    private var alarmList: HTML {
        notice(phrases.alarmsHeading, kind: "bad") {
            p(phrases.alarmsMean)
            ul {
                for alarm in alarms {
                    li {
                        strong(phrases.invariant(alarm.invariant)); " \(phrases.moment(alarm.raisedAt)). ";
                        userText(alarm.detail)
                    }
                }
            }
        }
    }

    private var breachList: HTML {
        section(.class("panel bad")) {
            h2(phrases.breachesHeading)
            p(phrases.breachesMean)
            ul(.class("cards")) { for breach in breaches { li { item(breach) } } }
        }
    }

    private func item(_ breach: OpenBreach) -> HTML {
        article {
            h3 { link(to: Link.event(breach.eventID)) { userText(breach.eventTitle) } }
            p(.class("badges")) {
                badge(phrases.paymentIsHeld, kind: "bad")
                " "
                badge(phrases.name(breach.kind))
                if breach.repliedAt != nil {
                    " "
                    badge(phrases.waitsForTheRegion, kind: "warning")
                } else if breach.replyDueAt < now {
                    " "
                    badge(phrases.replyIsOverdue, kind: "bad")
                }
            }
            blockquote { userParagraphs(breach.reason) }
            p(phrases.reported(breach))
            p(phrases.turn(breach))
            p { link(phrases.settleTitle, to: Link.settlement(breach.conditionID, of: breach.grantID)) }
            p { link("\(phrases.toTheCase) \(breach.registryNumber)", to: Link.deskCase(breach.applicationID)) }
        }
    }

    private var filters: HTML {
        form(action: Link.desk, method: .get, .class("filters")) {
            select(
                label: phrases.status, name: "status",
                choices: [Choice("", phrases.all)] + statuses.map { Choice($0.rawValue, phrases.name($0)) },
                selected: status?.rawValue)
            select(
                label: phrases.callOfApplication, name: "callId",
                choices: [Choice("", phrases.all)] + calls.map { Choice($0.id.description, $0.details.title) },
                selected: call?.description)
            div(.class("actions")) { button(phrases.show) }
        }
    }

    /// Drafts are the libraries' own room.
    private var statuses: [GrantApplication.Status] {
        GrantApplication.Status.allCases.filter { ![.draft, .lapsed].contains($0) }
    }

    private var queue: HTML {
        listing(
            caption: phrases.casesHeading,
            [
                Column(phrases.application), Column(phrases.registryNumber), Column(phrases.applicant),
                Column(phrases.status), Column(phrases.sought, isNumber: true), Column(phrases.receivedAt),
                Column(phrases.name(Role.caseOfficer)),
            ], applications.map(row))
    }

    private func row(_ application: GrantApplication) -> TableRow {
        TableRow([
            link(to: Link.deskCase(application.id)) { userText(application.request.title) },
            HTML(application.receipt?.registryNumber ?? ""), userText(libraries[application.libraryID]),
            StatusBadge(status: application.status, phrases: phrases).html,
            HTML(phrases.money(application.request.requestedAmount)),
            HTML(application.receipt.map { phrases.day(Stockholm.day($0.submittedAt)) } ?? ""),
            HTML(application.caseOfficerID.flatMap { officers[$0] } ?? "–"),
        ])
    }
}
