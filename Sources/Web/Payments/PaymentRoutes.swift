import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of payments: the ledger of a grant, what is done with its rows, and the batches of finance.
    mutating func addPayments(_ service: Service) {
        let path = "\(Link.API.grants)/:id/payments"
        get(path, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let grant = try await service.database.grant(request.id(Grant.self), readBy: person)
            let names = try await service.database.names(of: grant.people)
            let part = Array(grant.payments.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: grant.payments.count, for: request) { json, payment in
                json.write(payment, names)
            }
        }
        post(path, access: .role(.signatory)) { request, person in try await draw(request, person, service) }
        command("request", .signatory, service) { command in
            try command.json.end()
            _ = try await service.operations.requestPayment(
                command.payment, of: command.grant, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        addFinance(service)
        addBatches(service)
    }

    /// What finance does with a payment.
    private mutating func addFinance(_ service: Service) {
        command("attestation", .finance, service) { command in
            try command.json.end()
            _ = try await service.operations.attestPayment(
                command.payment, of: command.grant, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        command("transfer", .finance, service) { command in
            let reference = command.json.requiredText("reference")
            let day = command.json.requiredDay("paidOn")
            try command.json.end()
            _ = try await service.operations.payPayment(
                command.payment, of: command.grant, reference: reference, on: day, by: command.person,
                expecting: command.version, request: command.repeatable)
        }
        command("failure", .finance, service) { command in
            let reason = command.json.requiredText("reason")
            try command.json.end()
            _ = try await service.operations.failPayment(
                command.payment, of: command.grant, because: reason, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
        command("cancellation", .finance, service) { command in
            let reason = command.json.requiredText("reason")
            try command.json.end()
            _ = try await service.operations.cancelPayment(
                command.payment, of: command.grant, because: reason, by: command.person, expecting: command.version,
                request: command.repeatable)
        }
    }

    /// A command of one role on one payment, which answers with the grant.
    private mutating func command(
        _ name: String, _ role: Role, _ service: Service,
        _ run: @escaping @Sendable (PaymentRequest) async throws -> Void
    ) {
        post("\(Link.API.grants)/:id/payments/:paymentId/\(name)", access: .role(role)) { request, person in
            let command = try PaymentRequest(request, by: person)
            try await run(command)
            return try await service.answer(command.grant, to: person)
        }
    }
}

/// What every command on a payment carries.
private struct PaymentRequest {
    let grant: Grant.ID
    let payment: Payment.ID
    let person: Person
    let json: ObjectReader
    let version: Int?
    let repeatable: RepeatableRequest?

    init(_ request: WebRequest, by person: Person) throws {
        grant = try request.id(Grant.self)
        payment = try request.id(Payment.self, "paymentId")
        self.person = person
        json = try request.command()
        version = try request.expectedVersion()
        repeatable = try request.repeatable(by: person)
    }
}

/// A library draws a part of its grant.
private func draw(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let id = try request.id(Grant.self)
    let json = try request.json()
    let amount = json.requiredMoney("amount")
    let text = json.requiredText("text")
    try json.end()
    let made = try await service.operations.requestPayment(
        of: amount, for: text, from: id, by: person, expecting: request.expectedVersion(),
        request: request.repeatable(by: person))
    let payment = try await service.database.grant(id, readBy: person).payment(made)
    let names = try await service.database.names(of: [person.id])
    return .json(.created, location: Link.API.payments(id)) { $0.write(payment, names) }
}
