import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// How hosts depart from what a grant depends on: seen by the event's hosts and by the region.
    mutating func addDeviations(_ service: Service) {
        let readers: [Role] = [.host, .caseOfficer, .decisionMaker, .finance, .auditor]
        get("\(Link.API.events)/:id/deviations", access: .anyRole(readers)) { request, person in
            try request.allowParameters("limit", "page")
            let event = try await readableEvent(request, person, service)
            let window = try request.page
            let found = try await service.database.deviations(
                of: event, limit: window.limit, offset: window.offset)
            let names = try await service.database.names(of: found.deviations.map(\.reportedBy))
            return .list(found.deviations, window, total: found.total, for: request) { json, deviation in
                json.write(deviation, reporter: names[deviation.reportedBy])
            }
        }
        get("\(Link.API.events)/:id/deviations/:deviationId", access: .anyRole(readers)) { request, person in
            let event = try await readableEvent(request, person, service)
            return try await answer(request.id(Deviation.self, "deviationId"), of: event, service)
        }
        addReporting(service)
    }

    private mutating func addReporting(_ service: Service) {
        post("\(Link.API.events)/:id/deviations", access: .role(.host)) { request, person in
            let event = try request.id(Event.self)
            let (reason, change) = try readDeviation(request.json())
            let id = try await service.operations.reportDeviation(
                from: event, because: reason, change, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            var response = try await answer(id, of: event, service)
            response.status = .created
            response.headers[.location] = Link.API.deviation(id, of: event)
            return response
        }
    }
}

private func readableEvent(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> Event.ID {
    let event = try await service.event(request.id(Event.self), readBy: person)
    guard event.mayBeEdited(by: person) || person.isOfRegionalDesk else { throw Refusal.notAllowed(.roleIsMissing) }
    return event.id
}

/// One deviation. An event has a handful of them, so they are looked through.
private func answer(_ id: Deviation.ID, of event: Event.ID, _ service: Service) async throws -> WebResponse {
    let all = try await service.database.deviations(of: event, limit: 1000, offset: 0).deviations
    guard let deviation = all.first(where: { $0.id == id }) else { throw Refusal.missing }
    let names = try await service.database.names(of: [deviation.reportedBy])
    return .json { $0.write(deviation, reporter: names[deviation.reportedBy]) }
}

/// The reason, and exactly one change.
private func readDeviation(_ json: ObjectReader) throws(Refusal) -> (String, DeviatingChange) {
    let reason = json.requiredText("reason")
    guard let change = json.object("change", required: true) else {
        try json.end()
        return (reason, .cancellation)
    }
    let kinds = Deviation.Kind.allCases.filter { change.has($0.rawValue) }
    let invitation = change.object("invitation").map(InvitationForm.init)
    let event = change.object("event").map(EventBody.init)
    let cancellation = change.object("cancellation")
    // There is one reason: a second one may only repeat it.
    if let said = cancellation?.text("reason"), said != reason { cancellation?.fault("reason", .isNotOneOf([reason])) }
    if kinds.count != 1 {
        json.fault("change", .isNotOneOf(Deviation.Kind.allCases.map(\.rawValue)))
    } else if invitation == nil, event == nil, cancellation == nil {
        change.fault(kinds[0].rawValue, .isNot(.object))
    }
    try json.end()
    if let invitation { return (reason, .invitation(invitation)) }
    if let event { return (reason, .event(event.edit)) }
    return (reason, .cancellation)
}

extension JSONWriter {
    fileprivate mutating func write(_ deviation: Deviation, reporter: String?) {
        object {
            $0.member("id", deviation.id)
            $0.member("eventId", deviation.eventID)
            $0.member("kind", deviation.kind)
            $0.member("reason", deviation.reason)
            $0.member("reportedBy", actor: reporter)
            $0.member("reportedAt", deviation.reportedAt)
        }
    }
}
