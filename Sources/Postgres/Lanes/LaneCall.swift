import Synchronization

/// A statement on its way through a lane, and the callers who wait for its answer: more than one where several asked
/// for the same before it was sent.
final class LaneCall: Sendable {
    let query: Query
    let began = ContinuousClock.now
    private let caller = Handover<Rows>()
    private let companions = Locked<[Handover<Rows>]>([])
    private let runs = Atomic(0)
    private let losses = Atomic(0)

    /// A statement with its first caller.
    init(_ query: Query) { self.query = query }

    /// The place of whoever made the call.
    var first: Handover<Rows> { caller }

    /// A place for somebody who wants the same answer. Only before the statement is sent: what they ask for must not be
    /// older than their question.
    func join() -> Handover<Rows> {
        let place = Handover<Rows>()
        companions.withLock { $0.append(place) }
        return place
    }

    /// Whether nobody waits for the answer any more.
    var isOver: Bool { caller.isOver && companions.withLock { $0.allSatisfy(\.isOver) } }

    /// Counts how often the statement was run on its own.
    func countRun() -> Int { runs.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Whether a connection was lost after the statement was sent.
    var wasSent: Bool { losses.load(ordering: .relaxed) > 0 }

    func countLoss() { losses.wrappingAdd(1, ordering: .relaxed) }

    /// Gives the answer to all callers who have not gone.
    func answer(_ result: Result<Rows, any Error>) {
        let companions = companions.withLock { $0 }
        guard !companions.isEmpty else { return caller.give(result) }
        let shared = result.map { Rows(result: $0.result, shared: SharedReading()) }
        for place in [caller] + companions { place.give(shared) }
    }

    func answer(_ error: PostgresError) {
        var error = error
        if error.query == nil { error.query = "\(query.name)" }
        answer(.failure(error))
    }
}
