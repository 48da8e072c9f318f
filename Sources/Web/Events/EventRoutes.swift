import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of training events, their invitations and their deviations.
    mutating func addEvents(_ service: Service) {
        addEventThings(service)
        addEventCommands(service)
        addInvitations(service)
        addDeviations(service)
    }

    private mutating func addEventThings(_ service: Service) {
        get(Link.API.events, access: .everyone) { request, person in
            try await request.query.single("hosted") == nil
                ? calendar(request, person, service) : hostedEvents(request, person, service)
        }
        post(Link.API.events, access: .role(.host)) { request, person in
            let details = try EventBody.newEvent(request.json())
            let id = try await service.operations.draftEvent(
                details, by: person, request: request.repeatable(by: person))
            return try await answer(.created, with: id, to: person, service)
        }
        get("\(Link.API.events)/:id", access: .everyone) { request, person in
            let event = try await service.event(request.id(Event.self), readBy: person)
            return .json(version: event.version) { $0.write(event, to: person) }
        }
        patch("\(Link.API.events)/:id", access: .role(.host)) { request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let body = EventBody(json)
            try json.end()
            let event = try await service.operations.editEvent(
                request.id(Event.self), by: person, expecting: version, body.edit)
            return .json(version: event.version) { $0.write(event, to: person) }
        }
    }

    private mutating func addEventCommands(_ service: Service) {
        post("\(Link.API.events)/:id/co-hosts/:libraryId/confirmation", access: .role(.host)) { request, person in
            try request.command().end()
            let event = try await service.operations.confirmCoHosting(
                of: request.id(Event.self), for: request.id(Library.self, "libraryId"), by: person,
                expecting: request.expectedVersion())
            return .json(version: event.version) { $0.write(event, to: person) }
        }
        post("\(Link.API.events)/:id/co-hosts/:libraryId/refusal", access: .role(.host)) { request, person in
            try request.command().end()
            try await service.operations.declineCoHosting(
                of: request.id(Event.self), for: request.id(Library.self, "libraryId"), by: person,
                expecting: request.expectedVersion())
            return .noContent
        }
        post("\(Link.API.events)/:id/publication", access: .role(.host)) { request, person in
            try request.command().end()
            let id = try await service.operations.publishEvent(
                request.id(Event.self), by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
        post("\(Link.API.events)/:id/cancellation", access: .role(.host)) { request, person in
            let json = try request.command()
            let reason = json.requiredText("reason")
            try json.end()
            let id = try await service.operations.cancelEvent(
                request.id(Event.self), because: reason, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }
}

/// The event as it is after a command.
private func answer(
    _ status: HTTPResponse.Status, with id: Event.ID, to person: Person, _ service: Service
) async throws -> WebResponse {
    let event = try await service.event(id, readBy: person)
    let location = status == .created ? Link.API.event(id) : nil
    return .json(status, version: event.version, location: location) { $0.write(event, to: person) }
}
