import Domain
import Store

/// The pages of payments.
extension Link {
    /// What finance has before it.
    static let paymentDesk = "\(desk)/payments"
    static let paymentBatches = "\(desk)/payment-batches"

    static func payment(_ id: Payment.ID, of grant: Grant.ID) -> String { "\(payments(grant))/\(id)" }
    static func payment(_ id: Payment.ID, of grant: Grant.ID, _ command: String) -> String {
        "\(payment(id, of: grant))/\(command)"
    }
    static func batchFile(_ id: PaymentBatch.ID) -> String { "\(paymentBatches)/\(id).csv" }
}

extension Link.API {
    static let paymentBatches = "\(root)/payment-batches"

    static func batch(_ id: PaymentBatch.ID) -> String { "\(paymentBatches)/\(id)" }
}
