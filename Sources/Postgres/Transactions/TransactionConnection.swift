import CLibPQ
import Dispatch

/// A connection for transactions, with a queue of its own on which libpq may wait.
///
/// `@unchecked Sendable` holds because `connection` is touched on `queue` only; the rest is constant or locked.
final class TransactionConnection: @unchecked Sendable {
    private let queue: DispatchQueue
    private let cancelQueue: DispatchQueue
    private let configuration: PostgresConfiguration
    private var connection: Connection?
    private let statement = Locked(RunningStatement())

    /// What the server works on, so that a cancellation never meets another statement than its own.
    private struct RunningStatement {
        var running: Int?
        var lastEnded = 0
        var cancelledEarly: Set<Int> = []
        var canceller: Canceller?
    }

    init(number: Int, _ configuration: PostgresConfiguration) {
        queue = DispatchQueue(label: "postgres transaction \(number)")
        cancelQueue = DispatchQueue(label: "postgres cancel \(number)")
        self.configuration = configuration
    }

    /// Begins a transaction, on a new connection if there is none or if the old one was lost unnoticed.
    func begin(until deadline: ContinuousClock.Instant) async throws {
        try await perform { [self] () throws(PostgresError) in
            do throws(PostgresError) {
                try connection?.run(script: "BEGIN")
                if connection != nil { return }
            } catch {
                guard connection?.isBroken == true || error.kind == .connectionLost else { throw error }
                forget()
            }
            try connect(until: deadline).run(script: "BEGIN")
        }
    }

    private func connect(until deadline: ContinuousClock.Instant) throws(PostgresError) -> Connection {
        while true {
            do throws(PostgresError) {
                let new = try Connection(configuration, configuration.transactionSettings)
                connection = new
                statement.withLock { $0.canceller = Canceller(new) }
                return new
            } catch {
                guard ContinuousClock.now + .milliseconds(100) < deadline else { throw error }
                DispatchQueue.pause(.milliseconds(100))
            }
        }
    }

    /// Runs `body` on the connection, which must stand.
    func use<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws(PostgresError) -> Value
    ) async throws -> Value {
        try await perform { [self] () throws(PostgresError) in
            guard let connection else { throw PostgresError(.connectionLost, "the connection was lost before") }
            return try body(connection)
        }
    }

    /// Runs a statement, which is cancelled in the server when the task is.
    func run(_ query: Query, ticket: Int) async throws -> Rows {
        try await withTaskCancellationHandler {
            try await use { [self] connection throws(PostgresError) in
                guard began(ticket) else {
                    throw PostgresError(.cancelled, "the task was cancelled", query: query.name)
                }
                defer { ended(ticket) }
                return try connection.run(query)
            }
        } onCancel: {
            cancelQueue.async { [self] in cancel(ticket) }
        }
    }

    private func began(_ ticket: Int) -> Bool {
        statement.withLock { statement in
            guard statement.cancelledEarly.remove(ticket) == nil else { return false }
            statement.running = ticket
            return true
        }
    }

    /// Waits for a cancellation that is on its way, so that it cannot hit what comes next.
    private func ended(_ ticket: Int) {
        statement.withLock { statement in
            statement.running = nil
            statement.lastEnded = max(statement.lastEnded, ticket)
        }
    }

    private func cancel(_ ticket: Int) {
        statement.withLock { statement in
            if statement.running == ticket {
                statement.canceller?.cancel()
            } else if ticket > statement.lastEnded {
                statement.cancelledEarly.insert(ticket)
            }
        }
    }

    /// Closes the connection; the next transaction opens another.
    func close() async {
        await withCheckedContinuation { done in
            queue.async { [self] in
                forget(); done.resume()
            }
        }
    }

    private func forget() {
        statement.withLock { statement in
            statement.canceller = nil
            statement.cancelledEarly = []
        }
        connection = nil
    }

    private func perform<Value: Sendable>(
        _ work: @escaping @Sendable () throws(PostgresError) -> Value
    ) async throws -> Value {
        try await queue.result(of: work)
    }
}

extension DispatchQueue {
    /// Holds up the thread of a queue that may wait.
    static func pause(_ duration: Duration) {
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(duration.wholeMilliseconds))
    }
}

/// Asks the server to stop what a connection is doing.
///
/// `@unchecked Sendable` holds because libpq made `PGcancel` for use from another thread, and it is constant.
@safe final class Canceller: @unchecked Sendable {
    private let handle: OpaquePointer?

    init(_ connection: Connection) { unsafe handle = PQgetCancel(connection.handle) }

    deinit { unsafe PQfreeCancel(handle) }

    /// Waits until the server has taken the request.
    func cancel() {
        // Whether it came in time shows in the answer of the statement, so libpq's words are not needed.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { words in
            _ = unsafe PQcancel(handle, words.baseAddress, Int32(words.count))
        }
    }
}
