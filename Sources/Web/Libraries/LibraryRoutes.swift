import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The region's municipalities and everybody who answers for a library.
    mutating func addLibraries(_ service: Service) {
        get(Link.API.municipalities, access: .everyone) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let all = try await service.database.municipalities()
            let part = all.dropFirst(window.offset).prefix(window.limit)
            return .list(Array(part), window, total: all.count, for: request) { json, item in json.write(item) }
        }
        get(Link.API.libraries, access: .everyone) { request, _ in try await libraries(request, service) }
        get("\(Link.API.libraries)/:id", access: .everyone) { request, _ in
            guard let library = try await service.database.library(request.id(Library.self)) else {
                throw Refusal.missing
            }
            let branches = try await service.database.branches(of: [library.id])
            return .json { $0.write(library, branches: branches) }
        }
        addLibraryChanges(service)
    }

    /// That libraries close and merge: the region says so, and reads what it has said.
    private mutating func addLibraryChanges(_ service: Service) {
        get(Link.API.libraryChanges, access: .anyRole(Role.ofRegion)) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.libraryChanges(limit: window.limit, offset: window.offset)
            return .list(found.changes, window, total: found.total, for: request) { $0.write($1) }
        }
        post("\(Link.API.libraries)/:id/closing", access: .anyRole(LibraryChange.deciders)) { request, person in
            let json = try request.json()
            let (from, reason) = (json.requiredDay("from"), json.requiredText("reason"))
            let ground = json.text("restsOn")
            try json.end()
            let made = try await service.operations.closeLibrary(
                request.id(Library.self), from: from, because: reason, restingOn: ground, by: person,
                request: request.repeatable(by: person))
            return try await answer(made, service)
        }
        post("\(Link.API.libraries)/:id/merger", access: .anyRole(LibraryChange.deciders)) { request, person in
            let json = try request.json()
            let successor = json.requiredID("successorId", Library.self)
            let (from, reason) = (json.requiredDay("from"), json.requiredText("reason"))
            let ground = json.text("restsOn")
            try json.end()
            let made = try await service.operations.mergeLibrary(
                request.id(Library.self), into: successor, from: from, because: reason, restingOn: ground, by: person,
                request: request.repeatable(by: person))
            return try await answer(made, service)
        }
        addEndsOfLibraryChanges(service)
    }

    /// That a second person confirms that a library ends, and that it goes on after all.
    private mutating func addEndsOfLibraryChanges(_ service: Service) {
        let change = "\(Link.API.libraryChanges)/:id"
        get(change, access: .anyRole(Role.ofRegion)) { request, _ in
            guard let found = try await service.database.libraryChange(request.id(LibraryChange.self)) else {
                throw Refusal.missing
            }
            return .json { $0.write(found) }
        }
        post("\(change)/confirmation", access: .anyRole(LibraryChange.deciders)) { request, person in
            try request.command().end()
            let done = try await service.operations.confirmLibraryChange(
                request.id(LibraryChange.self), by: person, request: request.repeatable(by: person))
            return try await answer(done, service, .ok)
        }
        post("\(change)/taking-back", access: .anyRole(LibraryChange.deciders)) { request, person in
            let json = try request.json()
            let reason = json.requiredText("reason")
            try json.end()
            let done = try await service.operations.takeBackLibraryChange(
                request.id(LibraryChange.self), because: reason, by: person, request: request.repeatable(by: person))
            return try await answer(done, service, .ok)
        }
    }
}

private func answer(
    _ id: LibraryChange.ID, _ service: Service, _ status: HTTPResponse.Status = .created
) async throws -> WebResponse {
    guard let change = try await service.database.libraryChange(id) else { throw Refusal.missing }
    let location = status == .created ? "\(Link.API.libraryChanges)/\(id)" : nil
    return .json(status, location: location) { $0.write(change) }
}

private func libraries(_ request: WebRequest, _ service: Service) async throws -> WebResponse {
    try request.allowParameters("municipalityCode", "kind", "limit", "page")
    let window = try request.page
    let found = try await service.database.libraries(
        municipalityCode: request.query.words("municipalityCode"), kind: request.query.oneOf("kind", Library.Kind.self),
        limit: window.limit, offset: window.offset)
    let branches = try await service.database.branches(of: found.libraries.map(\.id))
    let branchesOf = Dictionary(grouping: branches, by: \.libraryID)
    return .list(found.libraries, window, total: found.total, for: request) { json, library in
        json.write(library, branches: branchesOf[library.id, default: []])
    }
}
