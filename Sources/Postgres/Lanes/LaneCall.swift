import Synchronization

/// One caller's statement on its way through a lane.
final class LaneCall: Sendable {
    private enum State {
        case new, over
        case waiting(CheckedContinuation<Rows, any Error>)
    }

    let query: Query
    let began = ContinuousClock.now
    private let state = Mutex(State.new)
    private let runs = Atomic(0)
    private let losses = Atomic(0)

    init(_ query: Query) { self.query = query }

    /// Whether nobody waits for the answer any more.
    var isOver: Bool {
        state.withLock { state in
            if case .over = state { true } else { false }
        }
    }

    /// Counts how often the statement was run on its own.
    func countRun() -> Int { runs.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Whether a connection was lost after the statement was sent.
    var wasSent: Bool { losses.load(ordering: .relaxed) > 0 }

    func countLoss() { losses.wrappingAdd(1, ordering: .relaxed) }

    /// From now on someone waits. False if the task was cancelled before.
    func wait(_ continuation: CheckedContinuation<Rows, any Error>) -> Bool {
        let isWaiting = state.withLock { state in
            guard case .new = state else { return false }
            state = .waiting(continuation)
            return true
        }
        if !isWaiting { continuation.resume(throwing: CancellationError()) }
        return isWaiting
    }

    /// Gives the answer, unless the caller has gone.
    func answer(_ result: Result<Rows, any Error>) {
        let continuation: CheckedContinuation<Rows, any Error>? = state.withLock { state in
            defer { state = .over }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        continuation?.resume(with: result)
    }

    func answer(_ error: PostgresError) {
        var error = error
        if error.query == nil { error.query = "\(query.name)" }
        answer(.failure(error))
    }

    /// The caller does not wait any longer. A statement that was sent runs on: it cannot be cancelled alone in a pipeline.
    func cancel() { answer(.failure(CancellationError())) }
}
