import Synchronization

/// A transaction that stands open while the closure of `PostgresClient.transaction` runs. Its statements run one after
/// another.
package final class Transaction: Querying {
    private struct State {
        var isOver = false
        var statements = 0
        /// The first refusal of the server, after which PostgreSQL keeps nothing of the transaction.
        var failure: PostgresError?
    }

    private let connection: TransactionConnection
    private let state = Locked(State())
    private let firstTicket: Int

    init(_ connection: TransactionConnection) {
        self.connection = connection
        firstTicket = Self.tickets.wrappingAdd(1_000_000, ordering: .relaxed).newValue
    }

    /// Tickets are never used twice, so that a late cancellation meets nothing.
    private static let tickets = Atomic(0)

    /// Runs one statement. Cancelling the task cancels it in the server.
    package func rows(_ query: Query) async throws -> Rows {
        let ticket = try state.withLock { state in
            guard !state.isOver else { throw PostgresError(.closed, "the transaction has ended", query: query.name) }
            state.statements += 1
            return firstTicket + state.statements
        }
        let query = try await StatementWatch.passed(query)
        try Task.checkCancellation()
        do {
            return try await connection.run(query, ticket: ticket)
        } catch let error as PostgresError {
            state.withLock { $0.failure = $0.failure ?? error }
            try Task.checkCancellation()
            throw error
        }
    }

    /// From now on every statement is refused.
    func end() { state.withLock { $0.isOver = true } }

    /// Keeps what was done. A connection that is lost now leaves the outcome unknown.
    func commit() async throws {
        if let failure = state.withLock({ $0.failure }) {
            try await rollBack()
            throw failure
        }
        _ = try await StatementWatch.passed(Query(name: "COMMIT", text: "COMMIT"))
        let command: String
        do {
            command = try await connection.use { connection throws(PostgresError) in
                try connection.run(script: "COMMIT").command
            }
        } catch let error as PostgresError where error.kind == .connectionLost {
            await connection.close()
            throw PostgresError(.outcomeUnknown, "the connection was lost at the commit")
        }
        // PostgreSQL answers so when a statement had failed.
        guard command == "COMMIT" else { throw PostgresError(.notSent, "PostgreSQL rolled back at the commit") }
    }

    /// Keeps nothing. A connection that cannot even roll back is closed, which has the same effect.
    func rollBack() async throws {
        do {
            _ = try await connection.use { connection throws(PostgresError) in try connection.run(script: "ROLLBACK") }
        } catch is PostgresError {
            await connection.close()
        }
    }
}
