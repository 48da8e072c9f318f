import Domain
import HTML
import Store

/// The region's desk: first what waits, then the cases.
struct DeskPage {
    let request: WebRequest
    let cases: DeskCases
    let breaches: [OpenBreach]
    let risks: [RiskOnDesk]
    let overdue: [OverdueInvitation]
    let overdueReviews: [OverdueReview]
    let changes: [WaitingChange]
    let unposted: [UnpostedDecision]
    let alarms: [Alarm]
    let prints: [WaitingPrint]
    let reports: [ReportOnDesk]
    /// Those that are overdue.
    let claims: [FollowedClaim]
    let libraries: LibraryNames
    let now: Instant

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.deskTitle)
        ways
        if !alarms.isEmpty { alarmList }
        WaitingPrintsPart(prints: prints, phrases: phrases).html
        if !breaches.isEmpty { breachList }
        ClaimDeskPart(claims: claims, phrases: phrases).html
        RisksOnDeskPart(risks: risks, libraries: libraries, phrases: phrases).html
        OverdueInvitationsPart(invitations: overdue, phrases: phrases).html
        OverdueReviewsPart(reviews: overdueReviews, phrases: phrases).html
        WaitingChangesPart(changes: changes, today: Stockholm.day(now), phrases: phrases).html
        UnpostedDecisionsPart(decisions: unposted, today: Stockholm.day(now), phrases: phrases).html
        ReportDeskPart(reports: reports, today: Stockholm.day(now), phrases: phrases).html
        cases.html
    }

    private var ways: HTML {
        ul(.class("tools")) {
            li { link(phrases.casesHeading, to: "#cases") }
            li { link(phrases.paymentsTitle, to: Link.paymentDesk) }
            li { link(phrases.claimsTitle, to: Link.claims) }
            li { link(phrases.budgetBoardTitle, to: Link.budgetBoard) }
            li { link(phrases.decisionOrderTitle, to: Link.decisionOrder) }
        }
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
}
