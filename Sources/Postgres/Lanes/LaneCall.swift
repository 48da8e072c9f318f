import Synchronization

/// One caller's statement on its way through a lane.
final class LaneCall: Sendable {
    let query: Query
    let began = ContinuousClock.now
    private let handover = Handover<Rows>()
    private let runs = Atomic(0)
    private let losses = Atomic(0)

    init(_ query: Query) { self.query = query }

    /// Whether nobody waits for the answer any more.
    var isOver: Bool { handover.isOver }

    /// Counts how often the statement was run on its own.
    func countRun() -> Int { runs.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Whether a connection was lost after the statement was sent.
    var wasSent: Bool { losses.load(ordering: .relaxed) > 0 }

    func countLoss() { losses.wrappingAdd(1, ordering: .relaxed) }

    /// Waits for the answer; for the caller.
    func rows() async throws -> Rows { try await handover.take() }

    /// Gives the answer, unless the caller has gone.
    func answer(_ result: Result<Rows, any Error>) { handover.give(result) }

    func answer(_ error: PostgresError) {
        var error = error
        if error.query == nil { error.query = "\(query.name)" }
        answer(.failure(error))
    }

    /// The caller does not wait any longer. A statement that was sent runs on: it cannot be cancelled alone in a pipeline.
    func cancel() { answer(.failure(CancellationError())) }
}
