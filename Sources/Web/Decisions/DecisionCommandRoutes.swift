import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What is done with a decision once it is made.
    mutating func addDecisionCommands(_ service: Service) {
        addAnnouncing(service)
        addReopening(service)
        post("\(Link.API.applications)/:id/correction", access: .role(.decisionMaker)) { request, person in
            let json = try request.json()
            let text = json.requiredText("text")
            try json.end()
            let id = try await service.operations.correctDecision(
                on: request.id(GrantApplication.self), text, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }

    /// A decision, or a later one on its grant, is posted on the notice board.
    private mutating func addAnnouncing(_ service: Service) {
        post("\(Link.API.applications)/:id/announcement", access: .role(.caseOfficer, .decisionMaker)) {
            request, person in
            try request.command().end()
            let id = try await service.operations.announceDecision(
                on: request.id(GrantApplication.self), by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
        post(
            "\(Link.API.applications)/:id/documents/:documentId/announcement",
            access: .role(.caseOfficer, .decisionMaker)
        ) {
            request, person in
            try request.command().end()
            let id = try await service.operations.announceDecision(
                on: request.id(GrantApplication.self), request.id(DecisionDocument.self, "documentId"), by: person,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }

    /// A decision, or a later one on its grant, stands no longer.
    private mutating func addReopening(_ service: Service) {
        post("\(Link.API.applications)/:id/reopening", access: .role(.decisionMaker)) { request, person in
            let (reopening, minutes) = try ReopeningBody.read(request.json())
            let id = try await service.operations.reopenDecision(
                on: request.id(GrantApplication.self), reopening, by: person, registering: minutes,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
        post("\(Link.API.applications)/:id/documents/:documentId/reopening", access: .role(.decisionMaker)) {
            request, person in
            let (reopening, minutes) = try ReopeningBody.read(request.json())
            let id = try await service.operations.reopenLaterDecision(
                request.id(DecisionDocument.self, "documentId"), on: request.id(GrantApplication.self), reopening,
                by: person, registering: minutes, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }
}

/// Why a decision stands no longer, and by whose power, in the API.
private enum ReopeningBody {
    static func read(_ json: ObjectReader) throws(Refusal) -> (Reopening, BoardMinutes?) {
        let reopening = Reopening(
            ground: json.requiredChoice("ground", .court), reference: json.requiredText("reference"),
            reasons: json.requiredText("reasons"))
        let minutes = BoardFields.read(json)
        try json.end()
        return (reopening, minutes)
    }
}

/// What the forms of the desk say of a decision.
extension CaseForms {
    static func correction(_ form: FormReader) throws(Refusal) -> String {
        let text = form.requiredText("correction")
        try form.end()
        return text
    }

    static func reopening(_ form: FormReader) throws(Refusal) -> (Reopening, BoardMinutes?) {
        let reopening = Reopening(
            ground: form.requiredChoice("reopeningGround", .court), reference: form.requiredText("reference"),
            reasons: form.requiredText("reasons"))
        let minutes = BoardFields.read(form)
        try form.end()
        return (reopening, minutes)
    }

    static func laterReopening(_ form: FormReader) throws(Refusal) -> (DecisionDocument.ID, Reopening, BoardMinutes?) {
        let document = form.requiredID("laterDocumentId", DecisionDocument.self)
        let reopening = Reopening(
            ground: form.requiredChoice("laterGround", .court), reference: form.requiredText("laterReference"),
            reasons: form.requiredText("laterReasons"))
        let minutes = BoardFields.read(form, under: LaterReopening.board)
        try form.end()
        return (document, reopening, minutes)
    }
}
