import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// A new date for a cancelled event: what the region offers, and the event that the host names.
    mutating func addNewDates(_ service: Service) {
        let path = "\(Link.API.grants)/:id/conditions/:conditionId"
        get("\(path)/successor-offers", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let grant = try await service.database.grant(request.id(Grant.self), readBy: person)
            let condition = try grant.condition(request.id(Condition.self, "conditionId"))
            let offers = try await service.database.successorOffers(of: grant.id)
                .filter { $0.conditionID == condition.id }
            let names = try await service.database.names(of: offers.map(\.offeredBy))
            let part = Array(offers.dropFirst(window.offset).prefix(window.limit))
            let proposals = try await service.database.successorProposals(of: grant.id)
            return .list(part, window, total: offers.count, for: request) { json, offer in
                json.write(offer, proposing: proposals.latest(for: condition.id, since: offer)?.eventID, names)
            }
        }
        post("\(path)/successor-offers", access: .role(.caseOfficer)) { request, person in
            let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let (day, message) = (json.requiredDay("lastDay"), json.requiredText("message"))
            try json.end()
            _ = try await service.operations.offerNewDate(
                for: condition, of: grant, until: day, saying: message, by: person,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
        addSuccessors(service, at: path)
    }

    /// The event that takes the place: proposed by its host, or named by the library of the grant.
    private mutating func addSuccessors(_ service: Service, at path: String) {
        post("\(path)/successor-proposals", access: .role(.host)) { request, person in
            let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let event = json.requiredID("eventId", Event.self)
            try json.end()
            let made = try await service.operations.proposeSuccessor(
                event, for: condition, of: grant, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return .json(.created) {
                $0.object {
                    $0.member("id", made)
                    $0.member("eventId", event)
                }
            }
        }
        post("\(path)/successor", access: .role(.host, .signatory)) { request, person in
            let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let event = json.requiredID("eventId", Event.self)
            try json.end()
            _ = try await service.operations.nameSuccessor(
                event, for: condition, of: grant, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
    }
}
