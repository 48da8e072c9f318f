import CLibPQ
import Glibc

/// For threads that may wait: one statement after another, each bounded by the session's patience.
extension Connection {
    /// Runs a statement, which is prepared at its first use.
    func run(_ query: Query) throws(PostgresError) -> Rows {
        let statement: PreparedStatements.Statement
        if let prepared = statements.prepared(query) {
            statement = prepared
        } else {
            statement = statements.add(query)
            do throws(PostgresError) {
                try sendPrepare(statement, query)
                _ = try lastResult(query.name)
            } catch {
                statements.remove(statement, of: query)
                throw error
            }
        }
        do throws(PostgresError) {
            try sendRun(statement, query)
            return Rows(result: try lastResult(query.name))
        } catch {
            if error.isStaleStatement { statements.remove(statement, of: query) }
            throw error
        }
    }

    /// Runs one or more statements without parameters.
    @discardableResult
    func run(script: String) throws(PostgresError) -> PostgresResult {
        guard unsafe PQsendQuery(handle, script) == 1 else { throw PostgresError(.notSent, fault) }
        return try lastResult("script")
    }

    /// Runs one statement whose text is made at run time, for names of tables that cannot be parameters.
    func run(statement: String) throws(PostgresError) -> Rows {
        guard unsafe PQsendQueryParams(handle, statement, 0, nil, nil, nil, nil, 1) == 1 else {
            throw PostgresError(.notSent, fault)
        }
        return Rows(result: try lastResult("statement"))
    }

    /// What PostgreSQL makes of a statement: the types of its parameters and the columns of its result.
    func describe(_ query: Query, declaring types: [PostgresType]) throws(PostgresError) -> PostgresResult {
        let declared = types.map(\.rawValue)
        // As in `sendPrepare`. The unnamed statement is replaced by the next one.
        let sent = unsafe query.text.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) { text in
            unsafe PQsendPrepare(handle, "", text, Int32(declared.count), declared)
        }
        guard sent == 1 else { throw PostgresError(.notSent, fault, query: query.name) }
        _ = try lastResult(query.name)
        guard unsafe PQsendDescribePrepared(handle, "") == 1 else {
            throw PostgresError(.notSent, fault, query: query.name)
        }
        return try lastResult(query.name)
    }

    /// Waits for the end of what was sent. The first error counts, otherwise the last result.
    private func lastResult(_ query: StaticString) throws(PostgresError) -> PostgresResult {
        var last: PostgresResult?
        var failure: PostgresError?
        while try awaitResult(), let handle = unsafe PQgetResult(handle) {
            let result = unsafe PostgresResult(handle, query: query)
            if result.isFailure, failure == nil { failure = result.error }
            last = result
        }
        if isBroken { throw PostgresError(.connectionLost, failure?.message ?? fault, query: query) }
        if let failure { throw failure }
        guard let last else { throw PostgresError(.connectionLost, fault, query: query) }
        return last
    }

    /// Waits until the next result is there; always true, or it throws.
    private func awaitResult() throws(PostgresError) -> Bool {
        let deadline = ContinuousClock.now + settings.patience
        while try !flush() {
            if try wait(for: POLLIN | POLLOUT, until: deadline) & POLLIN != 0 { try consume() }
        }
        while unsafe PQisBusy(handle) == 1 {
            try wait(for: POLLIN, until: deadline)
            try consume()
        }
        return true
    }

    /// Waits for the socket. A server that says nothing until `deadline` is as good as lost.
    @discardableResult
    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws(PostgresError) -> Int32 {
        var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
        while true {
            let left = max(deadline - .now, .zero).wholeMilliseconds
            let ready = unsafe poll(&descriptor, 1, Int32(clamping: left))
            if ready > 0 { return Int32(descriptor.revents) }
            guard ready < 0 && errno == EINTR else {
                throw PostgresError(.connectionLost, "the server does not answer")
            }
        }
    }
}
