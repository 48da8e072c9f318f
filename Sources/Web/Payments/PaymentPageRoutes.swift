import Domain
import HTML
import Operations
import Store

extension Routes {
    /// One payment for those who see its grant, and the desk of finance.
    mutating func addPaymentPages(_ service: Service) {
        let pages = PaymentPages(service: service)
        get("/grants/:id/payments/:paymentId", access: .loggedIn) { request, person in
            try await pages.show(request, person)
        }
        post("/grants/:id/payments/:paymentId/request", access: .loggedIn) { request, person in
            try await pages.command(request, person, .paymentRequested) { grant, payment, form, version in
                try form.end()
                _ = try await service.operations.requestPayment(
                    payment, of: grant, by: person, expecting: version, request: request.sentOnce(by: person))
            }
        }
        post("/grants/:id/payments/:paymentId/attestation", access: .role(.finance)) { request, person in
            try await pages.command(request, person, .paymentAttested) { grant, payment, form, version in
                try form.end()
                _ = try await service.operations.attestPayment(
                    payment, of: grant, by: person, expecting: version, request: request.sentOnce(by: person))
            }
        }
        addTransferPages(pages)
        for path in ["request", "attestation", "transfer", "ending"] {
            get("/grants/:id/payments/:paymentId/\(path)", access: .loggedIn) { request, _ in
                .redirect(
                    to: Link.payment(try request.id(Payment.self, "paymentId"), of: try request.id(Grant.self)))
            }
        }
        addPaymentDesk(service)
    }

    private mutating func addTransferPages(_ pages: PaymentPages) {
        post("/grants/:id/payments/:paymentId/transfer", access: .role(.finance)) { request, person in
            try await pages.command(request, person, .paid) { grant, payment, form, version in
                let reference = form.requiredText("reference")
                let day = form.requiredDay("paidOn")
                try form.end()
                _ = try await pages.service.operations.payPayment(
                    payment, of: grant, reference: reference, on: day, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        post("/grants/:id/payments/:paymentId/ending", access: .role(.finance)) { request, person in
            try await pages.command(request, person, .paymentEnded) { grant, payment, form, version in
                let outcome = form.requiredChoice("outcome", PaymentEnding.cancelled)
                let reason = form.requiredText("reason")
                try form.end()
                let (operations, once) = (pages.service.operations, request.sentOnce(by: person))
                _ =
                    outcome == .failed
                    ? try await operations.failPayment(
                        payment, of: grant, because: reason, by: person, expecting: version, request: once)
                    : try await operations.cancelPayment(
                        payment, of: grant, because: reason, by: person, expecting: version, request: once)
            }
        }
    }
}

/// How a payment ends that was not made.
enum PaymentEnding: String, CaseIterable {
    case failed, cancelled
}

private struct PaymentPages: Sendable {
    let service: Service

    /// Does one thing with a payment and comes back to it, also when it was refused: then with what was typed.
    func command(
        _ request: WebRequest, _ person: Person, _ done: Done,
        _ work: (Grant.ID, Payment.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let (grant, payment) = (try request.id(Grant.self), try request.id(Payment.self, "paymentId"))
        return try await GrantForm(request: request).send(to: Link.payment(payment, of: grant), done) { form, version in
            try await work(grant, payment, form, version)
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let payment = try file.grant.payment(request.id(Payment.self, "paymentId"))
        let phrases = request.phrases
        let typed = GrantForm(request: request).fields(
            ["paidOn": [Stockholm.day(file.now).text]], after: refusal, label: phrases.paymentField)
        let page = PaymentPage(
            request: request, person: person, file: file, payment: payment, typed: typed, refusal: refusal)
        let place = Link.payment(payment.id, of: file.grant.id)
        return .page(phrases.payment(payment.number), for: request, after: refusal, keeping: place) { page.html }
    }
}
