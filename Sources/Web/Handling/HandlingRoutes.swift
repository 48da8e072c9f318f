import Domain
import Operations
import Store

extension Routes {
    /// The API of what happens between receipt and decision: completion, return, reviews, conflicts and messages.
    mutating func addHandling(_ service: Service) {
        addCompletion(service)
        addReviews(service)
        addAssignments(service)
        addConflicts(service)
        addMessages(service)
    }

    private mutating func addCompletion(_ service: Service) {
        get("\(Link.API.applications)/:id/completion-requests", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await visibleApplication(request, person, service)
            let window = try request.page
            let all = try await service.database.completionRequests(of: application.id)
            let names = try await service.database.names(of: all.map(\.requestedBy))
            return .list(window.part(of: all), window, total: all.count, for: request) { $0.write($1, names) }
        }
        command("completion-requests", .caseOfficer, service) { command in
            let wish = CompletionWish(
                parts: command.json.required("fields", command.json.choices("fields", GrantRequest.Part.self), or: []),
                message: command.json.requiredText("message"), dueOn: command.json.requiredDay("dueOn"))
            try command.json.end()
            return try await service.operations.requestCompletion(
                of: command.id, wish, by: command.person, expecting: command.version, request: command.repeatable)
        }
        get("\(Link.API.applications)/:id/completion", access: .role(.applicant, .signatory)) { request, person in
            try await writtenCompletion(request, person, service)
        }
        command("completion", .signatory, service) { command in
            let attested = command.json.requiredTruth("attested")
            try command.json.end()
            return try await service.operations.completeApplication(
                command.id, attested: attested, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        addHandover(service)
    }

    private mutating func addHandover(_ service: Service) {
        command("return-to-review", .caseOfficer, or: .decisionMaker, service) { command in
            let reason = command.json.requiredText("reason")
            try command.json.end()
            return try await service.operations.returnToReview(
                command.id, because: reason, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        command("case-officer", .caseOfficer, or: .decisionMaker, service) { command in
            let officer = command.json.requiredID("personId", Person.self)
            try command.json.end()
            return try await service.operations.reassignCase(
                command.id, to: officer, by: command.person, expecting: command.version, request: command.repeatable)
        }
    }
}

/// What the applicant has written and not sent in. It looks missing to everybody else, and when nothing is asked for.
private func writtenCompletion(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> WebResponse {
    let application = try await visibleApplication(request, person, service)
    guard application.mayBeEdited(by: person),
        let asked = try await service.database.completionRequests(of: application.id).first(where: \.isOpen)
    else { throw Refusal.missing }
    let draft = try await service.database.completionDraft(of: asked.id) ?? CompletionDraft()
    let wanted = draft.over(application.request)
    return .json(version: application.version) { json in
        json.object {
            $0.array("fields", asked.parts.map(\.rawValue))
            $0.member("dueOn", asked.dueOn)
            $0.array("changed", draft.changed.map(\.rawValue))
            $0.write(wanted)
            $0.array("partners", draft.partners ?? application.partners) { json, partner in json.write(partner) }
            $0.member("version", application.version)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ asked: CompletionRequest, _ names: [Person.ID: String]) {
        object {
            $0.member("id", asked.id)
            $0.array("fields", asked.parts.map(\.rawValue))
            $0.member("message", asked.message)
            $0.member("dueOn", asked.dueOn)
            $0.member("requestedBy", actor: names[asked.requestedBy])
            $0.member("requestedAt", asked.requestedAt)
            $0.member("ending", asked.end?.ending.rawValue)
            $0.member("endedAt", asked.end?.endedAt)
        }
    }
}

extension PageWindow {
    /// What of a whole list is in it.
    func part<Item>(of all: [Item]) -> [Item] { Array(all.dropFirst(offset).prefix(limit)) }
}
