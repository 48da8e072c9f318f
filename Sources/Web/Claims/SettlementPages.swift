import Domain
import HTML
import Operations
import Store

extension Link {
    /// Where the region settles what was broken.
    static func settlement(_ condition: Condition.ID, of grant: Grant.ID) -> String {
        "\(self.grant(grant))/conditions/\(condition)/settlement"
    }
}

extension Routes {
    /// The page on which the region settles the breaches of a condition.
    mutating func addSettlementPages(_ service: Service) {
        let pages = SettlementPages(service: service)
        let path = "/grants/:id/conditions/:conditionId/settlement"
        let access = Access<Person>.role(.caseOfficer, .decisionMaker)
        get(path, access: access) { request, person in try await pages.show(request, person) }
        post(path, access: access) { request, person in try await pages.settle(request, person) }
    }
}

private struct SettlementPages: Sendable {
    let service: Service

    func settle(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
        return try await GrantForm(request: request).send(to: Link.grant(grant), .settled) { form, version in
            let choice = form.requiredChoice("outcome", SettlementChoice.frustrated)
            let reasons = form.requiredText("reasons")
            let (accepted, due) = (form.money("acceptedAmount"), form.day("dueOn"))
            let minutes = BoardFields.read(form)
            if choice == .waived, accepted == nil { form.errors.add("acceptedAmount", .isMissing) }
            try form.end()
            _ = try await service.operations.settleBreach(
                of: condition, in: grant, as: choice.settlement(accepted: accepted, dueOn: due), because: reasons,
                by: person, registering: minutes, expecting: version, request: request.sentOnce(by: person))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let condition = try file.grant.condition(request.id(Condition.self, "conditionId"))
        let phrases = request.phrases
        let due = Stockholm.day(file.now).adding(days: Claim.daysToPay)
        let typed = GrantForm(request: request).fields(
            ["dueOn": [due.text]], after: refusal, label: phrases.settlementField)
        let page = SettlementPage(
            request: request, person: person, file: file, condition: condition,
            compared: try await service.operations.compareApplication(file.application, for: person),
            now: try await service.operations.evaluateApplication(file.application, for: person)
                .ofCase(file.application.status),
            typed: typed, refusal: refusal)
        let place = Link.settlement(condition.id, of: file.grant.id)
        return .page(phrases.settleTitle, for: request, after: refusal, keeping: place) { page.html }
    }
}

/// What was broken and answered, and what the reader may decide of it.
private struct SettlementPage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let condition: Condition
    let compared: ComparedApplication?
    /// What the rule says of the case now.
    let now: Evaluation
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        ConditionHead(
            title: phrases.settleTitle, request: request, file: file, condition: condition, typed: typed,
            refusal: refusal
        ).html
        for breach in condition.breaches { told(breach) }
        if condition.state.holdsPayments {
            WhatIsBroken(event: condition.eventID, compared: compared, now: now, file: file, phrases: phrases).html
        }
        RepliesPart(condition: condition, names: file.names, phrases: phrases).html
        if condition.state.holdsPayments, condition.replies.isEmpty { p(phrases.noReplyYet) }
        BreachSettlementList(settlements: condition.settlements, file: file, phrases: phrases).html
        if !choices.isEmpty {
            decision
        } else if condition.state.holdsPayments, person.has(.caseOfficer) {
            p(phrases.decisionMakerSettles(isCancelled: file.isCancelled(condition)))
        } else {
            p(phrases.nothingToSettle)
        }
        if let since = condition.bindsOnSince { p(phrases.bindsOn(since: since)) }
    }

    private func told(_ breach: Condition.Breach) -> HTML {
        section {
            h2("\(phrases.name(breach.kind)), \(phrases.moment(breach.breachedAt))")
            blockquote { userParagraphs(breach.reason) }
            if breach.closedAt == nil {
                let answered = condition.replies.map(\.repliedAt).filter { $0 >= breach.breachedAt }.max()
                p(answered.map { phrases.answered($0) } ?? phrases.replyDue(breach.replyDueAt))
            }
        }
    }

    /// What the table lets the reader do with the condition as it stands; not what its event makes impossible.
    private var choices: [SettlementChoice] {
        let actor = CaseActor(person, inCaseOf: file.grant.libraryID)
        return SettlementChoice.allCases.filter { choice in
            Condition.moves.contains {
                $0.to.rawValue == choice.rawValue && $0.from == condition.state && actor.isActor($0.actor)
                    && isPossible($0)
            }
        }
    }

    private func isPossible(_ move: Condition.Move) -> Bool {
        !move.guards.contains(.eventIsCancelled) || file.isCancelled(condition)
    }

    private var decision: HTML {
        section(.class("panel")) {
            h2(phrases.settleHeading)
            p(phrases.settlingMeans)
            form(
                action: "\(Link.settlement(condition.id, of: file.grant.id))#error-summary", method: .post,
                .class("stacked")
            ) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.radios("outcome", choices.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("reasons", 5, hint: phrases.reasonsHint)
                if choices.contains(.waived) { typed.amount("acceptedAmount", hint: acceptedHint) }
                if choices.contains(.enforced) { typed.day("dueOn", hint: phrases.dueHint) }
                BoardFields(typed: typed).html
                div(.class("actions")) { button(phrases.settle) }
            }
        }
    }
}

extension SettlementPage {
    /// What may be accepted: less than the whole only once the host was heard.
    fileprivate var acceptedHint: String {
        guard !condition.hostWasHeard(at: file.now), let due = condition.replyDueAt else { return phrases.acceptedHint }
        return phrases.acceptedUnheardHint(due)
    }
}

/// How breaches were settled, the oldest first.
struct BreachSettlementList {
    let settlements: [Condition.Settlement]
    let file: GrantFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        for settlement in settlements {
            p {
                strong(phrases.name(settlement.outcome)); ", \(phrases.moment(settlement.settledAt))"
                if let person = settlement.settledBy { ", "; userText(file.names[person] ?? "–") }
                if settlement.withheld > .zero { ". \(phrases.withheld(settlement.withheld))" }
                if let minutes = settlement.minutes { ". "; userText(phrases.minutes(minutes)) }
                if let paper = settlement.documentID {
                    ". "; link(phrases.decision, to: Link.document(paper, of: file.grant.applicationID))
                }
            }
            if !settlement.reasons.isEmpty { blockquote { userParagraphs(settlement.reasons) } }
        }
    }
}
