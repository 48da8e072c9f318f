import Logging

/// The readers of every channel, who share one connection.
final class Listener: Sendable {
    private struct State {
        var readers: [Int: Reader] = [:]
        var nextReader = 0
        var isStopped = false
    }

    struct Reader {
        let channel: String
        let continuation: AsyncStream<PostgresNotification>.Continuation

        /// A reader that is too slow loses the oldest, and is told.
        func send(_ notification: PostgresNotification) {
            if case .dropped = continuation.yield(notification) { continuation.yield(.reconnected) }
        }
    }

    let wakeup = Wakeup()
    private let state = Locked(State())
    private let configuration: PostgresConfiguration
    private let logger: Logger

    init(_ configuration: PostgresConfiguration, _ logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    func start() {
        SystemThread.start { [self] in ListenerLoop(self, configuration, logger).run() }
    }

    func stop() {
        let readers = state.withLock { state in
            defer { state.readers = [:] }
            state.isStopped = true
            return state.readers.values.map(\.continuation)
        }
        for reader in readers { reader.finish() }
        wakeup.signal()
    }

    func listen(_ channel: String) -> PostgresNotifications {
        let (stream, continuation) = AsyncStream.makeStream(
            of: PostgresNotification.self, bufferingPolicy: .bufferingNewest(Self.buffered))
        let number: Int? = state.withLock { state in
            guard !state.isStopped else { return nil }
            state.nextReader += 1
            state.readers[state.nextReader] = Reader(channel: channel, continuation: continuation)
            return state.nextReader
        }
        guard let number else {
            continuation.finish()
            return PostgresNotifications(stream: stream)
        }
        continuation.onTermination = { [weak self] _ in self?.remove(number) }
        wakeup.signal()
        return PostgresNotifications(stream: stream)
    }

    private static let buffered = 1024

    private func remove(_ number: Int) {
        _ = state.withLock { $0.readers.removeValue(forKey: number) }
        wakeup.signal()
    }
}

/// For the listener's thread.
extension Listener {
    var isStopped: Bool { state.withLock { $0.isStopped } }

    var readers: [Int: Reader] { state.withLock { $0.readers } }
}
