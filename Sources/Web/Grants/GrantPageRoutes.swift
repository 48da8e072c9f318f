import Domain
import HTML
import Operations
import Store

extension Routes {
    /// A grant with its money, for its library and for the region.
    mutating func addGrantPages(_ service: Service) {
        let pages = GrantPages(service: service)
        get("/grants/:id", access: .loggedIn) { request, person in try await pages.show(request, person) }
        post("/grants/:id/acceptance", access: .loggedIn) { request, person in
            try await pages.command(request, person, .accepted) { id, form, version in
                let hash = form.requiredText("termsHash")
                try form.end()
                let file = try await GrantFile(id, for: person, service)
                try await service.accept(
                    file, read: hash, version: version, request, by: person, once: request.sentOnce(by: person))
            }
        }
        post("/grants/:id/refusal", access: .loggedIn) { request, person in
            try await pages.command(request, person, .declined) { id, form, version in
                let reason = form.text("reason") ?? ""
                try form.end()
                _ = try await service.operations.declineGrant(
                    id, because: reason, by: person, expecting: version, request: request.sentOnce(by: person))
            }
        }
        addMoneyOfGrantPages(pages)
        for path in ["acceptance", "refusal", "payee-account", "payments"] {
            // Whoever changes the language, or loads again, after a refusal comes back to the grant.
            get("/grants/:id/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.grant(try request.id(Grant.self)))
            }
        }
    }

    private mutating func addMoneyOfGrantPages(_ pages: GrantPages) {
        post("/grants/:id/payee-account", access: .loggedIn) { request, person in
            try await pages.command(request, person, .accountConfirmed) { id, form, version in
                let kind = form.requiredChoice("kind", PayeeAccount.Kind.bankgiro)
                let number = form.requiredText("number")
                let account = PayeeAccount(kind, typed: number)
                if account == nil, !number.isEmpty { form.errors.add("number", .isNot(.account)) }
                try form.end()
                guard let account else { throw Refusal.invalid("number", .isMissing) }
                try await pages.service.operations.confirmPayeeAccount(
                    account, of: id, by: person, expecting: version)
            }
        }
        post("/grants/:id/payments", access: .loggedIn) { request, person in
            try await pages.command(request, person, .paymentPlanned) { id, form, version in
                let amount = form.requiredMoney("amount")
                let text = form.requiredText("text")
                try form.end()
                _ = try await pages.service.operations.requestPayment(
                    of: amount, for: text, from: id, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
    }
}

private struct GrantPages: Sendable {
    let service: Service

    /// Does one thing with a grant and comes back to it, also when it was refused: then with what was typed.
    func command(
        _ request: WebRequest, _ person: Person, _ done: Done,
        _ work: (Grant.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id(Grant.self)
        return try await GrantForm(request: request).send(to: Link.grant(id), done) { form, version in
            try await work(id, form, version)
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let phrases = request.phrases
        let account = file.grant.account
        let typed = GrantForm(request: request).fields(
            ["kind": [account?.kind.rawValue ?? "bankgiro"], "number": [account?.description ?? ""]], after: refusal,
            label: phrases.grantField)
        let page = GrantPage(request: request, person: person, file: file, typed: typed, refusal: refusal)
        return .page(phrases.grantTitle, for: request, after: refusal, keeping: Link.grant(file.grant.id)) { page.html }
    }
}
