import Domain
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
            return .list(found.grants, window, total: found.total, for: request) { json, grant in json.write(grant) }
        }
        get("\(Link.API.grants)/:id", access: .loggedIn) { request, person in
            let id = try request.id(Grant.self)
            guard let grant = try await service.database.grants(for: GrantReader(person), id: id).grants.first else {
                throw Refusal.missing
            }
            return .json(version: grant.version) { $0.write(grant) }
        }
    }
}

extension GrantReader {
    fileprivate init(_ person: Person) {
        self = person.isOfRegionalDesk ? .region : .libraries(person.librariesOfOwnCases)
    }
}
