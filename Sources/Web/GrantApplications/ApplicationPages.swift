import Domain
import HTML

/// An application as its library sees it: what it says, how it stands, and what can be done with it now.
struct ApplicationPage {
    let request: WebRequest
    let person: Person
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let evaluation: Evaluation?
    let parts: ApplicationPartsFile
    let decision: Decision?
    let pack: DecisionPack
    let grant: Grant?
    let handling: CaseHandling
    /// What has been written in answer to a request for completion and not sent in.
    let wanted: GrantRequest
    /// The parts that are another there.
    let changed: [GrantRequest.Part]
    let refusal: Refusal?
    let typed: TypedForm
    let now: Instant

    private var phrases: Phrases { request.phrases }
    private var maySign: Bool { person.has(.signatory, at: application.libraryID) }
    var isDraft: Bool { application.status == .draft }

    @HTMLBuilder var html: HTML {
        p { link(phrases.workbenchTitle, to: Link.workbench) }
        h1 { userText(application.request.title) }
        p(.class("badges")) { StatusBadge(status: application.status, grant: grant, phrases: phrases).html }
        faults
        if refusal == nil { confirmation(request) }
        if brokenConditions.isEmpty {
            p(
                phrases.nextStep(of: application, as: grant, in: call, at: now, maySign: maySign), .class("lead"))
        } else {
            broken
        }
        if let grant { OwedPart(grant: grant, today: Stockholm.day(now), phrases: phrases).html }
        SimilarPart(similar: parts.similar, libraries: libraries, phrases: phrases).html
        if isDraft, application.mayBeEdited(by: person) {
            p { link(phrases.editApplication, to: Link.editApplication(application.id), .class("button")) }
        }
        if let asked = handling.openCompletion { completion(asked) }
        if let decision { DecisionPart(decision: decision, grant: grant, events: events, phrases: phrases).html }
        DecisionPackPart(decision: decision, pack: pack, phrases: phrases).html
        div(.class("columns")) { columns }
        if !isDraft { p { link(phrases.ruleThenAll, to: Link.evaluations(application.id)) } }
        if isDraft { submission }
        CompletionList(completions: handling.completions.filter { !$0.isOpen }, phrases: phrases).html
        if application.receipt != nil { messages }
        if mayWithdraw {
            if awaitsItsOutcome { p(phrases.message(.caseAwaitsItsOutcome)) } else { withdrawal }
        }
    }

    /// What it says, and beside it what the rule finds.
    @HTMLBuilder private var columns: HTML {
        div {
            written
            parts.html(of: application, libraries, phrases)
        }
        if let evaluation {
            FindingsPart(
                request: request, evaluation: evaluation, events: events, libraries: libraries,
                buttons: isDraft && application.mayBeEdited(by: person) ? .to(Link.repair(application.id)) : .absent
            ).html
        }
    }

    @HTMLBuilder private var written: HTML {
        let contents = ApplicationContents(
            application: application, call: call, events: events, libraries: libraries, phrases: phrases)
        if isDraft, let evaluation {
            CheckAnswersPart(
                contents: contents, progress: parts.progress(of: application, to: call, evaluation),
                mayWrite: application.mayBeEdited(by: person)
            ).html
        } else {
            contents.html
        }
    }

    private func completion(_ asked: CompletionRequest) -> HTML {
        AskedCompletion(
            request: request, application: application, asked: asked, typed: typed,
            changed: changed,
            mayWrite: application.mayBeEdited(by: person), maySign: maySign
        ).html
    }

    private var messages: HTML {
        MessagesPart(
            request: request, messages: handling.messages, typed: typed, path: Link.messages(application.id),
            side: application.mayBeEdited(by: person) ? .applicant : nil
        ).html
    }

    private var brokenConditions: [Condition] { grant?.conditions.filter { $0.state == .breached } ?? [] }

    /// What is broken, how, and where to answer.
    private var broken: HTML {
        notice(grant.map { phrases.holdTitle($0) } ?? phrases.paymentIsHeld, kind: "bad") {
            p(grant.map { phrases.holdMeans($0) } ?? phrases.paymentIsHeldMeans)
            for condition in brokenConditions {
                p {
                    if let event = events.first(where: { $0.id == condition.eventID }) {
                        link(to: Link.event(event.id)) { userText(event.details.title) }
                        ". "
                    }
                    link(phrases.replyTitle, to: Link.reply(condition.id, of: condition.grantID))
                    if let due = condition.replyDueAt { " (\(phrases.answerBy(due)))" }
                }
                for breach in condition.openBreaches { blockquote { userParagraphs(breach.reason) } }
            }
        }
    }

    @HTMLBuilder private var faults: HTML {
        if lacking.isEmpty { typed.summary } else { incomplete }
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
    }

    /// Faults of fields that stand on the page of the form and not on this one.
    private var lacking: [FieldError] {
        (refusal?.fieldErrors ?? []).filter { !["attested", "reason", "text"].contains($0.field) }
    }

    private var incomplete: HTML {
        div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) {
            h2(phrases.somethingToMend)
            ul {
                for fault in refusal?.fieldErrors ?? [] {
                    li {
                        link(
                            phrases.besideField(fault, label: typed.label),
                            to: address(of: fault.field))
                    }
                }
            }
            p { link(phrases.editApplication, to: formPath) }
        }
    }

    private var mayWithdraw: Bool {
        maySign && GrantApplication.moves.contains { $0.command == .withdraw && $0.from == application.status }
    }

    /// All outcomes of the call are told at once, and this one may be decided already.
    private var awaitsItsOutcome: Bool {
        application.status == .readyForDecision && call.decisionTerms.keepsBack(at: now)
            && !person.learnsOutcomesAtOnce
    }

    private var submission: HTML {
        section(.class("panel"), .id("submission")) {
            h2(phrases.submitHeading)
            if !maySign {
                SigningPart(
                    request: request, application: application, signing: parts.signing,
                    mayAsk: application.mayBeEdited(by: person)
                ).html
            } else if !call.isOpen(at: now) {
                p(phrases.window(of: call, at: now))
            } else {
                p(phrases.submittingMeans)
                p(phrases.publicRecord)
                form(action: "\(Link.submission(application.id))#error-summary", method: .post) {
                    request.formToken
                    hidden(name: "version", value: "\(application.version)")
                    typed.box("attested")
                    div(.class("actions")) { button(phrases.submit) }
                }
            }
        }
    }

    private var withdrawal: HTML {
        details(summary: phrases.withdrawHeading, .class("more")) {
            p(phrases.withdrawingMeans)
            form(action: "\(Link.withdrawal(application.id))#error-summary", method: .post) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                typed.lines("reason", 3, hint: phrases.optional)
                button(phrases.withdrawNow, .class("serious"))
            }
        }
    }
}
