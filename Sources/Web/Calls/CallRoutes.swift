import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of calls for grant applications. What is not announced is seen by the region alone.
    mutating func addCalls(_ service: Service) {
        get(Link.API.calls, access: .everyone) { request, person in try await listCalls(request, person, service) }
        get("\(Link.API.calls)/:id", access: .everyone) { request, person in
            try await answer(.ok, with: request.id(Call.self), to: person, service)
        }
        get("\(Link.API.calls)/:id/budget", access: .everyone) { request, person in
            let call = try await visibleCall(request.id(Call.self), to: person, service)
            // How much is sought is the region's to know while applications are open.
            let money = person?.seesDraftsOfCalls == true ? try await service.database.money(of: call.id) : nil
            return .json { $0.writeBudget(of: call, money: money) }
        }
        get(Link.API.earlierAwards, access: .everyone) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.awards(limit: window.limit, offset: window.offset)
            return .list(found.awards, window, total: found.total, for: request) { json, award in json.write(award) }
        }
        addCallCommands(service)
        addCallQuestions(service)
        addBudgetBoard(service)
    }

    private mutating func addCallCommands(_ service: Service) {
        let makers: [Role] = [.caseOfficer, .decisionMaker, .developer]
        post(Link.API.calls, access: .anyRole(makers)) { request, person in
            let (details, rule) = try CallBody.newCall(request.json())
            let id = try await service.operations.draftCall(
                details, rule: rule, by: person, request: request.repeatable(by: person))
            return try await answer(.created, with: id, to: person, service)
        }
        patch("\(Link.API.calls)/:id", access: .anyRole(makers)) { request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let body = CallBody(json)
            try json.end()
            let id = try request.id(Call.self)
            _ = try await service.operations.editCall(id, by: person, expecting: version, body.edit)
            return try await answer(.ok, with: id, to: person, service)
        }
        post("\(Link.API.calls)/:id/copies", access: .anyRole(makers)) { request, person in
            try request.command().end()
            let id = try await service.operations.copyCall(
                request.id(Call.self), by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.created, with: id, to: person, service)
        }
        post("\(Link.API.calls)/:id/publication", access: .anyRole(makers)) { request, person in
            try request.command().end()
            let id = try await service.operations.publishCall(
                request.id(Call.self), by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }
}

extension Person {
    /// Whether calls that are not announced yet are shown to the person.
    var seesDraftsOfCalls: Bool { mayMakeCalls || isOfRegionalDesk }
}

private func listCalls(_ request: WebRequest, _ person: Person?, _ service: Service) async throws -> WebResponse {
    try request.allowParameters("limit", "page")
    let window = try request.page
    let found = try await service.database.calls(
        withDrafts: person?.seesDraftsOfCalls ?? false, limit: window.limit, offset: window.offset)
    let now = try await service.database.now()
    let calls = found.calls.map { $0.told(to: person) }
    return .list(calls, window, total: found.total, for: request) { json, call in json.write(call, at: now) }
}

func visibleCall(_ id: Call.ID, to person: Person?, _ service: Service) async throws -> Call {
    guard let call = try await service.database.call(id),
        call.publishedAt != nil || person?.seesDraftsOfCalls == true
    else { throw Refusal.missing }
    return call.told(to: person)
}

private func answer(
    _ status: HTTPResponse.Status, with id: Call.ID, to person: Person?, _ service: Service
) async throws -> WebResponse {
    let call = try await visibleCall(id, to: person, service)
    let now = try await service.database.now()
    let location = status == .created ? Link.API.call(id) : nil
    return .json(status, version: call.version, location: location) { $0.write(call, at: now) }
}
