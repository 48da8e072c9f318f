import Dispatch
import Logging

/// Lends connections to transactions: first come, first served.
final class TransactionPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<TransactionConnection, any Error>
    }

    private struct State {
        var idle: [TransactionConnection]
        var waiters: [Waiter] = []
        /// Waiters whose tasks were cancelled before they could be put in line.
        var cancelledEarly: Set<Int> = []
        var nextNumber = 0
        var isClosed = false
        var whenReturned: CheckedContinuation<Void, Never>?
    }

    private let state: Locked<State>
    private let all: [TransactionConnection]
    private let configuration: PostgresConfiguration
    private let timers = DispatchQueue(label: "postgres checkout timers")

    init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
        all = (0..<configuration.transactionConnections).map { TransactionConnection(number: $0, configuration) }
        state = Locked(State(idle: all))
    }

    /// Waits for a connection in line.
    func take() async throws -> TransactionConnection {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        // A cancellation that came too late to matter is forgotten.
        defer { state.withLock { _ = $0.cancelledEarly.remove(number) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if let answer = enter(Waiter(number: number, continuation: continuation)) {
                    continuation.resume(with: answer)
                }
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func enter(_ waiter: Waiter) -> Result<TransactionConnection, any Error>? {
        let answer: Result<TransactionConnection, any Error>? = state.withLock { state in
            if state.cancelledEarly.remove(waiter.number) != nil { return .failure(CancellationError()) }
            if state.isClosed { return .failure(PostgresError(.closed, "the client has ended")) }
            if let connection = state.idle.popLast() { return .success(connection) }
            guard state.waiters.count < configuration.maximumWaiting else {
                return .failure(PostgresError(.saturated, "too many transactions wait for a connection"))
            }
            state.waiters.append(waiter)
            return nil
        }
        guard answer == nil else { return answer }
        timers.asyncAfter(deadline: .now() + .milliseconds(configuration.checkoutTimeout.wholeMilliseconds)) { [self] in
            let late = PostgresError(.timedOut, "no connection became free for a transaction")
            remove(waiter.number)?.continuation.resume(throwing: late)
        }
        return nil
    }

    private func cancel(_ number: Int) {
        let waiter = remove(number)
        if waiter == nil { _ = state.withLock { $0.cancelledEarly.insert(number) } }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func remove(_ number: Int) -> Waiter? {
        state.withLock { state in
            state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
        }
    }

    /// Hands the connection to the next in line.
    func giveBack(_ connection: TransactionConnection) {
        let (next, returned): (Waiter?, CheckedContinuation<Void, Never>?) = state.withLock { state in
            if !state.waiters.isEmpty { return (state.waiters.removeFirst(), nil) }
            state.idle.append(connection)
            guard state.isClosed, state.idle.count == all.count else { return (nil, nil) }
            defer { state.whenReturned = nil }
            return (nil, state.whenReturned)
        }
        next?.continuation.resume(returning: connection)
        returned?.resume()
    }

    /// Lends no more, waits for what is lent as long as it may, and closes every connection.
    func end() async {
        await withCheckedContinuation { continuation in
            let isReturned = state.withLock { state in
                state.isClosed = true
                guard state.idle.count < all.count else { return true }
                state.whenReturned = continuation
                return false
            }
            guard !isReturned else { return continuation.resume() }
            timers.asyncAfter(deadline: .now() + .milliseconds(configuration.drainTimeout.wholeMilliseconds)) {
                [self] in
                state.withLock { state in
                    defer { state.whenReturned = nil }
                    return state.whenReturned
                }?.resume()
            }
        }
        for connection in all { await connection.close() }
    }
}
