import Domain
import HTML
import Operations
import Store

extension Link {
    /// Where a case officer notes that a condition is broken.
    static func breach(_ condition: Condition.ID, of grant: Grant.ID) -> String {
        "\(self.grant(grant))/conditions/\(condition)/breach"
    }
}

extension Routes {
    /// How a case officer notes that a condition is broken of which no host has told.
    mutating func addBreachFinding(_ service: Service) {
        let pages = BreachPages(service: service)
        let path = "/grants/:id/conditions/:conditionId/breach"
        get(path, access: .role(.caseOfficer)) { request, person in try await pages.show(request, person) }
        post(path, access: .role(.caseOfficer)) { request, person in try await pages.find(request, person) }
        post("\(Link.API.grants)/:id/conditions/:conditionId/breach", access: .role(.caseOfficer)) { request, person in
            let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let ground = json.requiredChoice("ground", Condition.Breach.Ground.notHeld)
            let reasons = json.requiredText("reasons")
            try json.end()
            _ = try await service.operations.findBreach(
                of: condition, in: grant, on: ground, because: reasons, by: person,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
    }
}

private struct BreachPages: Sendable {
    let service: Service

    func find(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
        return try await GrantForm(request: request).send(to: Link.grant(grant), .breachFound) { form, version in
            let ground = form.requiredChoice("ground", Condition.Breach.Ground.notHeld)
            let reasons = form.requiredText("reasons")
            try form.end()
            _ = try await service.operations.findBreach(
                of: condition, in: grant, on: ground, because: reasons, by: person, expecting: version,
                request: request.sentOnce(by: person))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let condition = try file.grant.condition(request.id(Condition.self, "conditionId"))
        let phrases = request.phrases
        let typed = GrantForm(request: request).fields([:], after: refusal, label: phrases.breachField)
        let page = BreachPage(request: request, file: file, condition: condition, typed: typed, refusal: refusal)
        let place = Link.breach(condition.id, of: file.grant.id)
        return .page(phrases.findBreachTitle, for: request, after: refusal, keeping: place) { page.html }
    }
}

/// The form with which a case officer notes a breach.
private struct BreachPage {
    let request: WebRequest
    let file: GrantFile
    let condition: Condition
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        ConditionHead(
            title: phrases.findBreachTitle, request: request, file: file, condition: condition, typed: typed,
            refusal: refusal
        ).html
        if condition.binds, file.grant.state.isInForce { finding } else { p(phrases.nothingToFind) }
    }

    private var finding: HTML {
        section(.class("panel")) {
            p(phrases.findingMeans)
            form(
                action: "\(Link.breach(condition.id, of: file.grant.id))#error-summary", method: .post,
                .class("stacked")
            ) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.radios(
                    "ground", Condition.Breach.Ground.allCases.map { Choice($0.rawValue, phrases.name($0.kind)) })
                typed.lines("reasons", 5, hint: phrases.breachReasonsHint)
                div(.class("actions")) { button(phrases.findBreach) }
            }
        }
    }
}
