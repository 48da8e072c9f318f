import CLibPQ

/// One pipelined connection of a lane. Only the reactor's thread uses it.
final class LaneConnection {
    let connection: Connection
    private let configuration: PostgresConfiguration
    private(set) var flight: LaneFlight?
    /// Calls that were rolled back with another's failure, and are run on their own before anything new is taken.
    private var rolledBack: [LaneCall] = []
    private(set) var heard = ContinuousClock.now

    init(_ connection: Connection, _ configuration: PostgresConfiguration) {
        self.connection = connection
        self.configuration = configuration
    }

    var isBusy: Bool { flight != nil }

    /// Whether the server has been silent for longer than a batch may take. PostgreSQL holds small answers back until the
    /// Sync, so several statements count, but not all: a batch in which every one is slow is none for a lane.
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
        // One whose statement is still to be prepared goes by itself: if it cannot be, those that share it would all fail.
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

/// What comes back.
extension LaneConnection {
    /// Takes in what the server sent, and answers every caller whose Sync has come.
    func receive() throws(PostgresError) {
        try connection.consume()
        heard = .now
        guard isBusy else { return try connection.receiveIdle() }
        while let step = flight?.current {
            guard !connection.isReadingBlocked else { return }
            try take(connection.nextResult(step.query), for: step)
        }
        flight = nil
    }

    private func take(_ result: PostgresResult?, for step: LaneFlight.Step) throws(PostgresError) {
        guard let result else {
            return try endStep()
        }
        if connection.isBroken { throw PostgresError(.connectionLost, connection.fault) }
        flight?.hasResult = true
        switch step {
        case .prepare(let statement, let call):
            guard result.isFailure else { return }
            connection.statements.remove(statement, of: call.query)
            note(result, of: call)
        case .run(_, let call) where result.isFailure:
            note(result, of: call)
            flight?.skipped(call)
        case .run(_, let call):
            flight?.succeeded(call, Rows(result: result))
            if configuration.answersBeforeSync { call.answer(.success(Rows(result: result))) }
        case .sync where result.status == PGRES_PIPELINE_SYNC:
            if let group = flight?.endGroup() { settle(group) }
        case .sync:
            flight?.failed(nil, result.error)
        }
    }

    /// The end of a step's results. A Sync ends with a result of its own, and only has this after the error of a commit.
    private func endStep() throws(PostgresError) {
        guard flight?.hasResult == true else { throw PostgresError(.connectionLost, "libpq is out of step") }
        flight?.hasResult = false
        if case .sync = flight?.current {} else { flight?.advance() }
    }

    private func note(_ result: PostgresResult, of call: LaneCall) {
        guard result.status != PGRES_PIPELINE_ABORTED else { return }
        flight?.failed(call, result.error)
    }

    /// A group is over. Only now is it known whether its members were kept.
    private func settle(_ group: LaneFlight.Group) {
        guard let failure = group.failure else {
            for (call, rows) in zip(group.calls, group.rows) { call.answer(.success(rows)) }
            return
        }
        if failure.isStaleStatement, let query = group.culprit?.query,
            let statement = connection.statements.prepared(query)
        {
            connection.statements.remove(statement, of: query)
        }
        for call in group.calls {
            if isFinal(failure, for: call, in: group) { call.answer(failure) } else { rolledBack.append(call) }
        }
    }

    /// A call has its own error if its statement failed, or if it was alone. What only came of meeting others is tried again.
    private func isFinal(_ failure: PostgresError, for call: LaneCall, in group: LaneFlight.Group) -> Bool {
        let isAlone = group.calls.count == 1
        guard call === group.culprit || isAlone else { return false }
        return !failure.isRetryable || (isAlone && call.countRun() >= configuration.transactionAttempts)
    }
}

extension LaneFlight.Step {
    var query: StaticString {
        switch self {
        case .prepare(_, let call), .run(_, let call): call.query.name
        case .sync: "sync"
        }
    }
}

extension Connection {
    /// Whether the next result has not wholly come.
    var isReadingBlocked: Bool { unsafe PQisBusy(handle) == 1 }

    /// The next result, or nil at the end of one statement's results.
    func nextResult(_ query: StaticString) -> PostgresResult? {
        unsafe PQgetResult(handle).map { unsafe PostgresResult($0, query: query) }
    }

    /// Looks at what comes unasked: a farewell, or a changed setting.
    func receiveIdle() throws(PostgresError) {
        // PQnotifies reads the input as a side effect; nothing is listened to here.
        unsafe PQfreemem(PQnotifies(handle))
        if isBroken { throw PostgresError(.connectionLost, fault) }
    }
}
