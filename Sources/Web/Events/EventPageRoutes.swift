import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The pages of events: reading, writing, inviting, publishing, calling off.
    mutating func addEventPages(_ service: Service) {
        let pages = EventPages(service: service)
        get("/events/new", access: .role(.host)) { request, person in try await pages.new(request, person) }
        post("/events/new", access: .role(.host)) { request, person in try await pages.create(request, person) }
        get("/events/:id", access: .everyone) { request, person in try await pages.show(request, person) }
        get("/events/:id/edit", access: .loggedIn) { request, person in try await pages.edit(request, person) }
        post("/events/:id/edit", access: .loggedIn) { request, person in try await pages.save(request, person) }
        addInvitationPages(service)
        addCoHostingPages(service)
        addEventCommandPages(service)
    }
}

/// Reads what the pages of an event show.
struct EventPages: Sendable {
    let service: Service

    /// The event, if the person may edit it: a stranger is told nothing of drafts.
    func editable(_ request: WebRequest, _ person: Person) async throws -> Event {
        guard let event = try await service.database.event(try request.id(Event.self)), event.maySee(person) else {
            throw Refusal.missing
        }
        guard event.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
        return event
    }

    func show(_ request: WebRequest, _ person: Person?) async throws -> WebResponse {
        let event = try await service.event(request.id(Event.self), readBy: person)
        await service.operations.noteReading(of: event, by: person)
        let mayEdit = person.map(event.mayBeEdited) ?? false
        let code = event.details.venue?.municipalityCode
        let grants = mayEdit ? try await service.database.dependentGrants(on: event) : []
        let page = EventPage(
            request: request, event: event, libraries: try await service.database.libraryNames(),
            municipality: try await service.database.municipalities().first { $0.code == code }?.name, grants: grants,
            deviations: grants.isEmpty
                ? [] : try await service.database.deviations(of: event.id, limit: 50, offset: 0).deviations,
            successor: event.isCancelled ? try await service.database.successor(of: event.id) : nil,
            mayEdit: mayEdit, now: try await service.database.now())
        return .page(event.details.title, for: request) { page.html }
    }

    func new(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let library = person.libraries(as: .host).first
        let place = try await library.flatMapAsync { try await service.database.library($0) }?.municipalityCode ?? ""
        let values = [
            "attendance": [Attendance.onsite.rawValue], "audience": [Audience.staff.rawValue],
            "venue.municipalityCode": [place],
        ]
        return try await form(request, person, typed: values)
    }

    func create(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        try await attempt {
            let form = try request.form()
            let details = EventForm.read(form)
            try form.end()
            let id = try await service.operations.draftEvent(
                details, by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.eventSaved, at: Link.event(id)))
        } orShow: { refusal in
            try await form(request, person, typed: request.typed, refusal: refusal)
        }
    }

    func edit(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await editable(request, person)
        return try await form(request, person, typed: EventForm.values(event.details), event: event)
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await editable(request, person)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let reason = form.text("reason") ?? ""
            let isDeviation = form.truth(BreachPart.buttonName)
            let details = EventForm.read(form)
            try form.end()
            if isDeviation {
                _ = try await service.operations.reportDeviation(
                    from: event.id, because: reason, .event { kept in details.over(kept) }, by: person,
                    expecting: version)
            } else {
                _ = try await service.operations.editEvent(event.id, by: person, expecting: version) { kept in
                    details.over(kept)
                }
            }
            return .redirect(
                to: isDeviation ? Link.reported(event.id) : Link.after(.eventSaved, at: Link.event(event.id)))
        } orShow: { refusal in
            try await form(request, person, typed: request.typed, event: event, refusal: refusal)
        }
    }

    private func form(
        _ request: WebRequest, _ person: Person, typed: [String: [String]], event: Event? = nil,
        refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let phrases = request.phrases
        let libraries = try await service.database.libraryNames()
        let fields = TypedForm(
            typed, errors: refusal?.fieldErrors ?? [], places: EventForm.places, phrases: phrases,
            label: { $0 == "reason" ? phrases.reason : phrases.eventField($0) })
        var above = HTML.empty
        if let refusal { above = try await why(refusal, fields, event, libraries) }
        // A co-host that has said yes can take the event over.
        let own = event.map { [$0.details.hostLibraryID] + $0.confirmedCoHosts } ?? []
        let grants = try await event.flatMapAsync { try await service.database.dependentGrants(on: $0) } ?? []
        let page = EventFormPage(
            request: request, typed: fields, path: event.map { Link.editEvent($0.id) } ?? Link.newEvent,
            version: event?.version, hosts: Array(Set(own + person.libraries(as: .host))).sorted(),
            libraries: libraries, municipalities: try await service.database.municipalities(), above: above,
            isFunded: !grants.isEmpty, wouldBreach: refusal?.findings.isEmpty == false)
        return .page(
            event == nil ? phrases.newEvent : phrases.editEvent, for: request, after: refusal, keeping: page.path
        ) { page.html }
    }

    /// What stands before the fields when nothing was saved.
    private func why(
        _ refusal: Refusal, _ typed: TypedForm, _ event: Event?, _ libraries: LibraryNames
    ) async throws -> HTML {
        let isDeviating = typed.error("reason") != nil
        switch (refusal, event) {
        case (.wouldBreach(let findings, _), .some(let event)):
            return BreachPart(
                typed: typed, findings: findings, grants: try await service.database.dependentGrants(on: event),
                libraries: libraries
            ).html
        case (.invalid, .some(let event)) where isDeviating:
            return BreachPart(
                typed: typed, findings: [], grants: try await service.database.dependentGrants(on: event),
                libraries: libraries
            ).html
        case (.invalid, _): return .empty
        case (.stale, .some(let event)):
            return StalePart(
                typed: typed, now: EventForm.values(event.details), phrases: typed.phrases,
                say: { typed.phrases.value(ofEvent: $0, $1, libraries) }
            ).html
        default: return refusalNotice(refusal, typed.phrases)
        }
    }
}

extension Optional {
    fileprivate func flatMapAsync<Value>(_ transform: (Wrapped) async throws -> Value?) async rethrows -> Value? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
