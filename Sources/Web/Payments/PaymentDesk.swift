import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What finance has before it, and the files that it takes out.
    mutating func addPaymentDesk(_ service: Service) {
        let readers = Access<Person>.role(.caseOfficer, .decisionMaker, .finance, .auditor)
        get("/desk/payments", access: readers) { request, person in
            try await paymentDesk(request, person, service)
        }
        post("/desk/payment-batches", access: .role(.finance)) { request, person in
            try await attempt {
                try request.form().end()
                _ = try await service.operations.exportPayments(by: person, request: request.sentOnce(by: person))
                return .redirect(to: Link.after(.exported, at: Link.paymentDesk))
            } orShow: { refusal in
                try await paymentDesk(request, person, service, refusal: refusal)
            }
        }
        get("/desk/payment-batches", access: readers) { _, _ in .redirect(to: Link.paymentDesk) }
        get("/desk/payment-batches/:id.csv", access: .role(.finance, .auditor)) { request, _ in
            let id = try request.id(PaymentBatch.self)
            guard let batch = try await service.database.paymentBatch(id) else { throw Refusal.missing }
            let lines = try await service.database.lines(of: id)
            var response = WebResponse.bytes(
                PaymentCSV.file(batch, lines, request.phrases), contentType: "text/csv; charset=utf-8")
            response.headers[.contentDisposition] = "attachment; filename=\"samlyft-payments-\(batch.number).csv\""
            return response
        }
    }
}

private func paymentDesk(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    let window = try request.page
    let found = try await service.database.payments(
        in: Payment.State.allCases.filter(\.isOpen), limit: window.limit, offset: window.offset)
    let batches = try await service.database.paymentBatches(limit: 20, offset: 0).batches
    let page = PaymentDeskPage(
        request: request, window: window, payments: found.payments, total: found.total, batches: batches,
        names: try await service.database.names(of: Array(Set(batches.map(\.madeBy)))),
        mayExport: person.has(.finance), mayRead: person.has(.finance) || person.has(.auditor), refusal: refusal)
    return .page(request.phrases.paymentsTitle, for: request, after: refusal) { page.html }
}

/// The payments that are under way, and the files.
struct PaymentDeskPage {
    let request: WebRequest
    let window: PageWindow
    let payments: [QueuedPayment]
    let total: Int
    let batches: [PaymentBatch]
    let names: [Person.ID: String]
    let mayExport: Bool
    let mayRead: Bool
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.deskTitle, to: Link.desk) }
        h1(phrases.paymentsTitle)
        p { link(phrases.claimsTitle, to: Link.claims) }
        if let refusal { refusalNotice(refusal, phrases) } else { confirmation(request) }
        h2(phrases.paymentsToDo)
        if payments.isEmpty { p(phrases.noPaymentsToDo) } else { queue }
        paging(window, total: total, for: request)
        h2(phrases.batches)
        if mayExport {
            p(phrases.batchMeans)
            commandButton(phrases.makeBatch, to: Link.paymentBatches, for: request)
        }
        if batches.isEmpty { p(phrases.noBatches) } else { files }
    }

    private var queue: HTML {
        listing(
            caption: phrases.paymentsToDo,
            [
                Column(phrases.payment), Column(phrases.applicant), Column(phrases.amount, isNumber: true),
                Column(phrases.status), Column(phrases.batchNumber),
            ], payments.map(row))
    }

    private func row(_ payment: QueuedPayment) -> TableRow {
        TableRow([
            HTML {
                link(to: Link.payment(payment.id, of: payment.grantID)) { userText(payment.title) }
                small(" \(payment.registryNumber), \(phrases.payment(payment.number))")
            },
            userText(payment.libraryName), HTML(phrases.money(payment.amount)),
            HTML {
                PaymentBadge(state: payment.state, phrases: phrases).html
                if payment.isHeld { " "; badge(phrases.paymentIsHeld, kind: "bad") }
                if !payment.hasAccount { " "; badge(phrases.accountIsMissing, kind: "warning") }
            },
            HTML(payment.batchNumber.map { "\($0)" } ?? "–"),
        ])
    }

    private var files: HTML {
        listing(
            caption: phrases.batches,
            [
                Column(phrases.batchNumber), Column(phrases.batchMade),
                Column(phrases.numberOfPayments, isNumber: true),
                Column(phrases.amount, isNumber: true),
            ],
            batches.map { batch in
                TableRow([
                    mayRead
                        ? link(phrases.batch(batch.number), to: Link.batchFile(batch.id))
                        : HTML(phrases.batch(batch.number)),
                    HTML("\(phrases.moment(batch.madeAt)), \(names[batch.madeBy] ?? "–")"),
                    HTML(phrases.number(batch.payments)), HTML(phrases.money(batch.amount)),
                ])
            })
    }
}
