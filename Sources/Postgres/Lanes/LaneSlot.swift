import Dispatch

/// The place of one connection in a lane, whether there is one at the moment or not. Only the reactor's thread uses it.
final class LaneSlot {
    enum Phase {
        case away(retryAt: ContinuousClock.Instant)
        case connecting
        case ready(LaneConnection)
    }

    let number: Int
    let lane: Lane
    var phase = Phase.away(retryAt: .now)
    var isAwaitingWriting = false
    /// Whether it was told that the database is away, so that it is told once and not at every attempt.
    var hasComplained = false
    private let queue: DispatchQueue

    init(number: Int, lane: Lane) {
        self.number = number
        self.lane = lane
        queue = DispatchQueue(label: "postgres \(lane.purpose) lane \(number)")
    }

    var connection: LaneConnection? {
        if case .ready(let connection) = phase { connection } else { nil }
    }

    /// Whether nothing will happen here before a socket or a caller says so.
    var isResting: Bool { connection.map { !$0.isBusy } ?? false }

    /// Connects on a queue of its own, since libpq looks up names and waits for the server; the answer is a message.
    func connect(_ configuration: PostgresConfiguration, to reactor: LaneReactor) {
        phase = .connecting
        let settings = lane.purpose == .read ? configuration.readSettings : configuration.writeSettings
        queue.async { [number] in
            do throws(PostgresError) {
                let connection = try Connection(configuration, settings)
                try connection.enterPipeline()
                reactor.post(.connected(slot: number, connection))
            } catch {
                reactor.post(.failed(slot: number, error))
            }
        }
    }
}
