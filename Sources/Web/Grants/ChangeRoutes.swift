import Domain
import HTTPTypes
import Operations
import Store

extension Link.API {
    static func changes(_ grant: Grant.ID) -> String { "\(self.grant(grant))/change-requests" }
}

extension Routes {
    /// What is changed of a grant after it was accepted, and how the region ends one.
    mutating func addChanges(_ service: Service) {
        let path = "\(Link.API.grants)/:id/change-requests"
        get(path, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let grant = try await service.database.grant(request.id(Grant.self), readBy: person)
            let changes = try await service.database.changeRequests(of: grant.id)
            let names = try await service.database.names(of: changes.flatMap(\.people))
            let part = Array(changes.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: changes.count, for: request) { json, change in
                json.write(change, of: grant, names)
            }
        }
        post(path, access: .role(.signatory)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let (wanted, reasons) = (json.wantedChange(), json.requiredText("reasons"))
            try json.end()
            let made = try await service.operations.requestChange(
                of: id, wanted, because: reasons, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(made, of: id, to: person, .created)
        }
        addWithdrawalOfChange(service, at: path)
        addDecisionsOnChanges(service)
        addNewDates(service)
        addEndings(service)
        addChangePages(service)
        addNewDatePages(service)
        addEndingPages(service)
    }

    private mutating func addWithdrawalOfChange(_ service: Service, at path: String) {
        post("\(path)/:changeId/withdrawal", access: .role(.signatory)) { request, person in
            let (id, change) = (try request.id(Grant.self), try request.id(ChangeRequest.self, "changeId"))
            _ = try await service.operations.withdrawChange(
                change, of: id, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(change, of: id, to: person)
        }
    }

    private mutating func addDecisionsOnChanges(_ service: Service) {
        for isApproval in [true, false] {
            post(
                "\(Link.API.grants)/:id/change-requests/:changeId/\(isApproval ? "approval" : "rejection")",
                access: .role(.decisionMaker)
            ) { request, person in
                let (id, change) = (try request.id(Grant.self), try request.id(ChangeRequest.self, "changeId"))
                let json = try request.json()
                let (reasons, minutes) = (json.requiredText("reasons"), BoardFields.read(json))
                try json.end()
                try await service.decide(
                    change, of: id, isApproval, because: reasons, by: person, registering: minutes,
                    expecting: request.expectedVersion(), once: request.repeatable(by: person))
                return try await service.answer(change, of: id, to: person)
            }
        }
    }

    private mutating func addEndings(_ service: Service) {
        post("\(Link.API.grants)/:id/repayment-demand", access: .role(.decisionMaker)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let (reasons, due, accepted) = (json.requiredText("reasons"), json.day("dueOn"), json.shares("accepted"))
            let minutes = BoardFields.read(json)
            try json.end()
            _ = try await service.operations.demandRepayment(
                of: id, accepting: accepted ?? [], dueOn: due, because: reasons, by: person, registering: minutes,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
        post("\(Link.API.grants)/:id/revocation", access: .role(.decisionMaker)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let (reasons, minutes) = (json.requiredText("reasons"), BoardFields.read(json))
            try json.end()
            _ = try await service.operations.revokeGrant(
                id, because: reasons, by: person, registering: minutes, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
    }
}

extension Service {
    /// The region agrees to a change, or does not.
    func decide(
        _ change: ChangeRequest.ID, of grant: Grant.ID, _ isApproval: Bool, because reasons: String, by person: Person,
        registering minutes: BoardMinutes?, expecting version: Int?, once repeatable: RepeatableRequest?
    ) async throws {
        if isApproval {
            _ = try await operations.approveChange(
                change, of: grant, because: reasons, by: person, registering: minutes, expecting: version,
                request: repeatable)
        } else {
            _ = try await operations.rejectChange(
                change, of: grant, because: reasons, by: person, registering: minutes, expecting: version,
                request: repeatable)
        }
    }

    fileprivate func answer(
        _ id: ChangeRequest.ID, of grant: Grant.ID, to person: Person, _ status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let read = try await database.grant(grant, readBy: person)
        guard let change = try await database.changeRequests(of: grant).first(where: { $0.id == id }) else {
            throw Refusal.missing
        }
        let names = try await database.names(of: change.people)
        let location = status == .created ? Link.API.changes(grant) : nil
        return .json(status, version: read.revision, location: location) { $0.write(change, of: read, names) }
    }
}
