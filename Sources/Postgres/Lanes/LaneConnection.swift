/// One pipelined connection of a lane, and what is sent on it; `LaneAnswers` has what comes back. Only the reactor's
/// thread uses it.
final class LaneConnection {
    let connection: Connection
    let configuration: PostgresConfiguration
    var flight: LaneFlight?
    /// Calls that were rolled back with another's failure, and are run on their own before anything new is taken.
    var rolledBack: [LaneCall] = []
    var heard = ContinuousClock.now

    init(_ connection: Connection, _ configuration: PostgresConfiguration) {
        self.connection = connection
        self.configuration = configuration
    }

    var isBusy: Bool { flight != nil }

    /// When the batch under way was sent.
    var busySince: ContinuousClock.Instant? { isBusy ? sent : nil }
    private var sent = ContinuousClock.now

    /// Whether there are calls that no other connection can run.
    var hasRolledBack: Bool { !rolledBack.isEmpty }

    /// Whether the server has been silent for longer than a batch may take. PostgreSQL holds small answers back until
    /// the Sync, so several statements count, but not all: a batch in which every one is slow is none for a lane.
    func isSilent(_ now: ContinuousClock.Instant) -> Bool {
        guard let flight else { return false }
        let slow = min(max(flight.steps.count, 1), Self.slowAtMost)
        return now - heard > connection.settings.patience + connection.settings.statementTimeout * (slow - 1)
    }

    private static let slowAtMost = 8

    /// Sends the next batch if there is one. True if the socket would not take all of it.
    func sendNext(from lane: Lane) throws(PostgresError) -> Bool {
        let alone = nextAlone()
        let calls = alone.isEmpty ? lane.take(maximum: configuration.maximumBatch) : alone
        guard !calls.isEmpty else { return false }
        flight = LaneFlight()
        heard = .now
        sent = heard
        // All of them belong to the flight before anything can fail.
        try send(calls, eachAlone: !alone.isEmpty)
        return try !connection.flush()
    }

    /// A few at a time, so that one that waits for a lock does not hold up the clock of the others unseen.
    private func nextAlone() -> [LaneCall] {
        guard !rolledBack.isEmpty else { return [] }
        let oldest = ContinuousClock.now - configuration.queueTimeout
        for call in rolledBack where call.began < oldest {
            call.answer(PostgresError(.timedOut, "it waited too long for others"))
        }
        rolledBack.removeAll { $0.isOver }
        // One whose statement is still to be prepared goes by itself: if it cannot be, those that share it would all
        // fail.
        let isPrepared = rolledBack.prefix(Self.aloneAtOnce).prefix { connection.statements.prepared($0.query) != nil }
        let next = isPrepared.isEmpty ? Array(rolledBack.prefix(1)) : Array(isPrepared)
        rolledBack.removeFirst(next.count)
        return next
    }

    private static let aloneAtOnce = 16

    private func send(_ calls: [LaneCall], eachAlone: Bool) throws(PostgresError) {
        var unsent = calls[...]
        do throws(PostgresError) {
            while let call = unsent.first {
                try send(call)
                unsent.removeFirst()
                if eachAlone || unsent.isEmpty { try sync() }
            }
        } catch {
            rolledBack.append(contentsOf: unsent)
            throw error
        }
    }

    private func send(_ call: LaneCall) throws(PostgresError) {
        do throws(PostgresError) {
            let prepared = connection.statements.prepared(call.query)
            let statement = if let prepared { prepared } else { try prepare(call) }
            try connection.sendRun(statement, call.query)
            flight?.append(.run(statement, call))
        } catch {
            guard error.kind == .notSent && !connection.isBroken else { throw error }
            call.answer(error)
        }
    }

    private func prepare(_ call: LaneCall) throws(PostgresError) -> PreparedStatements.Statement {
        let statement = connection.statements.add(call.query)
        try connection.sendPrepare(statement, call.query)
        flight?.append(.prepare(statement, call))
        return statement
    }

    private func sync() throws(PostgresError) {
        flight?.hasSync = true
        try connection.sendSync()
        flight?.append(.sync)
    }

    /// The calls that lost their connection: those that may have been kept, and those that surely were not.
    func abandon() -> (sent: [LaneCall], unsent: [LaneCall]) {
        let unanswered = (flight?.unanswered ?? []).filter { !$0.isOver }
        let waiting = rolledBack.filter { !$0.isOver }
        let hasSync = flight?.hasSync ?? false
        flight = nil
        rolledBack = []
        return hasSync ? (unanswered, waiting) : ([], unanswered + waiting)
    }
}
