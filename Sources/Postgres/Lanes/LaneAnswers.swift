import CLibPQ

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

    /// The end of a step's results. A Sync ends with a result of its own, and only has this after the error of a
    /// commit.
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

    /// A call has its own error if its statement failed, or if it was alone. What only came of meeting others is tried
    /// again.
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
