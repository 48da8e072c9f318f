import HTTPTypes
package import Hummingbird
package import Logging

/// The whole web layer, made from its parts: `Application(router: site.router())`.
package struct Site: Sendable {
    let settings: WebSettings
    let identities: any Identities
    let routes: Routes
    let problems: ProblemAnswers
    let logger: Logger

    /// `isOutage` says of an error that something we need, such as the database, is away: that is a 503.
    package init(
        settings: WebSettings, identities: any Identities, routes: Routes, logger: Logger,
        isOutage: @escaping @Sendable (any Error) -> Bool = { _ in false }
    ) {
        self.settings = settings
        self.identities = identities
        self.routes = routes
        self.logger = logger
        problems = ProblemAnswers(isOutage: { $0 is CancellationError || isOutage($0) }, logger: logger)
    }

    /// Hummingbird's router with our gate before it and an endpoint for every path.
    package func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        let paths = Dictionary(grouping: routes.all, by: \.path)
        let gate = Gate(
            settings: settings, problems: problems, identities: identities, meters: meters(paths), logger: logger)
        router.add(middleware: gate)
        for (path, routes) in paths.sorted(by: { $0.key < $1.key }) {
            let endpoint = Endpoint(routes: routes, settings: settings, identities: identities, problems: problems)
            for method in Gate.methods { router.on(Self.pattern(path), method: method, responder: endpoint) }
        }
        return router
    }

    private func meters(_ paths: [String: [Route]]) -> [String: RouteMeters] {
        Dictionary(
            uniqueKeysWithValues: paths.keys.map { path in (Self.pattern(path).description, RouteMeters(route: path)) })
    }

    /// `/kalender/:name.ics` as Hummingbird writes it: `/kalender/{name}.ics`.
    private static func pattern(_ path: String) -> RouterPath {
        let parts = path.split(separator: "/").map { part -> String in
            guard part.hasPrefix(":"), let dot = part.firstIndex(of: ".") else { return String(part) }
            return "{\(part[part.index(after: part.startIndex)..<dot])}\(part[dot...])"
        }
        return RouterPath("/" + parts.joined(separator: "/"))
    }
}

/// What Hummingbird carries with a request for us.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Names the request in logs and problems; the gate gives it.
    var requestID = ""

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
