import Domain
import Store

/// A page of the public calendar. Drafts are never in it.
func calendar(_ request: WebRequest, _ person: Person?, _ service: Service) async throws -> WebResponse {
    try request.allowParameters(
        "from", "until", "kind", "theme", "hostLibraryId", "municipalityCode", "online", "q", "limit", "page")
    let window = try request.page
    let found = try await service.database.calendar(
        EventFilter(request.query), limit: window.limit, offset: window.offset)
    return .list(found.events, window, total: found.total, for: request) { json, event in
        json.write(event, to: person)
    }
}

/// A page of everything that the person's libraries host, drafts too.
func hostedEvents(_ request: WebRequest, _ person: Person?, _ service: Service) async throws -> WebResponse {
    guard let person else { throw Refusal.notLoggedIn }
    try request.allowParameters("hosted", "limit", "page")
    _ = try request.query.oneOf("hosted", Hosted.self)
    let window = try request.page
    let found = try await service.database.events(
        hostedBy: person.libraries(as: .host), limit: window.limit, offset: window.offset)
    return .list(found.events, window, total: found.total, for: request) { json, event in
        json.write(event, to: person)
    }
}

private enum Hosted: String, CaseIterable {
    case mine
}

extension EventFilter {
    fileprivate init(_ query: Query) throws(RequestFault) {
        self.init()
        from = try query.moment("from")
        until = try query.moment("until", after: true)
        kind = try query.oneOf("kind", EventKind.self)
        theme = try query.words("theme")
        host = try query.identity("hostLibraryId", Library.self)
        municipalityCode = try query.words("municipalityCode")
        isOnline = try query.truth("online")
        words = try query.words("q")
    }
}
