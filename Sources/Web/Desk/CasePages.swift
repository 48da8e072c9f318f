import Domain
import HTML
import Store

/// One case: what was received and what it is now, what the rule said then and says now, what has happened, and what
/// the reader may do in it.
struct CasePage {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }

    @HTMLBuilder var html: HTML {
        p { link(phrases.deskTitle, to: Link.desk) }
        h1 { userText(application.request.title) }
        p(.class("badges")) {
            StatusBadge(status: application.status, grant: file.grant, phrases: phrases).html
            " \(application.receipt?.registryNumber ?? "")"
        }
        if refusal == nil { confirmation(request) }
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { CaseRefusal(refusal: refusal, file: file, phrases: phrases).html }
        for breach in file.breaches { held(breach) }
        for condition in file.grant?.conditions ?? [] where !condition.risks.isEmpty { atRisk(condition) }
        CaseActions(request: request, person: person, file: file, typed: typed).html
        if let decision = file.decision {
            DecisionPart(decision: decision, grant: file.grant, events: file.events, phrases: phrases).html
        }
        DecisionPackPart(decision: file.decision, pack: file.pack, phrases: phrases).html
        DecisionCommands(request: request, person: person, file: file, typed: typed).html
        AppealsPart(request: request, person: person, file: file, typed: typed).html
        div(.class("columns")) { columns }
        ChangesPart(file: file, phrases: phrases).html
        handling
        CaseHistory(file: file, phrases: phrases).html
        ArchivePart(request: request, person: person, file: file).html
    }

    /// What it says, and beside it what the rule finds.
    @HTMLBuilder private var columns: HTML {
        div {
            ApplicationContents(
                application: application, call: file.call, events: file.events, libraries: file.libraries,
                phrases: phrases
            ).html
            file.parts.html(of: application, file.libraries, phrases)
            SimilarPart(similar: file.parts.similar, libraries: file.libraries, phrases: phrases).html
        }
        if let now = file.now {
            FindingsPart(
                request: request, evaluation: now, events: file.events, libraries: file.libraries, buttons: .absent
            ).html
        }
    }

    @HTMLBuilder private var handling: HTML {
        CompletionList(completions: file.handling.completions, phrases: phrases).html
        if file.handling.showsNotes {
            ReviewsPart(request: request, person: person, file: file, typed: typed).html
            ReviewersPart(request: request, person: person, file: file, typed: typed).html
            ConflictsPart(request: request, person: person, file: file, typed: typed).html
        }
        MessagesPart(
            request: request, messages: file.handling.messages, typed: typed,
            path: Link.deskMessages(application.id),
            side: person.has(.caseOfficer) || person.has(.decisionMaker)
                ? (file.conflict(of: person) == nil ? .region : nil) : nil
        ).html
    }

    private func atRisk(_ condition: Condition) -> HTML {
        notice(phrases.conditionsAtRisk, kind: "warning") {
            p {
                link(to: Link.event(condition.eventID)) {
                    userText(file.events.first { $0.id == condition.eventID }?.details.title ?? "–")
                }
            }
            RiskPart(risks: condition.risks, libraries: file.libraries, phrases: phrases).list
        }
    }

    private func held(_ breach: OpenBreach) -> HTML {
        notice(file.grant.map { phrases.holdTitle($0) } ?? phrases.paymentIsHeld, kind: "bad") {
            p {
                link(to: Link.event(breach.eventID)) { userText(breach.eventTitle) }; " – \(phrases.name(breach.kind))"
            }
            blockquote { userParagraphs(breach.reason) }
            p("\(phrases.reported(breach)) \(phrases.turn(breach))")
            if let now = file.now {
                WhatIsBroken(
                    event: breach.eventID, compared: file.compared, now: now,
                    findings: FindingWords(phrases: phrases, libraries: file.libraries)
                ).html
            }
            if let condition = file.grant?.conditions.first(where: { $0.id == breach.conditionID }) {
                if condition.replies.isEmpty { p(phrases.noReplyYet) }
                RepliesPart(condition: condition, names: file.names, phrases: phrases).html
            }
            if person.has(.caseOfficer) || person.has(.decisionMaker) {
                p { link(phrases.settleTitle, to: Link.settlement(breach.conditionID, of: breach.grantID)) }
            }
        }
    }
}

/// Why something was refused in a case, with what the rule found.
struct CaseRefusal {
    let refusal: Refusal
    let file: CaseFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        refusalNotice(refusal, phrases)
        switch refusal {
        case .notAllowed(.fourEyesDecide): p(phrases.fourEyesExplained)
        case .notAllowed(.conflictOfInterest): p(phrases.conflictExplained)
        default: HTML.empty
        }
        if !refusal.findings.isEmpty {
            FindingWords(phrases: phrases, libraries: file.libraries).list(refusal.findings, in: file.events)
        }
    }
}

/// What the rule said at each moment, and what people did.
struct CaseHistory {
    let file: CaseFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !file.then.isEmpty {
            section {
                h2(phrases.ruleThen)
                ul { for evaluation in file.then { li { item(evaluation) } } }
                p { link(phrases.ruleThenAll, to: Link.evaluations(file.application.id)) }
            }
        }
        section {
            h2(phrases.caseLog)
            ol(.class("log")) { for event in file.log { li { item(event) } } }
        }
    }

    @HTMLBuilder private func item(_ evaluation: StoredEvaluation) -> HTML {
        let words = FindingWords(phrases: phrases, libraries: file.libraries)
        let faults = evaluation.findings.filter { $0.verdict != Verdict.holds.rawValue }
        "\(phrases.momentOfCase(evaluation.moment)), \(phrases.moment(evaluation.evaluatedAt)): "
        strong(phrases.name(evaluation.verdict))
        if !faults.isEmpty { ul { for fault in faults { li(words.sentence(fault)) } } }
    }

    @HTMLBuilder private func item(_ event: CaseEvent) -> HTML {
        time(phrases.moment(event.happenedAt), datetime: event.happenedAt.machineText)
        ": \(phrases.logged(event.kind))"
        if let actor = event.actorName { ", "; userText(actor) }
        if !event.detail.isEmpty { div(.class("detail")) { userParagraphs(phrases.detail(of: event)) } }
    }
}
