import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The page on which a host says who is invited.
    mutating func addInvitationPages(_ service: Service) {
        let pages = InvitationPages(events: EventPages(service: service))
        get("/events/:id/invitation", access: .loggedIn) { request, person in try await pages.edit(request, person) }
        post("/events/:id/invitation", access: .loggedIn) { request, person in try await pages.save(request, person) }
    }
}

private struct InvitationPages: Sendable {
    let events: EventPages

    private var service: Service { events.service }

    func edit(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        return try await page(request, event, typed: Self.values(event.invitation))
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let reason = form.text("reason") ?? ""
            let isDeviation = form.truth(BreachPart.buttonName)
            let wish = Self.read(form, over: event)
            try form.end()
            if isDeviation {
                _ = try await service.operations.reportDeviation(
                    from: event.id, because: reason, .invitation(wish), by: person, expecting: version)
            } else {
                _ = try await service.operations.changeInvitation(
                    of: event.id, to: wish, by: person, expecting: version)
            }
            return .redirect(
                to: isDeviation ? Link.reported(event.id) : Link.after(.invitation, at: Link.event(event.id)))
        } orShow: { refusal in
            try await page(request, event, typed: request.typed, refusal: refusal)
        }
    }

    /// Ticked libraries count only where chosen libraries are invited.
    private static func read(_ form: FormReader, over event: Event) -> InvitationForm {
        let scope = form.requiredChoice("scope", Invitation.Scope.own)
        let state = form.requiredChoice("state", Invitation.State.draft)
        let invitees = form.ids("invitees", InvitationForm.Invitee.self)
        if scope == .list, invitees.isEmpty { form.errors.add("invitees", .isMissing) }
        let window = Invitation.Window(
            visibleFrom: form.instant("visibleFrom"), visibleUntil: form.instant("visibleUntil"),
            publishBy: form.instant("publishBy"))
        return InvitationForm(
            scope: scope, state: state, invitees: scope == .list ? invitees : [],
            // What the form shows by the minute was perhaps said to the second: who leaves it, leaves it so.
            window: values(window) == values(event.invitation.window) ? event.invitation.window : window)
    }

    private static func values(_ invitation: Invitation) -> [String: [String]] {
        let state = invitation.state == .withdrawn ? Invitation.State.draft : invitation.state
        return [
            "scope": [invitation.scope.rawValue], "state": [state.rawValue],
            "invitees": invitation.libraries.map(\.description) + invitation.branches.map(\.description),
        ].merging(values(invitation.window)) { $1 }
    }

    private static func values(_ window: Invitation.Window) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (name, instant) in [
            ("visibleFrom", window.visibleFrom), ("visibleUntil", window.visibleUntil), ("publishBy", window.publishBy),
        ] {
            let local = instant.map(Stockholm.local)
            values["\(name).date"] = [local?.day.text ?? ""]
            values["\(name).time"] = [local?.clockText ?? ""]
        }
        return values
    }

    private func page(
        _ request: WebRequest, _ event: Event, typed: [String: [String]], refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let phrases = request.phrases
        let libraries = try await service.database.libraryNames()
        let fields = TypedForm(
            typed, errors: (refusal?.fieldErrors ?? []).map(Self.placed), phrases: phrases,
            label: phrases.invitationField)
        let grants = try await service.database.dependentGrants(on: event)
        let region = try await service.database.regionFacts()
        let day = region.judgedDay(of: event, at: try await service.database.now())
        let branches = try await service.database.branches(
            of: event.invitation.branches.isEmpty ? [] : libraries.all.map(\.id))
        let page = InvitationPage(
            request: request, event: event, typed: fields, libraries: libraries,
            branches: branches.filter { event.invitation.branches.contains($0.id) },
            ofSharedBoards: region.own(event.hosts, on: day).subtracting(event.hosts), grants: grants,
            above: why(refusal, fields, event, libraries, grants), wouldBreach: refusal?.findings.isEmpty == false)
        return .page(
            phrases.invitationHeading, for: request, after: refusal, keeping: Link.invitation(event.id)
        ) { page.html }
    }

    /// Where a fault of a field stands that is no control itself.
    private static func placed(_ error: FieldError) -> FieldError {
        error.field == "visibleUntil" ? FieldError(field: "visibleUntil.date", fault: error.fault) : error
    }

    private func why(
        _ refusal: Refusal?, _ typed: TypedForm, _ event: Event, _ libraries: LibraryNames, _ grants: [DependentGrant]
    ) -> HTML {
        switch refusal {
        case nil: .empty
        case .wouldBreach(let findings, _):
            BreachPart(typed: typed, findings: findings, grants: grants, libraries: libraries).html
        case .invalid where typed.error("reason") != nil:
            BreachPart(typed: typed, findings: [], grants: grants, libraries: libraries).html
        case .invalid: .empty
        case .stale:
            StalePart(
                typed: typed, now: Self.values(event.invitation), phrases: typed.phrases,
                say: { typed.phrases.value(ofInvitation: $0, $1, libraries) }
            ).html
        case .some(let refusal): refusalNotice(refusal, typed.phrases)
        }
    }
}
