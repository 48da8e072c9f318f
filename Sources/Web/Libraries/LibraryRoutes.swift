import Domain
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
    }
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
