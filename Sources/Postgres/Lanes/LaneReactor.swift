import CLibPQ
import Dispatch
import Logging

/// The one thread that serves every lane: it waits for sockets, sends batches and answers callers.
final class LaneReactor: Sendable {
    enum Message: Sendable {
        case connected(slot: Int, Connection)
        case failed(slot: Int, PostgresError)
        case stop
    }

    let reading: Lane
    let writing: Lane
    let wakeup: Wakeup
    private let messages = Locked<[Message]>([])
    private let readyLanes = Locked<Set<Int>>([])
    private let configuration: PostgresConfiguration
    private let logger: Logger

    init(_ configuration: PostgresConfiguration, _ logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        wakeup = Wakeup()
        reading = Lane(.read, maximumWaiting: configuration.maximumWaiting, wakeup: wakeup)
        writing = Lane(.write, maximumWaiting: configuration.maximumWaiting, wakeup: wakeup)
    }

    /// Starts the thread; `ended` is called on it as the last thing.
    func start(ended: @escaping @Sendable () -> Void) {
        SystemThread.start { [self] in
            LaneLoop(self, configuration, logger).run()
            ended()
        }
    }

    /// Serves what is under way and waiting, and then ends the thread.
    func stop() {
        reading.close()
        writing.close()
        post(.stop)
    }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        wakeup.signal()
    }

    func takeMessages() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }

    /// Notes which of the connections stand; the last one is the write lane's.
    func setReady(_ slot: Int, _ isReady: Bool) {
        readyLanes.withLock { lanes in
            if isReady { lanes.insert(slot) } else { lanes.remove(slot) }
        }
    }

    var isReady: Bool {
        readyLanes.withLock { $0.contains(configuration.readLanes) && $0.count > 1 }
    }
}
