import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Publishing, calling off and reporting deviations.
    mutating func addEventCommandPages(_ service: Service) {
        let pages = EventCommandPages(events: EventPages(service: service))
        get("/events/:id/publication", access: .loggedIn) { request, person in
            try await pages.publication(request, person)
        }
        post("/events/:id/publication", access: .loggedIn) { request, person in
            try await pages.publish(request, person)
        }
        get("/events/:id/cancellation", access: .loggedIn) { request, person in
            try await pages.cancellation(request, person)
        }
        post("/events/:id/cancellation", access: .loggedIn) { request, person in
            try await pages.cancel(request, person)
        }
        get("/events/:id/deviation", access: .loggedIn) { request, person in
            try await pages.deviation(request, person)
        }
    }
}

private struct EventCommandPages: Sendable {
    let events: EventPages

    private var service: Service { events.service }

    func publication(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        let phrases = request.phrases
        return .page(phrases.publishEvent, for: request) {
            PublicationPage(request: request, event: event).html
        }
    }

    func publish(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try form.end()
            _ = try await service.operations.publishEvent(event.id, by: person, expecting: version)
            return .redirect(to: Link.after(.published, at: Link.event(event.id)))
        } orShow: { refusal in
            .page(request.phrases.publishEvent, for: request, after: refusal) {
                PublicationPage(request: request, event: event, above: refusalNotice(refusal, request.phrases)).html
            }
        }
    }

    func cancellation(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        try await cancellation(request, events.editable(request, person), refusal: nil)
    }

    func cancel(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let reason = form.requiredText("reason")
            let isDeviation = form.truth(BreachPart.buttonName)
            try form.end()
            if isDeviation {
                _ = try await service.operations.reportDeviation(
                    from: event.id, because: reason, .cancellation, by: person, expecting: version)
            } else {
                _ = try await service.operations.cancelEvent(
                    event.id, because: reason, by: person, expecting: version)
            }
            return .redirect(
                to: isDeviation ? Link.reported(event.id) : Link.after(.cancelled, at: Link.event(event.id)))
        } orShow: { refusal in
            try await cancellation(request, event, refusal: refusal)
        }
    }

    private func cancellation(_ request: WebRequest, _ event: Event, refusal: Refusal?) async throws -> WebResponse {
        let phrases = request.phrases
        let page = CancellationPage(
            request: request, event: event,
            typed: TypedForm(
                request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases, label: { _ in phrases.reason }),
            refusal: refusal, grants: try await service.database.dependentGrants(on: event),
            libraries: try await service.database.libraryNames())
        return .page(
            phrases.cancelEvent, for: request, after: refusal, keeping: Link.cancellation(event.id)
        ) { page.html }
    }

    func deviation(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let event = try await events.editable(request, person)
        let page = DeviationPage(
            request: request, event: event, grants: try await service.database.dependentGrants(on: event),
            deviations: try await service.database.deviations(of: event.id, limit: 50, offset: 0).deviations)
        return .page(request.phrases.reportDeviation, for: request) { page.html }
    }
}
