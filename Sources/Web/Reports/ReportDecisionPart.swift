import Domain
import HTML

/// What the region may do with a report that stands.
struct ReportDecisionPart {
    let request: WebRequest
    let person: Person
    let file: ReportFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }

    @HTMLBuilder var html: HTML {
        if person.has(.caseOfficer) {
            if file.settlement?.isOpen == true { p(phrases.settlementIsProposed) } else { settling }
            returning
        }
        if let settlement = file.settlement, settlement.isOpen, person.has(.decisionMaker) {
            deciding(settlement)
            sendingBack
        }
    }

    private func deciding(_ settlement: ReportSettlement) -> HTML {
        section(.class("panel"), .id("confirmation")) {
            h2(phrases.confirmHeading)
            p(phrases.confirmingMeans(settlement))
            form(action: "\(Link.reportConfirmation(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                BoardFields(typed: typed).html
                div(.class("actions")) { button(phrases.confirmSettlement) }
            }
        }
    }

    private var sendingBack: HTML {
        details(summary: phrases.returnSettlementHeading, .class("more")) {
            form(action: "\(Link.settlementReturn(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.lines("settlementReasons", 4)
                button(phrases.returnReport)
            }
        }
    }

    private var settling: HTML {
        section(.class("panel"), .id("settling")) {
            h2(phrases.settleReportHeading)
            p(phrases.settlingMeansDecision)
            if let unspent = file.unspent {
                dl(.class("facts")) {
                    fact(phrases.paidSoFar, phrases.money(grant.paid))
                    fact(phrases.entitled, phrases.money(unspent.entitled))
                    fact(phrases.toComeBack, phrases.money(unspent.claimed))
                    fact(phrases.toTheCall, phrases.money(unspent.released))
                }
            }
            form(action: "\(Link.reportSettlement(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.boxes(
                    "accepted",
                    file.facts.map { Choice($0.eventID.description, phrases.evidenceIsAccepted($0.title)) })
                typed.lines("reasons", 4)
                typed.day("dueOn", hint: phrases.dueHint)
                button(phrases.settleReport)
            }
        }
    }

    private var returning: HTML {
        details(summary: phrases.returnReportHeading, .class("more")) {
            form(action: "\(Link.reportReturn(grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(grant.revision)")
                typed.lines("returnReasons", 4)
                typed.day("returnDueOn")
                button(phrases.returnReport)
            }
        }
    }
}
