import Domain
import HTML
import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever a route threw into an answer: problem+json for programs, a page for people.
struct ProblemAnswers: Sendable {
    /// Whether an error means that something we need, such as the database, is away.
    let isOutage: @Sendable (any Error) -> Bool
    let logger: Logger

    func answer(_ error: any Error, to request: WebRequest) -> WebResponse {
        let problem = problem(error, request)
        var response = write(problem, for: request)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }

    private func problem(_ error: any Error, _ request: WebRequest) -> Problem {
        if let refusal = error as? Refusal { return Problem(refusal) }
        if let fault = error as? RequestFault { return Problem(fault) }
        if isOutage(error) {
            logger.warning("service needed is away", metadata: ["request": "\(request.id)"])
            return .outage
        }
        // The only place where an unexpected error is logged. The answer carries the id of the incident and nothing
        // else.
        logger.error(
            "unexpected error", metadata: ["incident": "\(request.id)", "error": "\(String(reflecting: error))"])
        return .failure
    }

    private func write(_ problem: Problem, for request: WebRequest) -> WebResponse {
        guard request.kind == .page else {
            var response = WebResponse.json(problem.status) { problem.write(to: &$0, for: request) }
            response.headers[.contentType] = "application/problem+json"
            return response
        }
        let readsOnly = request.method == .get || request.method == .head
        if problem.summary == .refusal(.notLoggedIn), readsOnly {
            let query = request.query.text
            return .redirect(to: Link.login(then: query.isEmpty ? request.path : "\(request.path)?\(query)"))
        }
        let phrases = request.phrases
        return .page(phrases.title(problem), for: request, status: problem.status) {
            h1(phrases.title(problem))
            p(phrases.detail(problem))
            if !problem.errors.isEmpty {
                ul { for error in problem.errors { li("\(error.field): \(phrases.message(error.fault))") } }
            }
            if !problem.findings.isEmpty {
                ul { for finding in problem.findings where finding.blocks { li(phrases.message(finding.reason)) } }
            }
            if problem.summary == .failure { p(phrases.incident(request.id)) }
            if let typed = request.fields, FormToken.comesFromHere(request) {
                SendAgain(request: request, typed: typed, isLoggedOut: problem.summary == .refusal(.notLoggedIn)).html
            }
        }
    }
}
