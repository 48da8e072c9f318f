/// What a connection is for decides how long PostgreSQL lets its statements take.
struct SessionSettings: Sendable {
    var statementTimeout = Duration.zero
    var lockTimeout = Duration.zero
    var idleInTransactionTimeout = Duration.zero
    /// Whether changes are refused. What may be run a second time must not change anything.
    var isReadOnly = false

    /// The statements that make a new connection so. Zero is PostgreSQL's own word for no limit. A server that was told
    /// to refuse changes is not told otherwise. Statements take milliseconds, and to compile one takes many times that.
    var script: String {
        """
        SET statement_timeout = \(statementTimeout.wholeMilliseconds);
        SET lock_timeout = \(lockTimeout.wholeMilliseconds);
        SET idle_in_transaction_session_timeout = \(idleInTransactionTimeout.wholeMilliseconds);
        SET jit = off;
        \(isReadOnly ? "SET default_transaction_read_only = on;" : "")
        """
    }

    /// After so long without a word from the server it is taken for dead, though PostgreSQL should have ended the
    /// statement.
    var patience: Duration { statementTimeout == .zero ? .seconds(86_400) : statementTimeout + .seconds(3) }
}

extension Duration {
    /// Rounded up, so that a short limit never becomes no limit.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

extension PostgresConfiguration {
    var readSettings: SessionSettings {
        SessionSettings(
            statementTimeout: laneStatementTimeout, lockTimeout: laneLockTimeout,
            idleInTransactionTimeout: idleInTransactionTimeout, isReadOnly: true)
    }

    var writeSettings: SessionSettings {
        SessionSettings(
            statementTimeout: laneStatementTimeout, lockTimeout: laneLockTimeout,
            idleInTransactionTimeout: idleInTransactionTimeout)
    }

    var transactionSettings: SessionSettings {
        SessionSettings(
            statementTimeout: statementTimeout, lockTimeout: lockTimeout,
            idleInTransactionTimeout: idleInTransactionTimeout)
    }

    var listenSettings: SessionSettings { SessionSettings(statementTimeout: statementTimeout) }
}
