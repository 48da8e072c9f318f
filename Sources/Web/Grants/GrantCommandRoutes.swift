import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What a signatory does with a grant, and the words on which it is given.
    mutating func addGrantCommands(_ service: Service) {
        get("\(Link.API.grants)/:id/terms", access: .loggedIn) { request, person in
            let terms = try await GrantFile(request.id(Grant.self), for: person, service).terms(request.phrases)
            return .json {
                $0.object {
                    $0.member("text", terms.text)
                    $0.member("hash", terms.hash)
                }
            }
        }
        post("\(Link.API.grants)/:id/acceptance", access: .role(.signatory)) { request, person in
            let json = try request.json()
            let hash = json.requiredText("termsHash")
            try json.end()
            let file = try await GrantFile(request.id(Grant.self), for: person, service)
            try await service.accept(file, read: hash, request, by: person, once: request.repeatable(by: person))
            return try await service.answer(file.grant.id, to: person)
        }
        post("\(Link.API.grants)/:id/refusal", access: .role(.signatory)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.command()
            let reason = json.text("reason") ?? ""
            try json.end()
            _ = try await service.operations.declineGrant(
                id, because: reason, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
        addPayeeAccount(service)
    }

    /// Where the money is to go.
    private mutating func addPayeeAccount(_ service: Service) {
        put("\(Link.API.grants)/:id/payee-account", access: .role(.signatory)) { request, person in
            let id = try request.id(Grant.self)
            let version = try request.requiredVersion()
            let json = try request.json()
            let kind = json.requiredChoice("kind", PayeeAccount.Kind.bankgiro)
            let number = json.requiredText("number")
            let account = PayeeAccount(kind, typed: number)
            if account == nil, !number.isEmpty { json.fault("number", .isNot(.account)) }
            try json.end()
            guard let account else { throw Refusal.invalid("number", .isMissing) }
            try await service.operations.confirmPayeeAccount(account, of: id, by: person, expecting: version)
            return try await service.answer(id, to: person)
        }
    }
}

extension Service {
    /// Accepts a grant for somebody who has read its terms as they stand: `hash` is that of what they have read.
    func accept(
        _ file: GrantFile, read hash: String, version: Int? = nil, _ request: WebRequest, by person: Person,
        once repeatable: RepeatableRequest?
    ) async throws {
        let terms = file.terms(request.phrases)
        guard hash == terms.hash else { throw Refusal.stale }
        _ = try await operations.acceptGrant(
            file.grant.id, on: terms.text, by: person, expecting: try version ?? request.expectedVersion(),
            request: repeatable)
    }

    /// The grant as it is now.
    func answer(_ id: Grant.ID, to person: Person) async throws -> WebResponse {
        let grant = try await database.grant(id, readBy: person)
        let names = try await database.names(of: grant.people)
        return .json(version: grant.revision) { $0.write(grant, names) }
    }
}
