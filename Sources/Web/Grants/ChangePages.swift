import Domain
import HTML
import Operations
import Store

extension Link {
    static func change(of grant: Grant.ID, _ kind: ChangeRequest.Kind) -> String {
        "\(self.grant(grant))/change?kind=\(kind.rawValue)"
    }
    static func change(of grant: Grant.ID, _ kind: ChangeRequest.Kind, event: Event.ID) -> String {
        "\(change(of: grant, kind))&eventId=\(event)"
    }
    static func change(_ id: ChangeRequest.ID, of grant: Grant.ID) -> String { "\(self.grant(grant))/changes/\(id)" }
}

extension Routes {
    /// Where a signatory asks for a change, and where the region decides it.
    mutating func addChangePages(_ service: Service) {
        let pages = ChangePages(service: service)
        get("/grants/:id/change", access: .loggedIn) { request, person in
            try await pages.form(request, person, of: request.query["kind"].flatMap(ChangeRequest.Kind.init) ?? .scope)
        }
        post("/grants/:id/change", access: .loggedIn) { request, person in try await pages.ask(request, person) }
        get("/grants/:id/changes/:changeId", access: .loggedIn) { request, person in
            try await pages.show(request, person)
        }
        post("/grants/:id/changes/:changeId", access: .role(.decisionMaker)) { request, person in
            try await pages.decide(request, person)
        }
        post("/grants/:id/changes/:changeId/withdrawal", access: .loggedIn) { request, person in
            try await pages.withdraw(request, person)
        }
        // Whoever changes the language, or loads again, after a refusal comes back to the change.
        get("/grants/:id/changes/:changeId/withdrawal", access: .loggedIn) { request, _ in
            .redirect(
                to: Link.change(try request.id(ChangeRequest.self, "changeId"), of: try request.id(Grant.self)))
        }
    }
}

private struct ChangePages: Sendable {
    let service: Service

    func ask(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(Grant.self)
        let kind = request.typed["kind"]?.first.flatMap(ChangeRequest.Kind.init) ?? .scope
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let wanted = ChangeForm.read(form, of: try await service.database.grant(id, readBy: person))
            let reasons = form.requiredText("reasons")
            try form.end()
            _ = try await service.operations.requestChange(
                of: id, wanted, because: reasons, by: person, expecting: version, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.changeRequested, at: Link.grant(id)))
        } orShow: { refusal in
            try await form(request, person, of: kind, refusal: refusal)
        }
    }

    func form(
        _ request: WebRequest, _ person: Person, of kind: ChangeRequest.Kind, refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        guard person.has(.signatory, at: file.grant.libraryID) else { throw Refusal.notAllowed(.roleIsMissing) }
        let phrases = request.phrases
        let typed = TypedForm(
            refusal == nil
                ? ChangeForm.values(of: kind, file, event: request.query["eventId"].flatMap(Event.ID.init))
                : request.typed, errors: refusal?.fieldErrors ?? [],
            places: ["shares": ChangeForm.share(0), "startsAt": "startsAt.date", "endsAt": "endsAt.date"],
            phrases: phrases, label: { phrases.changeField($0, file) })
        var own: [Event] = []
        let open = file.grant.conditions.filter(\.binds)
        if kind == .eventSwap, let swapped = open.first(where: { $0.eventID.description == typed["eventId"] }) {
            own = try await service.successors(of: swapped, in: file)
        }
        let refused = try await service.events(of: refusal)
        let page = ChangeFormPage(
            request: request, file: file, kind: kind, own: own, refused: refused, typed: typed, refusal: refusal)
        return .page(
            phrases.askForChange, for: request, after: refusal, keeping: Link.change(of: file.grant.id, kind)
        ) { page.html }
    }

    func decide(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, change) = (try request.id(Grant.self), try request.id(ChangeRequest.self, "changeId"))
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let (choice, reasons) = (
                form.requiredChoice("outcome", ChangeOutcome.approved), form.requiredText("reasons")
            )
            let minutes = BoardFields.read(form)
            try form.end()
            try await service.decide(
                change, of: grant, choice == .approved, because: reasons, by: person, registering: minutes,
                expecting: version,
                once: request.sentOnce(by: person))
            return .redirect(to: Link.after(.changeDecided, at: Link.change(change, of: grant)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func withdraw(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, change) = (try request.id(Grant.self), try request.id(ChangeRequest.self, "changeId"))
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try form.end()
            _ = try await service.operations.withdrawChange(
                change, of: grant, by: person, expecting: version, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.changeWithdrawn, at: Link.change(change, of: grant)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let id = try request.id(ChangeRequest.self, "changeId")
        guard let change = file.changes.first(where: { $0.id == id }) else { throw Refusal.missing }
        var others: [Event] = []
        if case .eventSwap(_, let other) = change.change { others = try await service.database.events([other]) }
        let phrases = request.phrases
        let typed = TypedForm(
            refusal == nil ? [:] : request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
            label: { phrases.changeField($0, file) })
        let page = ChangePage(
            request: request, person: person, file: file, change: change, others: others, typed: typed,
            refusal: refusal)
        return .page(
            phrases.change(change), for: request, after: refusal, keeping: Link.change(change.id, of: file.grant.id)
        ) { page.html }
    }
}

/// What the region may say to a change.
enum ChangeOutcome: String, CaseIterable {
    case approved, rejected
}

extension Service {
    /// The events that a refusal's findings are about, be they of the grant or not.
    func events(of refusal: Refusal?) async throws -> [Event] {
        try await database.events(refusal?.findings.compactMap(\.eventID) ?? [])
    }

    /// The events of the library that has the grant which could take the place of a condition's.
    func successors(of condition: Condition, in file: GrantFile) async throws -> [Event] {
        let own = try await database.events(hostedBy: [file.grant.libraryID], limit: 200, offset: 0).events
        return try await operations.possibleSuccessors(of: condition, in: file.grant, among: own)
    }
}
