package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of the payments in some states, the oldest first, and how many there are.
    package func payments(
        in states: [Payment.State], limit: Int, offset: Int
    ) async throws -> (payments: [QueuedPayment], total: Int) {
        let states = states.map(\.rawValue)
        async let total: Int? = value(SQL.Payments.countQueue(states: states), column: "total")
        let payments: [QueuedPayment] = try await all(
            SQL.Payments.queue(states: states, limit: limit, offset: offset))
        return (payments, try await total ?? 0)
    }

    /// A page of the batches, the latest first, and how many there are.
    package func paymentBatches(limit: Int, offset: Int) async throws -> (batches: [PaymentBatch], total: Int) {
        async let total: Int? = value(SQL.Payments.countBatches(), column: "total")
        let batches: [PaymentBatch] = try await all(
            SQL.Payments.batches(id: PaymentBatch.ID?.none, limit: limit, offset: offset))
        return (batches, try await total ?? 0)
    }

    /// One batch.
    package func paymentBatch(_ id: PaymentBatch.ID) async throws -> PaymentBatch? {
        try await first(SQL.Payments.batches(id: id, limit: 1, offset: 0))
    }

    /// What a batch pays, as it was taken out.
    package func lines(of batch: PaymentBatch.ID) async throws -> [PaymentBatch.Line] {
        try await all(SQL.Payments.linesOfBatch(batchID: batch))
    }
}

extension Transaction {
    /// Takes attested payments of held grants out in a new batch, whose number it tells.
    package func insertBatch(
        _ id: PaymentBatch.ID, of payments: [Payment.ID], by person: Person.ID, at instant: Instant
    ) async throws -> Int {
        let inserted = SQL.Payments.insertBatch(id: id, madeBy: person, madeAt: instant)
        guard let number: Int = try await value(inserted, column: "number") else { throw Refusal.missing }
        try await execute(SQL.Payments.fillBatch(batchID: id, payments: payments))
        try await execute(SQL.Payments.export(payments: payments))
        return number
    }

    /// The grants that anything is attested of, each held with its application until the transaction ends.
    package func lockGrantsToExport() async throws -> [Grant.ID] {
        let grants: [Grant.ID] = try await values(SQL.Payments.grantsToExport(), column: "id")
        _ = try await rows(SQL.Payments.lockCases(grants: grants))
        _ = try await rows(SQL.Payments.lockGrants(grants: grants))
        return grants
    }

    /// From here nobody else makes a batch until the transaction ends.
    package func lockBatches() async throws {
        try await execute(SQL.Payments.lockBatches())
    }
}

/// A payment as finance has it before itself.
package struct QueuedPayment: Sendable, PostgresRowDecodable {
    package let id: Payment.ID
    package let grantID: Grant.ID
    package let number: Int
    package let amount: Money
    package let state: Payment.State
    package let plannedAt: Instant
    package let attestedBy: Person.ID?
    package let libraryName: String
    package let registryNumber: String
    package let title: String
    /// A breach stands.
    package let isHeld: Bool
    package let hasAccount: Bool
    /// The batch in which it was taken out, if it was.
    package let batchNumber: Int?

    package init(_ row: Row) throws {
        id = try row["id"]
        grantID = try row["grant_id"]
        number = try row["number"]
        amount = try row["amount"]
        state = try word(row["state"], "state")
        plannedAt = try row["planned_at"]
        attestedBy = try row["attested_by"]
        libraryName = try row["library_name"]
        registryNumber = try row["registry_number"]
        title = try row["title"]
        isHeld = try row["is_held"]
        hasAccount = try row["has_account"]
        batchNumber = try row["batch_number"]
    }
}

/// Payments that finance took out of the service together.
package struct PaymentBatch: Sendable, PostgresRowDecodable {
    package typealias ID = Identifier<PaymentBatch>

    package let id: ID
    package let number: Int
    package let madeBy: Person.ID
    package let madeAt: Instant
    package let payments: Int
    package let amount: Money

    package init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        madeBy = try row["made_by"]
        madeAt = try row["made_at"]
        payments = try row["payments"]
        amount = try row["amount"]
    }

    /// One payment of a batch, as it was when it was taken out.
    package struct Line: Sendable, PostgresRowDecodable {
        package let paymentID: Payment.ID
        package let amount: Money
        package let account: PayeeAccount
        package let payee: String
        package let registryNumber: String
        package let number: Int

        package init(_ row: Row) throws {
            paymentID = try row["payment_id"]
            amount = try row["amount"]
            account = try PayeeAccount(kind: word(row["account_kind"], "account_kind"), number: row["account_number"])
            payee = try row["payee"]
            registryNumber = try row["registry_number"]
            number = try row["payment_number"]
        }
    }
}
