import CLibPQ
import Glibc
import Logging

/// What the listener's thread does. Made on that thread, and never leaves it.
final class ListenerLoop {
    private let listener: Listener
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private var connection: Connection?
    private var channels: Set<String> = []
    /// The readers who were told that nothing is missed from now on.
    private var greeted: Set<Int> = []
    private var hasComplained = false

    init(_ listener: Listener, _ configuration: PostgresConfiguration, _ logger: Logger) {
        self.listener = listener
        self.configuration = configuration
        self.logger = logger
    }

    func run() {
        while !listener.isStopped {
            do throws(PostgresError) {
                try attend()
            } catch {
                lose(error)
            }
            wait()
            listener.wakeup.clear()
        }
    }

    private func attend() throws(PostgresError) {
        let readers = listener.readers
        guard !readers.isEmpty || connection != nil else { return }
        let connection = if let connection { connection } else { try connect() }
        try connection.consume()
        try subscribe(connection, to: Set(readers.values.map(\.channel)))
        for (number, reader) in readers where !greeted.contains(number) { reader.send(.reconnected) }
        greeted = Set(readers.keys)
        while let (channel, payload) = connection.nextNotification() {
            for reader in readers.values where reader.channel == channel { reader.send(.message(payload: payload)) }
        }
    }

    private func connect() throws(PostgresError) -> Connection {
        let new = try Connection(configuration, configuration.listenSettings)
        connection = new
        hasComplained = false
        logger.info("database connected", metadata: ["lane": "listen"])
        return new
    }

    private func subscribe(_ connection: Connection, to wanted: Set<String>) throws(PostgresError) {
        for channel in wanted.subtracting(channels) { try connection.run(script: "LISTEN \(quoted(channel))") }
        for channel in channels.subtracting(wanted) { try connection.run(script: "UNLISTEN \(quoted(channel))") }
        channels = wanted
    }

    private func lose(_ error: PostgresError) {
        connection = nil
        channels = []
        greeted = []
        guard !hasComplained else { return }
        hasComplained = true
        logger.warning("database connection lost", metadata: ["lane": "listen", "error": "\(error)"])
    }

    /// Waits for news from the server or from a reader; without a connection for the next attempt.
    private func wait() {
        let retries = connection == nil && !listener.readers.isEmpty
        var descriptors = [pollfd(fd: listener.wakeup.descriptor, events: Int16(POLLIN), revents: 0)]
        if let connection { descriptors.append(pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)) }
        let timeout = retries ? Int32(configuration.retryInterval.wholeMilliseconds) : -1
        // A signal only brings the next look forward.
        _ = unsafe poll(&descriptors, nfds_t(descriptors.count), timeout)
    }
}

/// An identifier for SQL: in quotes, with quotes doubled.
func quoted(_ identifier: String) -> String {
    "\"" + identifier.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

extension Connection {
    /// The next notification that has come.
    func nextNotification() -> (channel: String, payload: String)? {
        guard let notification = unsafe PQnotifies(handle) else { return nil }
        defer { unsafe PQfreemem(notification) }
        // libpq fills in both texts, in the block that is freed here.
        return unsafe (String(cString: notification.pointee.relname), String(cString: notification.pointee.extra))
    }
}
