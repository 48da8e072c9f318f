/// Why PostgreSQL did not do what it was asked. Says nothing of the values in a query.
package struct PostgresError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What sort of failure it is, and so what a caller can do.
    package enum Kind: Sendable {
        /// PostgreSQL refused the statement; `sqlState` tells why. Nothing of it was kept.
        case server
        /// The connection was lost, and nothing was kept.
        case connectionLost
        /// The connection was lost after a change was sent: it may or may not have been kept. Look it up, do not repeat
        /// it.
        case outcomeUnknown
        /// There is no connection to the database now. Nothing was sent.
        case unavailable
        /// Too many are waiting already. Nothing was sent.
        case saturated
        /// It took longer than it may. Nothing was kept.
        case timedOut
        /// Someone cancelled the statement in the database. Nothing was kept.
        case cancelled
        /// The transaction or the client had ended before the call.
        case closed
        /// libpq refused to send the statement. Nothing was kept.
        case notSent
    }

    /// The sort of failure.
    package let kind: Kind
    /// PostgreSQL's five characters (its documentation, appendix A).
    package var sqlState: String?
    /// The constraint that was violated.
    package var constraint: String?
    /// The table that the error is about.
    package var table: String?
    /// The column that the error is about.
    package var column: String?
    /// The name of the query.
    package var query: String?
    /// A sentence for the log.
    package var message: String

    init(_ kind: Kind, _ message: String, query: StaticString? = nil) {
        self.kind = kind
        self.message = message
        self.query = query.map { "\($0)" }
    }

    /// Whether the same transaction may succeed if it is begun again: 40001 (serialization failure), 40P01 (deadlock),
    /// and a prepared statement that no longer fits the tables.
    package var isRetryable: Bool {
        kind == .server && (sqlState == "40001" || sqlState == "40P01" || isStaleStatement)
    }

    /// Somebody held a row or a name for longer than `lock_timeout` (55P03, lock_not_available).
    package var isLockTimeout: Bool { sqlState == "55P03" }

    /// A statement has to be prepared again: its result changed shape (0A000 from plancache.c) or it is gone (26000).
    var isStaleStatement: Bool {
        sqlState == "26000" || (sqlState == "0A000" && message.contains("cached plan"))
    }

    /// One line for the log.
    package var description: String {
        let fields = [
            ("query", query), ("sqlState", sqlState), ("constraint", constraint), ("table", table), ("column", column),
        ]
        let details = fields.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
        return details.isEmpty ? "\(kind): \(message)" : "\(kind): \(message) (\(details))"
    }
}
