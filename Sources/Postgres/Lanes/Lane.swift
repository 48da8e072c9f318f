/// The calls that wait for one or more pipelined connections.
final class Lane: Sendable {
    enum Purpose: String, Sendable { case read, write }

    private struct Queue {
        var waiting: [LaneCall] = []
        /// Whether a connection has nothing to do, so that the reactor has to be woken.
        var isReactorIdle = true
        var isClosed = false
    }

    let purpose: Purpose
    private let maximumWaiting: Int
    private let wakeup: Wakeup
    private let queue = Locked(Queue())

    init(_ purpose: Purpose, maximumWaiting: Int, wakeup: Wakeup) {
        self.purpose = purpose
        self.maximumWaiting = maximumWaiting
        self.wakeup = wakeup
    }

    /// Runs one statement together with those of others, and answers when it is committed.
    func rows(_ query: Query) async throws -> Rows {
        try Task.checkCancellation()
        let call = LaneCall(query)
        return try await withTaskCancellationHandler {
            if let refusal = enqueue(call) { call.answer(refusal) }
            return try await call.rows()
        } onCancel: {
            call.cancel()
        }
    }

    private func enqueue(_ call: LaneCall) -> PostgresError? {
        let (refusal, wakes): (PostgresError?, Bool) = queue.withLock { queue in
            guard !queue.isClosed else { return (PostgresError(.closed, "the client has ended"), false) }
            guard queue.waiting.count < maximumWaiting else {
                return (PostgresError(.saturated, "too many statements wait for the database"), false)
            }
            queue.waiting.append(call)
            defer { queue.isReactorIdle = false }
            return (nil, queue.isReactorIdle)
        }
        if wakes { wakeup.signal() }
        return refusal
    }

    /// Takes no more calls; those that wait are still served.
    func close() { queue.withLock { $0.isClosed = true } }
}

/// For the reactor.
extension Lane {
    var isEmpty: Bool { queue.withLock { $0.waiting.isEmpty } }

    /// Takes what waits, up to a batch, but for those whose callers have gone. When nothing waits, the next call wakes the
    /// reactor.
    func take(maximum: Int) -> [LaneCall] {
        queue.withLock { queue in
            if queue.waiting.contains(where: \.isOver) { queue.waiting.removeAll(where: \.isOver) }
            guard !queue.waiting.isEmpty else {
                queue.isReactorIdle = true
                return []
            }
            guard queue.waiting.count > maximum else {
                defer { queue.waiting = [] }
                return queue.waiting
            }
            defer { queue.waiting.removeFirst(maximum) }
            return Array(queue.waiting[..<maximum])
        }
    }

    /// Puts back calls that were not answered, before all others.
    func putBack(_ calls: [LaneCall]) { queue.withLock { $0.waiting.insert(contentsOf: calls, at: 0) } }

    /// Takes out the calls that have waited too long, and forgets those whose callers have gone.
    func takeExpired(_ isExpired: (LaneCall) -> Bool) -> [LaneCall] {
        queue.withLock { queue in
            let expired = queue.waiting.filter(isExpired)
            queue.waiting.removeAll { $0.isOver || isExpired($0) }
            return expired
        }
    }
}
