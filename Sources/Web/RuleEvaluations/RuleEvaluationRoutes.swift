import Domain
import HTML
import Operations
import Postgres
import Store

extension Routes {
    /// What the rule said at each moment of a case, and why, for whoever may see the application.
    mutating func addRuleEvaluations(_ service: Service) {
        get("\(Link.API.applications)/:id/rule/evaluations", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await application(request, person, service)
            let window = try request.page
            let found = try await service.database.evaluations(
                of: application.id, learningOutcomes: person.learnsOutcomesAtOnce, limit: window.limit,
                offset: window.offset)
            return .list(found.evaluations, window, total: found.total, for: request) { json, evaluation in
                json.object { $0.writeMembers(of: evaluation) }
            }
        }
        get("\(Link.API.applications)/:id/rule/evaluations/:evaluationId", access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await application(request, person, service)
            let evaluation = try await evaluation(of: application, request, person, service)
            let phrases = request.phrases
            return .json { $0.write(evaluation, phrases) }
        }
        get("/applications/:id/rule", access: .loggedIn) { request, person in
            try await evaluationsPage(request, person, service)
        }
        get("/applications/:id/rule/:evaluationId", access: .loggedIn) { request, person in
            let application = try await application(request, person, service)
            let evaluation = try await evaluation(of: application, request, person, service)
            let page = try RuleEvaluationPage(
                request: request, application: application, evaluation: evaluation,
                words: FindingWords(phrases: request.phrases, libraries: try await service.database.libraryNames()),
                titles: try await service.database.titles(of: application), inputs: evaluation.readInputs,
                names: try await service.database.unitNames())
            return .page(request.phrases.momentOfCase(evaluation.moment), for: request) { page.html }
        }
    }
}

private func evaluationsPage(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> WebResponse {
    let application = try await application(request, person, service)
    let window = try request.page
    let found = try await service.database.evaluations(
        of: application.id, learningOutcomes: person.learnsOutcomesAtOnce, limit: window.limit, offset: window.offset)
    let page = RuleEvaluationsPage(
        request: request, application: application, evaluations: found.evaluations, total: found.total, window: window,
        words: FindingWords(phrases: request.phrases, libraries: try await service.database.libraryNames()),
        titles: try await service.database.titles(of: application))
    return .page(request.phrases.ruleThen, for: request) { page.html }
}

/// The application that the path names; a draft is the applicant's own.
private func application(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> GrantApplication {
    guard let application = try await service.database.grantApplication(request.id(GrantApplication.self)),
        application.maySee(person)
    else { throw Refusal.missing }
    return application
}

private func evaluation(
    of application: GrantApplication, _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> StoredEvaluation {
    guard let number = StoredEvaluation.Number(try request.parameter("evaluationId")),
        let evaluation = try await service.database.evaluation(
            number, of: application.id, learningOutcomes: person.learnsOutcomesAtOnce)
    else { throw Refusal.missing }
    return evaluation
}

extension Querying {
    /// What the events of an application are called today.
    fileprivate func titles(of application: GrantApplication) async throws -> [String: String] {
        let events = try await events(application.request.events.map(\.eventID))
        return Dictionary(uniqueKeysWithValues: events.map { ($0.id.description, $0.details.title) })
    }
}
