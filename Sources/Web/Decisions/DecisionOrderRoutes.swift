import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The region's delegation order and its standard texts: read by the region, kept by administrators.
    mutating func addDecisionOrder(_ service: Service) {
        let readers: [Role] = [.caseOfficer, .decisionMaker, .finance, .auditor, .administrator]
        get(Link.API.delegations, access: .anyRole(readers)) { request, _ in
            try request.allowParameters("limit", "page")
            return .part(of: try await service.database.delegations(), try request.page, for: request) {
                $0.write($1)
            }
        }
        get(Link.API.decisionTexts, access: .anyRole(readers)) { request, _ in
            try request.allowParameters("limit", "page")
            return .part(of: try await service.database.decisionTextsOfAllTime(), try request.page, for: request) {
                $0.write($1)
            }
        }
        post(Link.API.delegations, access: .role(.administrator)) { request, person in
            let delegation = try DecisionOrderBody.delegation(request.json())
            _ = try await service.operations.addDelegation(delegation, by: person)
            return .json(.created, location: Link.API.delegations) { $0.write(delegation) }
        }
        post(Link.API.decisionTexts, access: .role(.administrator)) { request, person in
            let text = try DecisionOrderBody.text(request.json())
            try await service.operations.addDecisionText(text, by: person)
            return .json(.created, location: Link.API.decisionTexts) { $0.write(text) }
        }
        addDecisionOrderPages(service, readers)
    }

    private mutating func addDecisionOrderPages(_ service: Service, _ readers: [Role]) {
        let pages = DecisionOrderPages(service: service)
        get(Link.decisionOrder, access: .anyRole(readers)) { request, person in
            try await pages.show(request, person)
        }
        post("\(Link.decisionOrder)/delegations", access: .role(.administrator)) { request, person in
            try await pages.change(request, person, .delegation) { form in
                let delegation = try DecisionOrderForm.delegation(form)
                _ = try await service.operations.addDelegation(delegation, by: person)
            }
        }
        post("\(Link.decisionOrder)/texts", access: .role(.administrator)) { request, person in
            try await pages.change(request, person, .text) { form in
                let text = try DecisionOrderForm.text(form)
                try await service.operations.addDecisionText(text, by: person)
            }
        }
        for path in ["delegations", "texts"] {
            get("\(Link.decisionOrder)/\(path)", access: .loggedIn) { _, _ in .redirect(to: Link.decisionOrder) }
        }
    }
}

private struct DecisionOrderPages: Sendable {
    let service: Service

    func change(
        _ request: WebRequest, _ person: Person, _ part: DecisionOrderPage.Part,
        _ work: (FormReader) async throws -> Void
    ) async throws -> WebResponse {
        try await attempt {
            try await work(try request.form())
            return .redirect(to: Link.after(.orderSaved, at: Link.decisionOrder))
        } orShow: { refusal in
            try await show(request, person, part, refusal: refusal)
        }
    }

    func show(
        _ request: WebRequest, _ person: Person, _ part: DecisionOrderPage.Part? = nil, refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let delegations = try await service.database.delegations()
        let page = DecisionOrderPage(
            request: request, person: person, delegations: delegations,
            texts: try await service.database.decisionTextsOfAllTime(),
            names: try await service.database.names(of: delegations.compactMap(\.personID)), typedIn: part,
            refusal: refusal)
        return .page(request.phrases.decisionOrderTitle, for: request, after: refusal) { page.html }
    }
}

extension WebResponse {
    /// One part of a list that is read whole.
    fileprivate static func part<Item>(
        of all: [Item], _ window: PageWindow, for request: WebRequest, _ write: (inout JSONWriter, Item) -> Void
    ) -> WebResponse {
        .list(
            Array(all.dropFirst(window.offset).prefix(window.limit)), window, total: all.count, for: request, write)
    }
}
