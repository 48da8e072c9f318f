import Domain
import HTML
import Store

/// A report as it was sent, beside what was decided.
struct SentReportPart {
    let sent: SentReport
    let file: ReportFile
    let phrases: Phrases

    private var report: Report { sent.report }

    @HTMLBuilder var html: HTML {
        h2(phrases.sentReport(sent.number))
        p {
            phrases.moment(sent.sentAt); ", "; userText(file.names[sent.sentBy] ?? "–")
        }
        for event in report.events { part(event) }
        if !hints.isEmpty {
            notice(phrases.worthALook, kind: "info") {
                ul {
                    for finding in hints {
                        li(FindingWords(phrases: phrases, libraries: file.libraries).sentence(finding))
                    }
                }
            }
        }
        money
        h3(phrases.reportLearnings)
        blockquote { userParagraphs(report.learnings) }
        if !report.materialLink.isEmpty { p { userText(report.materialLink) } }
        p(phrases.fingerprint(sent.hash.hexadecimal), .class("hint"))
    }

    private var hints: [Finding] {
        FundingRule.outcome(of: report, facts: sent.facts).filter { $0.severity == .hint }
    }

    @HTMLBuilder private func part(_ event: Report.EventOutcome) -> HTML {
        if let fact = sent.facts.first(where: { $0.eventID == event.eventID }) {
            h3 { userText(fact.title) }
            p(event.carriedOut == true ? phrases.wasCarriedOut : phrases.wasNotCarriedOut)
            ReportFactsPart(known: fact, libraries: file.libraries, phrases: phrases).html
            if !event.deviations.isEmpty { blockquote { userParagraphs(event.deviations) } }
            if !event.guests.isEmpty { guests(event) }
            if let refused = event.refused { p(phrases.refusedOthers(refused)) }
        }
    }

    private func guests(_ event: Report.EventOutcome) -> HTML {
        listing(
            caption: phrases.guestsHeading,
            [
                Column(phrases.guestLibrary), Column(phrases.registeredGuests, isNumber: true),
                Column(phrases.attendedGuests, isNumber: true),
            ],
            event.guests.map { guests in
                TableRow([
                    userText(file.libraries[guests.libraryID]),
                    HTML(guests.registered.map(phrases.number) ?? "–"),
                    HTML(guests.attended.map(phrases.number) ?? "–"),
                ])
            })
    }

    private var money: HTML {
        listing(
            caption: phrases.outcomeHeading,
            [
                Column(phrases.kindOfCost), Column(phrases.plannedCost, isNumber: true),
                Column(phrases.outcomeOfCost, isNumber: true), Column(phrases.differenceOfCost, isNumber: true),
            ],
            Report.Line.Kind.allCases.compactMap(row)
                + [row(phrases.sumOfCosts, file.budget.map(\.amount).sum, report.total ?? .zero, isSum: true)])
    }

    private func row(_ kind: Report.Line.Kind) -> TableRow? {
        let planned = file.budget.filter { $0.kind == kind }.map(\.amount).sum
        let outcome = report.outcome.filter { $0.kind == kind }.map(\.amount).sum
        guard planned > .zero || outcome > .zero else { return nil }
        return row(phrases.name(kind), planned, outcome)
    }

    private func row(_ name: String, _ planned: Money, _ outcome: Money, isSum: Bool = false) -> TableRow {
        TableRow(
            [
                HTML(name), HTML(phrases.money(planned)), HTML(phrases.money(outcome)),
                HTML(phrases.money(outcome - planned)),
            ], isSum: isSum)
    }
}

/// How a report was settled, or is proposed to be.
struct ReportSettlementPart {
    let settlement: ReportSettlement
    let file: ReportFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        h2(phrases.settlementOfReport)
        dl(.class("facts")) {
            fact(phrases.entitled, phrases.money(settlement.entitled))
            fact(phrases.toComeBack, phrases.money(settlement.claimed))
            fact(phrases.dueOn, settlement.dueOn.map { phrases.day($0) })
            fact(phrases.proposedBy) {
                userText(file.names[settlement.proposedBy] ?? "–")
                ", \(phrases.moment(settlement.proposedAt))"
            }
            if let confirmation = settlement.confirmation {
                fact(phrases.confirmedBy) {
                    userText(file.names[confirmation.by] ?? "–")
                    ", \(phrases.moment(confirmation.at))"
                }
                fact(phrases.decision) {
                    link(
                        phrases.name(DecisionDocument.Kind.reportSettlement),
                        to: Link.document(confirmation.documentID, of: file.grant.applicationID))
                }
            }
        }
        blockquote { userParagraphs(settlement.reasons) }
    }
}

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
            if file.settlement == nil { settling } else { p(phrases.settlementIsProposed) }
            returning
        }
        if let settlement = file.settlement, settlement.claimed > .zero, person.has(.decisionMaker) {
            section(.class("panel"), .id("confirmation")) {
                h2(phrases.confirmHeading)
                p(phrases.confirmingMeans(settlement.claimed))
                form(action: "\(Link.reportConfirmation(grant.id))#error-summary", method: .post, .class("stacked")) {
                    request.formToken
                    hidden(name: "version", value: "\(grant.revision)")
                    BoardFields(typed: typed).html
                    div(.class("actions")) { button(phrases.confirmSettlement) }
                }
            }
        }
    }

    private var settling: HTML {
        section(.class("panel"), .id("settling")) {
            h2(phrases.settleReportHeading)
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
