import Domain
import Foundation
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
    let meters: [String: RouteMeters]
    let logger: Logger
    private let elsewhere = RouteMeters(route: "elsewhere")
    private let security: SecurityHeaders

    init(settings: WebSettings, problems: ProblemAnswers, meters: [String: RouteMeters], logger: Logger) {
        self.settings = settings
        self.problems = problems
        self.meters = meters
        self.logger = logger
        security = SecurityHeaders(isSecure: settings.isSecure)
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        context.requestID = UUID().uuidString.lowercased()
        var response = try await answer(request, context, next)
        security.add(to: &response.headers)
        if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = context.requestID }
        record(request, response, context, took: ContinuousClock.now - began)
        return response
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            try check(request)
            // Hummingbird would read `//events` as `/events`: one thing, one address.
            guard !request.uri.path.contains("//") else { return refuse(Refusal.missing, request, context) }
            return try await next(request, context)
        } catch let fault as RequestFault {
            return refuse(fault, request, context)
        } catch is HTTPError {
            // Hummingbird knows no such path.
            return refuse(Refusal.missing, request, context)
        }
    }

    private func refuse(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let web = WebRequest(request, id: context.requestID, settings: settings)
        var response = problems.answer(error, to: web)
        response.headers[.cacheControl] = "no-store"
        return response.sent(to: web)
    }

    private func check(_ request: Request) throws(RequestFault) {
        // NIO moves the first Host to the authority and leaves any further one among the fields (RFC 9112 3.2: 400).
        guard let host = request.head.authority, settings.hosts.contains(host.lowercased()),
            HTTPField.Name("Host").map({ request.headers[values: $0].isEmpty }) ?? false
        else { throw RequestFault(.badHost, field: "Host") }
        guard (request.head.path ?? "").utf8.count <= settings.addressLimit else {
            throw RequestFault(.addressTooLong)
        }
        guard Self.methods.contains(request.method) else { throw RequestFault(.methodUnknown) }
    }

    private func record(_ request: Request, _ response: Response, _ context: WebContext, took: Duration) {
        let pattern = context.endpointPath
        let meter = pattern.flatMap { meters[$0] } ?? elsewhere
        meter.record(response.status, took: took)
        // The pattern and never the path: paths of feeds hold secrets, and those of people say who did what.
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(meter.route)",
                "status": "\(response.status.code)", "ms": "\(took.milliseconds)", "request": "\(context.requestID)",
            ])
    }
}

extension Duration {
    /// Milliseconds with two digits.
    fileprivate var milliseconds: Double {
        let (seconds, attoseconds) = components
        let hundredths = seconds * 100_000 + attoseconds / 10_000_000_000_000
        return Double(hundredths) / 100
    }
}
