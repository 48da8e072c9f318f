package import HTTPTypes

/// Every route of the service, as a list that can be printed and compared with what is documented.
///
/// A path is written `/events/:id` or `/kalender/:name.ics`. At one place in a path all routes use one parameter name.
package struct Routes: Sendable {
    package private(set) var all: [Route] = []

    package init() {}

    /// What answers a request: it gets the person as `access` lets them in.
    package typealias Answer<Who: Sendable> = @Sendable (WebRequest, Who) async throws -> WebResponse

    package mutating func get<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.get, path, access, answer)
    }

    package mutating func post<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.post, path, access, answer)
    }

    package mutating func put<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.put, path, access, answer)
    }

    package mutating func patch<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.patch, path, access, answer)
    }

    package mutating func delete<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.delete, path, access, answer)
    }

    /// A file for programs: no language, no session, no page when it fails.
    package mutating func file<Who>(_ path: String, access: Access<Who>, _ answer: @escaping Answer<Who>) {
        add(.get, path, access, answer, kind: .file)
    }

    private mutating func add<Who>(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access<Who>, _ answer: @escaping Answer<Who>,
        kind: Route.Kind? = nil
    ) {
        all.append(
            Route(
                method: method, path: path, access: access.name, kind: kind ?? Route.Kind(path: path),
                answer: { request in try await answer(request, access.admit(request.person)) },
                admit: { request in _ = try access.admit(request.person) }))
    }
}

/// One route: what it answers to, who may use it.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    package let path: String
    package let access: String
    package let kind: Kind
    let answer: @Sendable (WebRequest) async throws -> WebResponse
    /// Asked before the body is read, so that strangers send none.
    let admit: @Sendable (WebRequest) throws -> Void

    /// Whom a route speaks to, which decides how one logs in and what a refusal looks like.
    package enum Kind: String, Sendable {
        case api, page, file

        init(path: some StringProtocol) {
            self = path == "/api" || path.hasPrefix("/api/") ? .api : .page
        }
    }

    /// `GET /events/:id everyone`, as the inventory has it.
    package var line: String { "\(method.rawValue) \(path) \(access)" }
}
