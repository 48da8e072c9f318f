import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// Conflicts of interest in a case, declared and lifted: the region's to read.
    mutating func addConflicts(_ service: Service) {
        get("\(Link.API.applications)/:id/conflicts", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await regionsCase(request, person, service)
            let window = try request.page
            let all = try await service.database.declaredConflicts(in: application.id)
            let names = try await service.database.names(of: all.flatMap(\.people))
            return .list(window.part(of: all), window, total: all.count, for: request) { $0.write($1, names) }
        }
        post("\(Link.API.applications)/:id/conflicts", access: .role(.caseOfficer, .decisionMaker, .finance)) {
            request, person in
            let json = try request.json()
            let subject = json.id("personId", Person.self)
            let ground = json.requiredChoice("ground", DeclaredConflict.Ground.ownInterest)
            let explanation = json.requiredText("explanation")
            try json.end()
            let id = try request.id(GrantApplication.self)
            let made = try await service.operations.declareConflict(
                of: subject, in: id, on: ground, explanation: explanation, by: person,
                request: request.repeatable(by: person))
            return try await conflict(made, in: id, .created, service)
        }
        post("\(Link.API.applications)/:id/conflicts/:conflictId/lifting", access: .role(.decisionMaker)) {
            request, person in
            let json = try request.json()
            let reason = json.requiredText("reason")
            try json.end()
            let id = try request.id(GrantApplication.self)
            let lifted = try await service.operations.liftConflict(
                request.id(DeclaredConflict.self, "conflictId"), in: id, because: reason, by: person,
                request: request.repeatable(by: person))
            return try await conflict(lifted, in: id, .ok, service)
        }
    }

    /// What is said in a case. Notes are shown to the region alone, and counted for it alone.
    mutating func addMessages(_ service: Service) {
        get("\(Link.API.applications)/:id/messages", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await visibleApplication(request, person, service)
            let events = try await service.database.events(application.request.events.map(\.eventID))
            let window = try request.page
            let found = try await service.database.messages(
                in: application.id,
                withNotes: application.showsNotes(to: person, hosts: events.flatMap(\.details.hosts)),
                limit: window.limit, offset: window.offset)
            return .list(found.messages, window, total: found.total, for: request) { $0.write($1) }
        }
        post(
            "\(Link.API.applications)/:id/messages", access: .role(.applicant, .signatory, .caseOfficer, .decisionMaker)
        ) {
            request, person in
            let json = try request.json()
            let text = json.requiredText("text")
            let visibility = json.choice("visibility", CaseMessage.Visibility.self) ?? .parties
            try json.end()
            let id = try request.id(GrantApplication.self)
            let made = try await service.operations.writeMessage(
                text, to: visibility, in: id, by: person, request: request.repeatable(by: person))
            guard let message = try await service.database.message(made) else { throw Refusal.missing }
            return .json(.created, location: Link.API.messages(id)) { $0.write(message) }
        }
    }
}

private func conflict(
    _ id: DeclaredConflict.ID, in application: GrantApplication.ID, _ status: HTTPResponse.Status, _ service: Service
) async throws -> WebResponse {
    let all = try await service.database.declaredConflicts(in: application)
    guard let conflict = all.first(where: { $0.id == id }) else { throw Refusal.missing }
    let names = try await service.database.names(of: conflict.people)
    return .json(status, location: status == .created ? Link.API.conflicts(application) : nil) {
        $0.write(conflict, names)
    }
}

extension DeclaredConflict {
    /// Everybody whom it names.
    var people: [Person.ID] { [personID, declaredBy] + (lifting.map { [$0.liftedBy] } ?? []) }
}

extension JSONWriter {
    fileprivate mutating func write(_ conflict: DeclaredConflict, _ names: [Person.ID: String]) {
        object {
            $0.member("id", conflict.id)
            $0.member("person", actor: names[conflict.personID])
            $0.member("ground", conflict.ground.rawValue)
            $0.member("explanation", conflict.explanation)
            $0.member("declaredBy", actor: names[conflict.declaredBy])
            $0.member("declaredAt", conflict.declaredAt)
            $0.member("liftedBy", actor: conflict.lifting.flatMap { names[$0.liftedBy] })
            $0.member("liftedAt", conflict.lifting?.liftedAt)
            $0.member("liftingReason", conflict.lifting?.reason)
        }
    }

    fileprivate mutating func write(_ message: CaseMessage) {
        object {
            $0.member("id", message.id)
            $0.member("visibility", message.visibility.rawValue)
            $0.member("side", message.side.rawValue)
            $0.member("text", message.text)
            $0.member("sender", actor: message.senderName)
            $0.member("sentAt", message.sentAt)
        }
    }
}
