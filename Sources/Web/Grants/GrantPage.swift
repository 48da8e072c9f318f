import Domain
import HTML

/// A grant: what was given on which terms, what was paid, and what the reader may do.
struct GrantPage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.application(grant.applicationID)) { userText(file.application.request.title) } }
        h1(phrases.grantTitle)
        p(.class("badges")) {
            if grant.isTakenBack {
                badge(phrases.label(of: grant))
            } else {
                badge(phrases.name(grant.state), kind: grant.state.isInForce ? "good" : "neutral")
            }
            if grant.paymentHold { " "; badge(phrases.holdTitle(grant), kind: "bad") }
        }
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        held
        OwedPart(grant: grant, today: Stockholm.day(file.now), phrases: phrases).html
        report
        GrantActions(request: request, person: person, file: file, typed: typed).html
        facts
        conditions
        for condition in grant.conditions {
            BreachSettlementList(settlements: condition.settlements, file: file, phrases: phrases).html
        }
        GrantChangesPart(person: person, file: file, phrases: phrases).html
        PaymentList(file: file, phrases: phrases).html
        if !grant.claims.isEmpty { claims }
        // Where they wait to be accepted they stand above, with the button.
        if grant.state != .awarded || !person.has(.signatory, at: grant.libraryID) { terms }
    }

    /// Why nothing is paid now.
    @HTMLBuilder private var held: HTML {
        if grant.decisionIsAnnulled {
            notice(phrases.paymentIsHeld, kind: "bad") { p(phrases.message(.decisionIsAnnulled)) }
        } else if grant.reporting.isOverdue, !grant.isTakenBack {
            notice(phrases.reportIsOverdue, kind: "bad") { p(phrases.reportOverdueMeans) }
        } else if grant.paymentHold {
            notice(phrases.holdTitle(grant), kind: "bad") { p(phrases.holdMeans(grant)) }
        }
    }

    @HTMLBuilder private var report: HTML {
        switch grant.state {
        case .active, .changeRequested:
            if grant.isTakenBack { p(phrases.nothingToReport) } else { toReport }
        case .reported, .settled, .closed:
            if grant.state == .settled { p(phrases.waitsFor(grant)) }
            p { link(phrases.readReport, to: Link.report(grant.id)) }
        case .repaymentDemanded: p(phrases.waitsFor(grant))
        case .awarded, .ended: HTML.empty
        }
    }

    private var toReport: HTML {
        let writes = person.has(.applicant, at: grant.libraryID) || person.has(.signatory, at: grant.libraryID)
        return p { link(writes ? phrases.writeReport : phrases.reportTitle, to: Link.report(grant.id)) }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            fact(phrases.registryNumber, file.application.receipt?.registryNumber)
            fact(phrases.applicant) { userText(file.library) }
            fact(phrases.granted, phrases.money(grant.amount))
            fact(phrases.paidSoFar, phrases.money(grant.paid))
            fact(phrases.underWay, phrases.money(grant.underWay))
            if grant.state.isInForce, grant.undrawn > .zero { fact(phrases.undrawn, phrases.money(grant.undrawn)) }
            fact(phrases.reportDueOn, grant.isTakenBack ? nil : grant.reporting.dueOn.map { phrases.day($0) })
            if let closedOn = grant.reporting.closedOn {
                fact(phrases.closedOn, phrases.day(closedOn))
                fact(phrases.keepUntil, grant.reporting.keepUntil.map { phrases.day($0) } ?? phrases.keptForEver)
                fact(phrases.disposalDecision, grant.reporting.disposalDecision)
            }
            fact(phrases.payeeAccount, grant.account.map { "\(phrases.name($0.kind)) \($0)" } ?? phrases.noPayeeAccount)
        }
    }

    @HTMLBuilder private var conditions: HTML {
        h2(phrases.conditionsOfGrant)
        listing(
            caption: phrases.conditionsOfGrant,
            [Column(phrases.event), Column(phrases.amount, isNumber: true), Column(phrases.condition)],
            grant.conditions.map(row))
    }

    private func row(_ condition: Condition) -> TableRow {
        TableRow([
            HTML {
                link(to: Link.event(condition.eventID)) { userText(file.title(of: condition)) }
                if person.isOfRegionalDesk || !person.libraries(as: .host).isEmpty {
                    " "
                    link(phrases.evidenceTitle, to: Link.evidence(condition.eventID))
                }
            },
            HTML(phrases.money(condition.costShare)),
            standing(of: condition),
        ])
    }

    /// How it stands, and where the reader can do something about it.
    @HTMLBuilder private func standing(of condition: Condition) -> HTML {
        ConditionBadge(state: condition.state, phrases: phrases).html
        if let since = condition.bindsOnSince { p(phrases.bindsOn(since: since), .class("hint")) }
        RiskPart(risks: condition.risks, libraries: file.libraries, phrases: phrases).html
        if let successor = condition.successorEventID {
            " "
            link(phrases.toSuccessor, to: Link.event(successor))
        } else if condition.state.holdsPayments,
            file.isCancelled(condition) && person.has(.caseOfficer)
                || file.offers.latest(for: condition.id) != nil
        {
            " "
            link(phrases.newDateTitle, to: Link.newDate(condition.id, of: grant.id))
        }
        if !condition.openBreaches.isEmpty, mayAnswer(for: condition) {
            " "
            link(phrases.replyTitle, to: Link.reply(condition.id, of: grant.id))
        }
        if condition.binds, grant.state.isInForce, person.has(.caseOfficer) {
            " "
            link(phrases.findBreachTitle, to: Link.breach(condition.id, of: grant.id))
        }
        if !condition.breaches.isEmpty, person.has(.caseOfficer) || person.has(.decisionMaker) {
            " "
            link(
                condition.state.holdsPayments ? phrases.settleTitle : phrases.settledTitle,
                to: Link.settlement(condition.id, of: grant.id))
        }
    }

    private func mayAnswer(for condition: Condition) -> Bool {
        file.events.first { $0.id == condition.eventID }.map { grant.mayAnswer(person, for: $0) } ?? false
    }

    @HTMLBuilder private var claims: HTML {
        h2(phrases.claims)
        listing(
            caption: phrases.claims,
            [
                Column(phrases.reference), Column(phrases.dueOn), Column(phrases.amount, isNumber: true),
                Column(phrases.left, isNumber: true), Column(phrases.status),
            ],
            grant.claims.map { claim in
                TableRow([
                    link(phrases.claim(claim.reference), to: Link.claim(claim.id, of: grant.id)),
                    HTML(phrases.day(claim.dueOn)), HTML(phrases.money(claim.amount)),
                    HTML(phrases.money(claim.left)), HTML(phrases.name(claim.state)),
                ])
            })
    }

    /// What was accepted stands as it was accepted; else the words as they are.
    @HTMLBuilder private var terms: HTML {
        h2(phrases.termsOfGrant)
        if let acceptance = grant.acceptance {
            p {
                phrases.acceptedOn(acceptance.acceptedAt); " "
                userText(file.names[acceptance.acceptedBy] ?? "–"); "."
            }
            blockquote { userParagraphs(acceptance.terms) }
            p(phrases.fingerprint(acceptance.hash.hexadecimal), .class("hint"))
        } else {
            blockquote { userParagraphs(file.terms(phrases).text) }
        }
    }
}
