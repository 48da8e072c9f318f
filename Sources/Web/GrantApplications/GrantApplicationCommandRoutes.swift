import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What the library does with its application.
    mutating func addApplicantCommands(_ service: Service) {
        command("submission", .signatory, service) { command in
            let attested = command.json.requiredTruth("attested")
            try command.json.end()
            return try await service.operations.submitApplication(
                command.id, attested: attested, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        command("withdrawal", .signatory, service) { command in
            let reason = command.json.text("reason") ?? ""
            try command.json.end()
            return try await service.operations.withdrawApplication(
                command.id, because: reason, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
    }

    /// What the region does with an application.
    mutating func addRegionCommands(_ service: Service) {
        command("handling", .caseOfficer, service) { command in
            try command.json.end()
            return try await service.operations.handleApplication(
                command.id, by: command.person, expecting: command.version, request: command.repeatable)
        }
        command("recommendation", .caseOfficer, service) { command in
            let (outcome, reasons) = try readRecommendation(command.json)
            return try await service.operations.recommendDecision(
                on: command.id, outcome, reasons: reasons, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        addDecisions(service)
    }

    private mutating func addDecisions(_ service: Service) {
        decision("approval", service) { command in
            let amount = command.json.requiredMoney("amount")
            let reasons = command.json.requiredText("reasons")
            let minutes = BoardFields.read(command.json)
            try command.json.end()
            return try await service.operations.approveApplication(
                command.id, amount: amount, reasons: reasons, by: command.person, registering: minutes,
                expecting: command.version, request: command.repeatable)
        }
        decision("rejection", service) { command in
            let reasons = command.json.requiredText("reasons")
            let minutes = BoardFields.read(command.json)
            try command.json.end()
            return try await service.operations.rejectApplication(
                command.id, reasons: reasons, by: command.person, registering: minutes,
                expecting: command.version, request: command.repeatable)
        }
        decision("dismissal", service) { command in
            let ground = command.json.requiredText("ground")
            let minutes = BoardFields.read(command.json)
            try command.json.end()
            return try await service.operations.dismissApplication(
                command.id, ground: ground, by: command.person, registering: minutes,
                expecting: command.version, request: command.repeatable)
        }
    }

    /// A decision is bound to the version that was read: whoever names none decides of they know not what.
    private mutating func decision(
        _ name: String, _ service: Service,
        _ run: @escaping @Sendable (ApplicationCommand) async throws -> GrantApplication.ID
    ) {
        command(name, .decisionMaker, service) { command in
            guard command.version != nil else { throw Refusal.versionNeeded }
            return try await run(command)
        }
    }

    /// A command of one role, or of two, on one application, which answers with the application.
    mutating func command(
        _ name: String, _ role: Role, or other: Role? = nil, _ service: Service,
        _ run: @escaping @Sendable (ApplicationCommand) async throws -> GrantApplication.ID
    ) {
        post("\(Link.API.applications)/:id/\(name)", access: .anyRole([role] + (other.map { [$0] } ?? []))) {
            request, person in
            let id = try await run(ApplicationCommand(request, by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
    }
}

/// What every command on an application carries.
struct ApplicationCommand {
    let id: GrantApplication.ID
    let person: Person
    let json: ObjectReader
    let version: Int?
    let repeatable: RepeatableRequest?

    init(_ request: WebRequest, by person: Person) throws {
        id = try request.id(GrantApplication.self)
        self.person = person
        json = try request.command()
        version = try request.expectedVersion()
        repeatable = try request.repeatable(by: person)
    }
}

private enum ProposedOutcome: String, CaseIterable {
    case approve, reject
}

/// To approve goes with an amount, to reject with none.
private func readRecommendation(_ json: ObjectReader) throws(Refusal) -> (Recommendation.Outcome, String) {
    let proposed = json.choice("outcome", ProposedOutcome.self)
    if proposed == nil, !json.has("outcome") || json.isNull("outcome") { json.fault("outcome", .isMissing) }
    let amount = json.money("amount")
    let reasons = json.requiredText("reasons")
    switch (proposed, amount) {
    case (.approve, .none) where !json.has("amount") || json.isNull("amount"): json.fault("amount", .isMissing)
    case (.reject, .some): json.fault("amount", .isUnknownField)
    default: break
    }
    try json.end()
    if proposed == .approve, let amount { return (.approve(amount), reasons) }
    return (.reject, reasons)
}
