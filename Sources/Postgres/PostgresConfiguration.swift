/// How the client reaches the database, and how long anything may take.
package struct PostgresConfiguration: Sendable {
    /// A libpq conninfo or URI. Several hosts may stand in it: libpq then takes the one that accepts changes.
    package var connectionString: String
    /// How the connections call themselves in `pg_stat_activity`.
    package var applicationName = "samlyft"
    /// Connections that carry reading statements.
    package var readLanes = 2
    /// Connections for transactions.
    package var transactionConnections = 4
    /// How long one statement of a lane may take.
    package var laneStatementTimeout = Duration.seconds(2)
    /// How long one statement of a transaction may take.
    package var statementTimeout = Duration.seconds(10)
    /// How long a statement of a transaction may wait for a lock.
    package var lockTimeout = Duration.seconds(2)
    /// How long a statement of the write lane may wait for a lock. Short, since those behind it wait too.
    package var laneLockTimeout = Duration.milliseconds(500)
    /// How long a transaction may do nothing before PostgreSQL ends it.
    package var idleInTransactionTimeout = Duration.seconds(15)
    /// How many calls may wait in a lane, or for a transaction's connection, before `saturated` answers at once.
    package var maximumWaiting = 4096
    /// How many statements one batch of a lane may carry.
    package var maximumBatch = 256
    /// How long a call may wait in a lane before it is sent.
    package var queueTimeout = Duration.seconds(5)
    /// How long a transaction may wait for a connection.
    package var checkoutTimeout = Duration.seconds(2)
    /// How long a call waits for a database that is away.
    package var availabilityTimeout = Duration.seconds(1)
    /// How long a read whose connection was lost waits for another.
    package var retryTimeout = Duration.seconds(5)
    /// How long to wait between two attempts to connect. Constant, so that a database that is back is in use again
    /// soon.
    package var retryInterval = Duration.milliseconds(250)
    /// How often a transaction is begun again after a deadlock or a serialization failure.
    package var transactionAttempts = 5
    /// How long an orderly end waits for what is under way.
    package var drainTimeout = Duration.seconds(10)

    /// Answers a caller with a statement's own result, before the batch is committed. Wrong on purpose: with it the
    /// tests show that their proof of acknowledgements can fail.
    var answersBeforeSync = false

    /// The usual limits for this database.
    package init(connectionString: String) { self.connectionString = connectionString }
}
