package import Logging
import ServiceLifecycle

/// The database. A service: nothing is connected before `run`, and after its end nothing is.
package final class PostgresClient: Querying, Service {
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let lanes: LaneReactor
    private let pool: TransactionPool
    private let listener: Listener

    /// A client that `run` will connect.
    package init(configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        lanes = LaneReactor(configuration, logger)
        pool = TransactionPool(configuration)
        listener = Listener(configuration, logger)
    }

    /// Connects, keeps the connections up, and after cancellation or graceful shutdown serves what is under way and
    /// ends.
    package func run() async throws {
        // A text that no server could understand is told now and not at every attempt to connect.
        _ = try ConnectionString(configuration.connectionString)
        let (laneEnd, laneEnded) = AsyncStream<Never>.makeStream()
        lanes.start { laneEnded.finish() }
        listener.start()
        await untilStopped()
        listener.stop()
        await pool.end()
        lanes.stop()
        // Unlike the task's own waiting, this is not cut short by its cancellation.
        await Task.detached { for await _ in laneEnd {} }.value
    }

    /// Nothing ever comes, but the stream ends with the task or with the service.
    private func untilStopped() async {
        let (never, _) = AsyncStream<Never>.makeStream()
        for await _ in never.cancelOnGracefulShutdown() {}
    }

    /// Runs one reading statement in a read lane, together with those of other callers. PostgreSQL refuses changes
    /// here, since a statement whose connection is lost is run again.
    package func rows(_ query: Query) async throws -> Rows { try await lanes.reading.rows(query) }

    /// Runs one changing statement in the write lane. It is committed together with those of other callers, and
    /// answered after that. An error costs the others a second run, so expected refusals should be results. After
    /// `outcomeUnknown`, look the change up by its key.
    package func write(_ query: Query) async throws -> Rows { try await lanes.writing.rows(query) }

    /// What happens in a channel from now on.
    package func listen(_ channel: String) -> PostgresNotifications { listener.listen(channel) }

    /// Whether reading and changing are possible now.
    package func isReady() async -> Bool {
        guard lanes.isReady else { return false }
        do {
            return try await rows(Query(name: "Postgres.ping", text: "SELECT 1")).count == 1
        } catch {
            logger.info("database is not ready", metadata: ["error": "\(error)"])
            return false
        }
    }
}

extension PostgresClient {
    /// Does all of `body`, or nothing of it (READ COMMITTED). After a deadlock or a serialization failure `body` is run
    /// again, so it must have no effect but on the database. An error of its own comes out unchanged.
    @discardableResult
    package func transaction<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try await attemptTransaction(body)
            } catch let error as PostgresError where error.isRetryable && attempt < configuration.transactionAttempts {
                logger.notice(
                    "transaction begins again",
                    metadata: ["attempt": "\(attempt)", "sqlState": "\(error.sqlState ?? "")"])
            }
            // Jitter, so that two that met do not meet again.
            try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 << attempt))))
            attempt += 1
        }
    }

    private func attemptTransaction<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        let deadline = ContinuousClock.now + configuration.availabilityTimeout
        let connection = try await pool.take()
        defer { pool.giveBack(connection) }
        try await connection.begin(until: deadline)
        let transaction = Transaction(connection)
        do {
            let value = try await body(transaction)
            transaction.end()
            try Task.checkCancellation()
            try await transaction.commit()
            return value
        } catch {
            transaction.end()
            try await transaction.rollBack()
            throw error
        }
    }

    /// What PostgreSQL makes of a query: the types of its parameters, and the columns of its result.
    package func describe(_ query: Query, declaring types: [PostgresType] = []) async throws -> StatementDescription {
        let connection = try await pool.take()
        defer { pool.giveBack(connection) }
        try await connection.begin(until: .now + configuration.availabilityTimeout)
        do {
            let result = try await connection.use { connection throws(PostgresError) in
                let result = try connection.describe(query, declaring: types)
                try connection.run(script: "ROLLBACK")
                return result
            }
            return StatementDescription(parameters: result.parameterTypes, columns: result.columns.map(\.described))
        } catch {
            // The transaction is open still, or in failure.
            await connection.close()
            throw error
        }
    }
}

/// What PostgreSQL makes of a query.
package struct StatementDescription: Sendable, Hashable {
    /// A column of the result.
    package struct Column: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// Its type.
        package let type: PostgresType
    }

    /// The types of `$1` to `$n`.
    package let parameters: [PostgresType]
    /// The columns, in order.
    package let columns: [Column]
}
