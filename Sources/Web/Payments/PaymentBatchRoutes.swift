import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// What finance takes out of the service to pay.
    mutating func addBatches(_ service: Service) {
        get(Link.API.paymentBatches, access: .role(.finance, .auditor)) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.paymentBatches(limit: window.limit, offset: window.offset)
            let names = try await service.database.names(of: Array(Set(found.batches.map(\.madeBy))))
            return .list(found.batches, window, total: found.total, for: request) { json, batch in
                json.write(batch, names)
            }
        }
        post(Link.API.paymentBatches, access: .role(.finance)) { request, person in
            let json = try request.command()
            try json.end()
            let id = try await service.operations.exportPayments(by: person, request: request.repeatable(by: person))
            return try await service.answer(batch: id, .created, location: Link.API.batch(id))
        }
        get("\(Link.API.paymentBatches)/:id", access: .role(.finance, .auditor)) { request, _ in
            try await service.answer(batch: request.id(PaymentBatch.self))
        }
    }
}

extension Service {
    /// A batch with what it pays: the same however often it is asked for.
    fileprivate func answer(
        batch id: PaymentBatch.ID, _ status: HTTPResponse.Status = .ok, location: String? = nil
    ) async throws -> WebResponse {
        guard let batch = try await database.paymentBatch(id) else { throw Refusal.missing }
        let lines = try await database.lines(of: id)
        let names = try await database.names(of: [batch.madeBy])
        return .json(status, location: location) { $0.write(batch, lines, names) }
    }
}
