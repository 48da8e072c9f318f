import Domain
import Postgres
import Store

extension Routes {
    /// Grants with their conditions: the region sees all, a library its own.
    mutating func addGrants(_ service: Service) {
        get(Link.API.grants, access: .loggedIn) { request, person in
            try request.allowParameters("applicationId", "limit", "page")
            let window = try request.page
            let found = try await service.database.grants(
                for: GrantReader(person), application: request.query.identity("applicationId", GrantApplication.self),
                limit: window.limit, offset: window.offset)
            let names = try await service.database.names(of: found.grants.flatMap(\.people))
            return .list(found.grants, window, total: found.total, for: request) { json, grant in
                json.write(grant, names)
            }
        }
        get("\(Link.API.grants)/:id", access: .loggedIn) { request, person in
            try await service.answer(request.id(Grant.self), to: person)
        }
        addGrantCommands(service)
        addChanges(service)
        addReplies(service)
        addReplyPages(service)
        addGrantPages(service)
    }
}

extension Querying {
    /// One grant, if `person` may see it: the region every one, a library its own.
    func grant(_ id: Grant.ID, readBy person: Person) async throws -> Grant {
        guard let grant = try await grants(for: GrantReader(person), id: id).grants.first else { throw Refusal.missing }
        return grant
    }
}

extension Grant {
    /// Who has answered to breaches.
    var repliers: [Person.ID] { Array(Set(conditions.flatMap(\.replies).map(\.repliedBy))) }

    /// One of its conditions; what is of another grant is missing.
    func condition(_ id: Condition.ID) throws(Refusal) -> Condition {
        guard let condition = conditions.first(where: { $0.id == id }) else { throw .missing }
        return condition
    }
}

extension GrantReader {
    fileprivate init(_ person: Person) {
        self = person.isOfRegionalDesk ? .region : .libraries(person.librariesOfOwnCases)
    }
}
