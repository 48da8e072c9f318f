import Domain
import Store

extension Routes {
    /// Who one is oneself, and who of the others one may see. Visitors see nobody.
    mutating func addPeople(_ service: Service) {
        get(Link.API.me, access: .loggedIn) { _, person in
            let library =
                if let id = person.libraryID { try await service.database.library(id) } else { nil as Library? }
            return .json { $0.write(person, at: library) }
        }
        get(Link.API.people, access: .loggedIn) { request, person in try await people(request, person, service) }
        get("\(Link.API.people)/:id", access: .loggedIn) { request, person in
            let sight = PeopleInSight(of: person)
            guard let other = try await service.database.registered(request.id(Person.self), in: sight),
                let parts = sight.parts(of: other)
            else { throw Refusal.missing }
            return .json { $0.write(other, parts) }
        }
    }
}

/// A library that does not exist has as few people as one whose people are not the reader's to see: none.
private func people(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    try request.allowParameters("libraryId", "q", "limit", "page")
    let window = try request.page
    let sight = PeopleInSight(of: person)
    let found = try await service.database.register(
        sight, library: request.query.identity("libraryId", Library.self), words: request.query.words("q"),
        limit: window.limit, offset: window.offset)
    return .list(found.people, window, total: found.total, for: request) { json, other in
        json.write(other, sight.parts(of: other) ?? [])
    }
}
