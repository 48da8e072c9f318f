import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What a call says of its decisions: read by everybody who sees the call, settled by the region.
    mutating func addDecisionTerms(_ service: Service) {
        get("\(Link.API.calls)/:id/decision-terms", access: .everyone) { request, person in
            let call = try await service.announcedCall(request, person)
            return .json(version: call.version) { $0.write(call.decisionTerms) }
        }
        put("\(Link.API.calls)/:id/decision-terms", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            let version = try request.requiredVersion()
            let terms = try DecisionOrderBody.terms(request.json())
            try await service.operations.settleDecisionTerms(
                of: request.id(Call.self), terms, by: person, expecting: version)
            let call = try await service.announcedCall(request, person)
            return .json(version: call.version) { $0.write(call.decisionTerms) }
        }
        get("/calls/:id/decisions", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await termsPage(request, person, service)
        }
        post("/calls/:id/decisions", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await attempt {
                let (terms, version) = try DecisionOrderForm.terms(try request.form())
                let id = try request.id(Call.self)
                try await service.operations.settleDecisionTerms(of: id, terms, by: person, expecting: version)
                return .redirect(to: Link.after(.termsSaved, at: Link.decisionTerms(id)))
            } orShow: { refusal in
                try await termsPage(request, person, service, refusal: refusal)
            }
        }
    }
}

extension Service {
    fileprivate func announcedCall(_ request: WebRequest, _ person: Person?) async throws -> Call {
        guard let call = try await database.call(try request.id(Call.self)),
            call.publishedAt != nil || person?.isOfRegionalDesk == true
        else { throw Refusal.missing }
        return call
    }
}

private func termsPage(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    let call = try await service.announcedCall(request, person)
    let phrases = request.phrases
    let typed = TypedForm(
        refusal == nil ? DecisionOrderForm.values(call.decisionTerms) : request.typed,
        errors: refusal?.fieldErrors ?? [], phrases: phrases, label: phrases.decisionOrderField)
    return .page(phrases.decisionTermsTitle, for: request, after: refusal) {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.decisionTermsTitle)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        p(phrases.keepingBackMeans)
        form(action: "\(Link.decisionTerms(call.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(call.version)")
            fieldset(legend: phrases.decisionOrderField("outcomesToldAt")) {
                typed.moment("outcomesToldAt", hint: phrases.optional)
            }
            typed.radios("appeal", Appeal.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.day("reportDueOn", hint: phrases.reportDueHint)
            div(.class("actions")) { button(phrases.saveTerms) }
        }
    }
}
