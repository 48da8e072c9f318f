import Domain
import HTTPTypes
import Hummingbird
import Logging

/// Every request passes here first and every answer last: the one middleware of ours.
///
/// Before the routes it checks what bare Hummingbird lets through (a missing or doubled Host, unknown methods, long
/// addresses); after them it adds the headers that all answers have, writes one line to the log and counts.
struct Gate: RouterMiddleware {
    /// The methods that we have heard of. TRACE and CONNECT are known and never allowed.
    static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]

    let settings: WebSettings
    let problems: ProblemAnswers
    let identities: any Identities
    let meters: [String: RouteMeters]
    let logger: Logger
    private let elsewhere = RouteMeters(route: "elsewhere")
    private let security: SecurityHeaders

    init(
        settings: WebSettings, problems: ProblemAnswers, identities: any Identities, meters: [String: RouteMeters],
        logger: Logger
    ) {
        self.settings = settings
        self.problems = problems
        self.identities = identities
        self.meters = meters
        self.logger = logger
        security = SecurityHeaders(isSecure: settings.isSecure)
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        context.requestID = RequestID.next()
        var response = try await answer(request, context, next)
        security.add(to: &response.headers)
        if let name = Self.requestID { response.headers.append(HTTPField(name: name, value: context.requestID)) }
        record(request, response, context, took: ContinuousClock.now - began)
        return response
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            try check(request)
            // Hummingbird would read `//events` as `/events`: one thing, one address.
            guard !Self.hasDoubleSlash(request.uri.path) else { return refuse(Refusal.missing, request, context) }
            return try await next(request, context)
        } catch let fault as RequestFault {
            return refuse(fault, request, context)
        } catch is HTTPError {
            // Hummingbird knows no such path.
            return await missing(request, context)
        }
    }

    /// A page that is missing knows its reader all the same, so that its header is theirs. A program is answered as one.
    private func missing(_ request: Request, _ context: WebContext) async -> Response {
        var web = WebRequest(request, id: context.requestID, settings: settings)
        if web.kind == .page, MediaTypes.asksForJSON(web.headers[.accept]) { web.kind = .api }
        do {
            if web.kind == .page { try await Credentials.identify(&web, by: identities) }
            return refuse(Refusal.missing, web)
        } catch {
            return refuse(error, web)
        }
    }

    private func refuse(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        refuse(error, WebRequest(request, id: context.requestID, settings: settings))
    }

    private func refuse(_ error: any Error, _ web: WebRequest) -> Response {
        var response = problems.answer(error, to: web)
        response.headers[.cacheControl] = "no-store"
        return response.sent(to: web)
    }

    private func check(_ request: Request) throws(RequestFault) {
        // NIO moves the first Host to the authority and leaves any further one among the fields (RFC 9112 3.2: 400).
        guard let host = request.head.authority, settings.hosts.contains(host.lowercased()),
            Self.host.map({ !request.headers.contains($0) }) ?? false
        else { throw RequestFault(.badHost, field: "Host") }
        guard (request.head.path ?? "").utf8.count <= settings.addressLimit else {
            throw RequestFault(.addressTooLong)
        }
        guard Self.methods.contains(request.method) else { throw RequestFault(.methodUnknown) }
    }

    private static func hasDoubleSlash(_ path: String) -> Bool {
        var last: UInt8 = 0
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/"), last == byte { return true }
            last = byte
        }
        return false
    }

    private static let host = HTTPField.Name("Host")
    private static let requestID = HTTPField.Name("X-Request-Id")

    private func record(_ request: Request, _ response: Response, _ context: WebContext, took: Duration) {
        let pattern = context.endpointPath
        let meter = pattern.flatMap { meters[$0] } ?? elsewhere
        meter.record(response.status, took: took)
        // The pattern and never the path: paths of feeds hold secrets, and those of people say who did what.
        logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(meter.route),
                "status": .string(String(response.status.code)), "ms": .string(took.milliseconds),
                "request": .string(context.requestID),
            ])
    }
}

extension Duration {
    /// Milliseconds with at most two digits, as a number with a fraction is written.
    fileprivate var milliseconds: String {
        let (seconds, attoseconds) = components
        let hundredths = seconds * 100_000 + attoseconds / 10_000_000_000_000
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let fraction = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
        return "\(whole).\(fraction)"
    }
}
