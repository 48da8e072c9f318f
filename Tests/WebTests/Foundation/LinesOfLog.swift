import Logging
import Postgres

/// Keeps what is logged, for tests of what stands in the log and what never may.
final class LinesOfLog: Sendable {
    private let lines = Locked<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    var handler: Handler { Handler(log: self) }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    struct Handler: LogHandler {
        let log: LinesOfLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            log.add("\(event.level) \(event.message) \(fields)")
        }
    }
}
