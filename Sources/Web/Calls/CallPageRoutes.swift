import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The pages of calls: reading for everybody, making for the region.
    mutating func addCallPages(_ service: Service) {
        let pages = CallPages(service: service)
        let makers = Access<Person>.role(.caseOfficer, .decisionMaker, .developer)
        get("/calls", access: .everyone) { request, person in try await pages.list(request, person) }
        get("/calls/new", access: makers) { request, _ in try await pages.new(request) }
        post("/calls/new", access: makers) { request, person in try await pages.create(request, person) }
        get("/calls/:id", access: .everyone) { request, person in try await pages.show(request, person) }
        get("/calls/:id/edit", access: makers) { request, _ in try await pages.edit(request) }
        post("/calls/:id/edit", access: makers) { request, person in try await pages.save(request, person) }
        get("/calls/:id/publication", access: makers) { request, _ in try await pages.askToPublish(request) }
        post("/calls/:id/publication", access: makers) { request, person in try await pages.publish(request, person) }
        post("/calls/:id/copies", access: makers) { request, person in try await pages.copy(request, person) }
        get("/desk/budgets", access: .loggedIn) { request, person in try await pages.board(request, person) }
        addQuestionPages(service)
        get("/calls/:id/budget", access: .loggedIn) { request, person in try await pages.budget(request, person) }
    }
}

private struct CallPages: Sendable {
    let service: Service

    func list(_ request: WebRequest, _ person: Person?) async throws -> WebResponse {
        let window = try request.page
        let mayMake = person?.mayMakeCalls ?? false
        let found = try await service.database.calls(
            withDrafts: mayMake, limit: window.limit, offset: window.offset)
        let page = CallListPage(
            request: request, calls: found.calls.map { $0.told(to: person) }, total: found.total, window: window,
            now: try await service.database.now(), mayMake: mayMake)
        return .page(request.phrases.callsTitle, for: request) { page.html }
    }

    /// The call, if it is announced or the person makes calls.
    private func call(_ request: WebRequest, _ person: Person?) async throws -> Call {
        guard let call = try await service.database.call(try request.id(Call.self)),
            call.publishedAt != nil || person?.mayMakeCalls == true
        else { throw Refusal.missing }
        return call.told(to: person)
    }

    func show(
        _ request: WebRequest, _ person: Person?, refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let call = try await call(request, person)
        let page = CallPage(
            request: request, call: call, rubric: try await service.database.rubric(of: call.id),
            now: try await service.database.now(), refusal: refusal,
            mayMake: person?.mayMakeCalls ?? false,
            mayApply: person.map { $0.has(.applicant) || $0.has(.signatory) } ?? true)
        return .page(call.details.title, for: request, after: refusal) { page.html }
    }

    func new(_ request: WebRequest) async throws -> WebResponse {
        page(request, typed: CallForm.blank, call: nil, refusal: nil)
    }

    func create(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        if let typed = CallPartsForm.withMoreRows(request.typed) {
            return page(request, typed: typed, call: nil, refusal: nil)
        }
        return try await attempt {
            let form = try request.form()
            let (details, rule) = CallForm.read(form, sent: request.typed)
            try form.end()
            let id = try await service.operations.draftCall(
                details, rule: rule, by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.callSaved, at: Link.call(id)))
        } orShow: { refusal in
            page(request, typed: request.typed, call: nil, refusal: refusal)
        }
    }

    func edit(_ request: WebRequest) async throws -> WebResponse {
        let call = try await call(request, request.person)
        return page(request, typed: CallForm.values(call), call: call, refusal: nil)
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let call = try await call(request, person)
        if let typed = CallPartsForm.withMoreRows(request.typed) {
            return page(request, typed: typed, call: call, refusal: nil)
        }
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let read = CallForm.read(form, sent: request.typed)
            try form.end()
            _ = try await service.operations.editCall(call.id, by: person, expecting: version) { details, rule in
                CallForm.over((details, rule), read)
            }
            return .redirect(to: Link.after(.callSaved, at: Link.call(call.id)))
        } orShow: { refusal in
            page(request, typed: request.typed, call: call, refusal: refusal)
        }
    }

    /// The terms stand once a call is published: so they are read once more first.
    func askToPublish(_ request: WebRequest) async throws -> WebResponse {
        let call = try await call(request, request.person)
        guard call.publishedAt == nil else { return .redirect(to: Link.call(call.id)) }
        let page = CallPublicationPage(request: request, call: call, now: try await service.database.now())
        return .page(request.phrases.publishCall, for: request) { page.html }
    }

    func publish(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(Call.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try form.end()
            _ = try await service.operations.publishCall(id, by: person, expecting: version)
            return .redirect(to: Link.after(.published, at: Link.call(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func budget(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        guard person.isOfRegionalDesk || person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        let call = try await call(request, person)
        let window = try request.page
        let found = try await service.database.applications(in: call.id, limit: window.limit, offset: window.offset)
        let page = BudgetPage(
            request: request, call: call, window: window, applications: found.applications, total: found.total,
            money: try await service.database.money(of: call.id))
        return .page(request.phrases.budgetTitle, for: request) { page.html }
    }

    func board(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        guard person.seesDraftsOfCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        let window = try request.page
        let page = BudgetBoardPage(request: request, board: try await BudgetBoard(window, service), window: window)
        return .page(request.phrases.budgetBoardTitle, for: request) { page.html }
    }

    /// Makes next year's call of this one, and goes on where it is edited.
    func copy(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        try await attempt {
            let form = try request.form()
            try form.end()
            let id = try await service.operations.copyCall(
                try request.id(Call.self), by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.editCall(id))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    private func page(
        _ request: WebRequest, typed: [String: [String]], call: Call?, refusal: Refusal?
    ) -> WebResponse {
        let phrases = request.phrases
        let fields = TypedForm(
            typed, errors: refusal?.fieldErrors ?? [], places: CallForm.places(typed), phrases: phrases,
            label: phrases.callField)
        let form = CallFormPage(request: request, typed: fields, call: call, refusal: refusal)
        return .page(form.title, for: request, after: refusal) { form.html }
    }
}
