import Domain
import HTML

/// What the reader may do in a case now; and if they may not, why.
struct CaseActions {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }
    private var version: [String: String] { ["version": "\(application.version)"] }

    @HTMLBuilder var html: HTML {
        if !application.status.isFinal, person.has(.caseOfficer) || person.has(.decisionMaker) {
            section(.class("panel"), .id("actions")) {
                h2(phrases.nextStepHeading)
                if let conflict = file.conflict(of: person) {
                    p { strong(phrases.message(.conflictOfInterest)) }
                    p(phrases.explained(conflict))
                } else {
                    steps
                }
            }
        }
    }

    @HTMLBuilder private var steps: HTML {
        switch application.status {
        case .submitted where person.has(.caseOfficer):
            p(phrases.takingMeans)
            commandButton(phrases.takeTheCase, to: Link.handling(application.id), version, for: request)
        case .inReview where person.has(.caseOfficer):
            if file.handling.reviews.areDone(besides: person.id) {
                recommendation
            } else {
                p(phrases.reviewsAreMissing(file.handling.reviews))
            }
            CompletionRequestForm(request: request, typed: typed, application: application).html
        case .readyForDecision where person.has(.decisionMaker): decision
        case .readyForDecision where person.has(.caseOfficer):
            p(phrases.waitingFor(application.status))
            details(summary: phrases.recommendAgain, .class("more")) { recommendation }
            returning
        default: p(phrases.waitingFor(application.status))
        }
        if person.has(.decisionMaker), application.status == .submitted || application.status == .inReview { dismissal }
    }

    private var recommendation: HTML {
        form(action: "\(Link.recommendation(application.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(application.version)")
            OutcomeFields(typed: typed, legend: phrases.recommendHeading, sought: application.request.requestedAmount)
                .html
            div(.class("actions")) { button(phrases.recommend) }
        }
    }

    @HTMLBuilder private var decision: HTML {
        RecommendationPart(file: file, phrases: phrases, heading: h3).html
        if file.wantsOtherEyes(than: person) {
            p { strong(phrases.message(.fourEyesDecide)) }
            p(phrases.fourEyesExplained)
        } else {
            p { link(phrases.decideHeading, to: Link.decision(application.id), .class("button")) }
        }
        returning
    }

    private var returning: HTML {
        disclosure(phrases.returnHeading, isOpen: typed.hasFault(in: "returnReason")) {
            p(phrases.returningMeans)
            form(action: "\(Link.returnToReview(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                typed.lines("returnReason", 3)
                button(phrases.returnToReview)
            }
        }
    }

    private var dismissal: HTML {
        disclosure(phrases.dismissHeading, isOpen: typed.hasFault(in: "dismissalGround")) {
            p(phrases.dismissingMeans)
            form(action: "\(Link.dismissal(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                typed.lines("dismissalGround", 3)
                button(phrases.dismiss, .class("serious"))
            }
        }
    }
}

/// The fields of a proposal or decision: yes with an amount, or no, and why.
struct OutcomeFields {
    let typed: TypedForm
    let legend: String
    let sought: Money

    private var phrases: Phrases { typed.phrases }

    var html: HTML {
        fieldset(legend: legend) {
            typed.radios("outcome", [Choice("approve", phrases.approve), Choice("reject", phrases.reject)])
            typed.amount("amount", hint: phrases.soughtAmount(sought))
            typed.lines("reasons", 5, hint: phrases.reasonsHint)
        }
    }
}

/// What the case officer has proposed, and what has changed since.
struct RecommendationPart {
    let file: CaseFile
    let phrases: Phrases
    /// `h3` under a heading of the page, `h2` where it begins one.
    let heading: Element

    @HTMLBuilder var html: HTML {
        if let recommendation = file.recommendation {
            heading(phrases.recommendation)
            p { strong(phrases.sentence(recommendation.outcome)) }
            userParagraphs(recommendation.reasons)
            p(.class("hint")) {
                userText(file.names[recommendation.recommendedBy] ?? "")
                ", \(phrases.moment(recommendation.recommendedAt))"
            }
            StaleRecommendation(file: file, phrases: phrases).html
        }
    }
}

/// Where the decision is made, with what the rule says once more.
struct DecisionPage {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.deskCase(application.id)) { userText(application.request.title) } }
        h1(phrases.decideHeading)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { CaseRefusal(refusal: refusal, file: file, phrases: phrases).html }
        div(.class("columns")) {
            div {
                RecommendationPart(file: file, phrases: phrases, heading: h2).html
                formOrReason
            }
            if let now = file.now {
                FindingsPart(
                    request: request, evaluation: now, events: file.events, libraries: file.libraries, buttons: .absent
                ).html
            }
        }
        ChangesPart(file: file, phrases: phrases).html
    }

    @HTMLBuilder private var formOrReason: HTML {
        if let conflict = file.conflict(of: person) {
            p { strong(phrases.message(.conflictOfInterest)) }
            p(phrases.explained(conflict))
        } else if file.wantsOtherEyes(than: person) {
            p { strong(phrases.message(.fourEyesDecide)) }
            p(phrases.fourEyesExplained)
        } else if application.status != .readyForDecision {
            p(phrases.waitingFor(application.status))
        } else {
            form(action: "\(Link.decision(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                OutcomeFields(typed: typed, legend: phrases.decision, sought: application.request.requestedAmount).html
                BoardFields(typed: typed).html
                p(phrases.decidingMeans)
                div(.class("actions")) { button(phrases.decide) }
            }
        }
    }
}
