/// The calls that wait for one or more pipelined connections.
final class Lane: Sendable {
    enum Purpose: String, Sendable { case read, write }

    private struct Queue {
        var waiting: [LaneCall] = []
        /// Those of `waiting` that others may join.
        var joinable: [Question: LaneCall] = [:]
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

    /// Runs one statement together with those of others, and answers when it is committed. The statement of whoever
    /// does not wait any longer runs on once it is sent: it cannot be cancelled alone in a pipeline.
    func rows(_ query: Query) async throws -> Rows {
        try Task.checkCancellation()
        let place = try enqueue(query)
        return try await withTaskCancellationHandler {
            try await place.take()
        } onCancel: {
            place.give(.failure(CancellationError()))
        }
    }

    private func enqueue(_ query: Query) throws(PostgresError) -> Handover<Rows> {
        let question = purpose == .read ? Question(query) : nil
        let (place, wakes): (Handover<Rows>, Bool) = try queue.withLock { queue throws(PostgresError) in
            guard !queue.isClosed else { throw PostgresError(.closed, "the client has ended", query: query.name) }
            if let question, let call = queue.joinable[question] { return (call.join(), false) }
            guard queue.waiting.count < maximumWaiting else {
                throw PostgresError(.saturated, "too many statements wait for the database", query: query.name)
            }
            let call = LaneCall(query)
            queue.waiting.append(call)
            if let question { queue.joinable[question] = call }
            defer { queue.isReactorIdle = false }
            return (call.first, queue.isReactorIdle)
        }
        if wakes { wakeup.signal() }
        return place
    }

    /// Takes no more calls; those that wait are still served.
    func close() { queue.withLock { $0.isClosed = true } }
}

/// For the reactor.
extension Lane {
    var isEmpty: Bool { queue.withLock { $0.waiting.isEmpty } }

    /// Whether something waits, but less than so many calls.
    func isShort(_ count: Int) -> Bool { queue.withLock { !$0.waiting.isEmpty && $0.waiting.count < count } }

    /// Takes what waits, up to a batch, but for those whose callers have gone. When nothing waits, the next call wakes
    /// the reactor.
    func take(maximum: Int) -> [LaneCall] {
        queue.withLock { queue in
            // What is sent from here on was asked for by nobody who comes later.
            queue.joinable.removeAll(keepingCapacity: true)
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
            queue.joinable.removeAll(keepingCapacity: true)
            let expired = queue.waiting.filter(isExpired)
            queue.waiting.removeAll { $0.isOver || isExpired($0) }
            return expired
        }
    }
}

/// What a reading statement asks for: its text, by address, since that is a constant of the program, and its
/// parameters.
///
/// Two who ask the same question before it is sent share the answer. It shows each of them all that was committed
/// before they asked, as a statement of their own would. Reading statements change nothing and draw nothing by lot, so
/// nobody can tell.
private struct Question: Hashable {
    let text: UInt
    let parameters: [PostgresValue]

    init(_ query: Query) {
        // Only the address counts; nothing is read through it.
        text = unsafe UInt(bitPattern: query.text.utf8Start)
        parameters = query.parameters
    }
}
