import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of grant applications: reading, writing drafts and asking the rule. Whatever one may not see looks
    /// missing.
    mutating func addGrantApplications(_ service: Service) {
        addApplicationReading(service)
        addApplicationWriting(service)
        addApplicantCommands(service)
        addRegionCommands(service)
    }

    private mutating func addApplicationReading(_ service: Service) {
        get(Link.API.applications, access: .loggedIn) { request, person in
            try await listApplications(request, person, service)
        }
        get("\(Link.API.applications)/:id", access: .loggedIn) { request, person in
            try await answer(.ok, with: request.id(GrantApplication.self), to: person, service)
        }
        get("\(Link.API.applications)/:id/rule", access: .loggedIn) { request, person in
            let application = try await visibleApplication(request, person, service)
            let evaluation = try await service.operations.evaluateApplication(application, for: person)
            let phrases = request.phrases
            return .json { $0.write(evaluation, phrases) }
        }
        get("\(Link.API.applications)/:id/case-events", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await visibleApplication(request, person, service)
            let window = try request.page
            let events = try await service.database.events(application.request.events.map(\.eventID))
            let all = try await service.database.caseEvents(of: application, for: events, readBy: person)
            let part = Array(all.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: all.count, for: request) { json, event in json.write(event) }
        }
    }

    private mutating func addApplicationWriting(_ service: Service) {
        post(Link.API.applications, access: .role(.applicant, .signatory)) { request, person in
            let new = try NewGrantApplication(request.json())
            let id = try await service.operations.draftApplication(
                new.request, to: new.callID, from: new.libraryID, by: person, request: request.repeatable(by: person))
            return try await answer(.created, with: id, to: person, service)
        }
        patch("\(Link.API.applications)/:id", access: .role(.applicant, .signatory)) { request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let body = GrantRequestBody(json)
            try json.end()
            let id = try request.id(GrantApplication.self)
            _ = try await service.operations.editApplication(id, by: person, expecting: version, body.edit)
            return try await answer(.ok, with: id, to: person, service)
        }
    }
}

/// The application in the path, if `person` may see it.
func visibleApplication(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> GrantApplication {
    let id = try request.id(GrantApplication.self)
    guard let application = try await service.database.grantApplication(id), application.maySee(person) else {
        throw Refusal.missing
    }
    return application.told(to: person)
}

private func listApplications(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> WebResponse {
    try request.allowParameters("state", "callId", "q", "officer", "order", "limit", "page")
    let window = try request.page
    let found = try await service.database.grantApplications(
        of: person.librariesOfOwnCases, received: person.isOfRegionalDesk,
        ApplicationFilter(request.query, status: "state", for: person), limit: window.limit, offset: window.offset)
    let names = try await service.database.names(of: found.applications.compactMap(\.caseOfficerID))
    let told = found.applications.map { $0.told(to: person) }
    return .list(told, window, total: found.total, for: request) { json, application in
        json.write(application, caseOfficer: application.caseOfficerID.flatMap { names[$0] })
    }
}

extension Person {
    /// The libraries whose cases are the person's own.
    var librariesOfOwnCases: [Library.ID] { libraries(as: .applicant, .signatory, .head, .host) }
}

/// The application as it is now, with what `person` may see of its handling.
func answer(
    _ status: HTTPResponse.Status, with id: GrantApplication.ID, to person: Person, _ service: Service
) async throws -> WebResponse {
    guard let application = try await service.database.grantApplication(id), application.maySee(person) else {
        throw Refusal.missing
    }
    let told = application.told(to: person)
    let handling = try await service.database.handling(of: told, seenBy: person)
    let location = status == .created ? Link.API.application(id) : nil
    return .json(status, version: told.version, location: location) { $0.write(told, handling) }
}
