import Dispatch

/// A value that a thread of ours hands, once, to the task that waits for it.
///
/// The continuation only wakes; the value goes under the lock. What a continuation carries comes over safely too, but a
/// task that is resumed before it waits goes on without telling the thread sanitizer of that (swiftlang/swift,
/// `stdlib/public/Concurrency/Task.cpp`, `swift_continuation_await`), which then reports a race where none is.
struct Handover<Value: Sendable>: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Void, Never>)
        case over(Result<Value, any Error>)
    }

    private let state = Locked(State.new)

    /// Whether the value was given.
    var isOver: Bool { result != nil }

    private var result: Result<Value, any Error>? {
        state.withLock { state in
            if case .over(let result) = state { result } else { nil }
        }
    }

    /// Gives the value. Only the first counts.
    func give(_ result: Result<Value, any Error>) {
        let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
            switch state {
            case .over: return nil
            case .new:
                state = .over(result)
                return nil
            case .waiting(let continuation):
                state = .over(result)
                return continuation
            }
        }
        waiter?.resume()
    }

    /// Waits for the value; for one task only.
    func take() async throws -> Value {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if case .over = state { return true }
                state = .waiting(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
        guard let result else { preconditionFailure("woken without a value") }
        return try result.get()
    }
}

extension DispatchQueue {
    /// Does `work` here, on a queue that may wait, for a task that may not.
    func result<Value: Sendable>(of work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let handover = Handover<Value>()
        async { handover.give(Result { try work() }) }
        return try await handover.take()
    }
}
