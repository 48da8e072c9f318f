import Logging

/// What the reactor's thread does. Made on that thread, and never leaves it.
final class LaneLoop {
    private let reactor: LaneReactor
    private let epoll = Epoll()
    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let slots: [LaneSlot]
    private var lostAt: [ContinuousClock.Instant]
    private var stopsAt: ContinuousClock.Instant?
    private var nextSweep = ContinuousClock.now
    /// Whether calls wait for a batch under way to end, though there is a connection that could take them.
    private var hasHeldBack = false

    init(_ reactor: LaneReactor, _ configuration: PostgresConfiguration, _ logger: Logger) {
        self.reactor = reactor
        self.configuration = configuration
        self.logger = logger
        let lanes = Array(repeating: reactor.reading, count: configuration.readLanes) + [reactor.writing]
        slots = lanes.enumerated().map { LaneSlot(number: $0, lane: $1) }
        lostAt = slots.map { _ in .now }
        epoll.add(reactor.wakeup.descriptor)
    }

    func run() {
        while !hasEnded {
            let events = epoll.wait(milliseconds: hasHeldBack ? 1 : isResting ? -1 : Self.tick)
            hasHeldBack = false
            for event in events { handle(event) }
            for message in reactor.takeMessages() { handle(message) }
            let now = ContinuousClock.now
            for slot in slots { attend(slot, now) }
            guard now > nextSweep, !isResting else { continue }
            nextSweep = now + .milliseconds(Self.tick)
            for lane in [reactor.reading, reactor.writing] { expire(lane, now) }
        }
        end()
    }

    /// How often deadlines are looked at while something is under way, in milliseconds.
    private static let tick: Int32 = 50

    private var isResting: Bool { stopsAt == nil && slots.allSatisfy(\.isResting) }

    private var hasEnded: Bool {
        guard let stopsAt else { return false }
        let isServed =
            reactor.reading.isEmpty && reactor.writing.isEmpty && !slots.contains { $0.connection?.isBusy == true }
        return isServed || ContinuousClock.now > stopsAt
    }

    private func handle(_ event: Epoll.Event) {
        guard event.descriptor != reactor.wakeup.descriptor else { return reactor.wakeup.clear() }
        guard let slot = slots.first(where: { $0.connection?.connection.socket == event.descriptor }),
            let connection = slot.connection
        else { return }
        do throws(PostgresError) {
            if event.isWritable { setWriting(try !connection.connection.flush(), slot) }
            if event.isReadable { try connection.receive() }
        } catch {
            lose(slot, error)
        }
    }

    private func handle(_ message: LaneReactor.Message) {
        switch message {
        case .connected(let number, let connection): connected(slots[number], connection)
        case .failed(let number, let error): failed(slots[number], error)
        case .stop: stopsAt = .now + configuration.drainTimeout
        }
    }

    /// Gives a connection without work the next batch, and connects where there is none.
    private func attend(_ slot: LaneSlot, _ now: ContinuousClock.Instant) {
        switch slot.phase {
        case .away(let retryAt) where now >= retryAt: slot.connect(configuration, to: reactor)
        case .away, .connecting: return
        case .ready(let connection):
            do throws(PostgresError) {
                guard connection.isBusy else {
                    guard !holdsBack(slot, now) else { return hasHeldBack = true }
                    return setWriting(try connection.sendNext(from: slot.lane), slot)
                }
                if connection.isSilent(now) { throw PostgresError(.connectionLost, "the server does not answer") }
            } catch {
                lose(slot, error)
            }
        }
    }

    /// Whether a few calls better wait for the batch that another connection of their lane has just sent: many small
    /// batches cost more than a large one. A batch that takes long is not waited for.
    private func holdsBack(_ slot: LaneSlot, _ now: ContinuousClock.Instant) -> Bool {
        guard slot.connection?.hasRolledBack == false else { return false }
        return slots.contains { other in
            guard other !== slot, other.lane === slot.lane, let sent = other.connection?.busySince else { return false }
            return now - sent < Self.small.time && slot.lane.isShort(Self.small.calls)
        }
    }

    private static let small = (calls: 16, time: Duration.milliseconds(1))

    private func setWriting(_ isWanted: Bool, _ slot: LaneSlot) {
        guard isWanted != slot.isAwaitingWriting, let connection = slot.connection else { return }
        slot.isAwaitingWriting = isWanted
        epoll.awaitWriting(isWanted, on: connection.connection.socket)
    }
}

/// Connections that come and go.
extension LaneLoop {
    private func connected(_ slot: LaneSlot, _ connection: Connection) {
        slot.phase = .ready(LaneConnection(connection, configuration))
        slot.isAwaitingWriting = false
        slot.hasComplained = false
        epoll.add(connection.socket)
        reactor.setReady(slot.number, true)
        logger.info("database connected", metadata: slot.metadata)
    }

    private func failed(_ slot: LaneSlot, _ error: PostgresError) {
        slot.phase = .away(retryAt: .now + configuration.retryInterval)
        guard !slot.hasComplained else { return }
        slot.hasComplained = true
        logger.warning("database unreachable", metadata: slot.metadata.merging(["error": "\(error)"]) { $1 })
    }

    /// Reads go back into their lane. Of writes that were sent nobody knows.
    private func lose(_ slot: LaneSlot, _ error: PostgresError) {
        guard let connection = slot.connection else { return }
        let (sent, unsent) = connection.abandon()
        epoll.remove(connection.connection.socket)
        slot.phase = .away(retryAt: .now)
        slot.isAwaitingWriting = false
        lostAt[slot.number] = .now
        reactor.setReady(slot.number, false)
        logger.warning("database connection lost", metadata: slot.metadata.merging(["error": "\(error)"]) { $1 })
        switch slot.lane.purpose {
        case .read:
            for call in sent { call.countLoss() }
            slot.lane.putBack(sent + unsent)
        case .write:
            slot.lane.putBack(unsent)
            let unknown = PostgresError(.outcomeUnknown, "the connection was lost after the change was sent")
            for call in sent { call.answer(unknown) }
        }
    }

    /// Answers those who have waited too long: for a connection, or for their turn.
    private func expire(_ lane: Lane, _ now: ContinuousClock.Instant) {
        let own = slots.filter { $0.lane === lane }
        let isAway = own.allSatisfy { $0.connection == nil }
        let awaySince = own.map { lostAt[$0.number] }.max() ?? now
        let expired = lane.takeExpired { call in
            guard isAway else { return now > call.began + configuration.queueTimeout }
            guard !call.wasSent else { return now > call.began + configuration.retryTimeout }
            return now > max(call.began, awaySince) + configuration.availabilityTimeout
        }
        for call in expired {
            let late = PostgresError(.timedOut, "it waited too long for its turn")
            call.answer(isAway ? PostgresError(.unavailable, "there is no connection to the database") : late)
        }
    }

    private func end() {
        for slot in slots {
            let (sent, unsent) = slot.connection?.abandon() ?? ([], [])
            let kind: PostgresError.Kind = slot.lane.purpose == .write ? .outcomeUnknown : .closed
            for call in sent { call.answer(PostgresError(kind, "the client ended before the answer")) }
            for call in unsent { call.answer(PostgresError(.closed, "the client has ended")) }
            if let socket = slot.connection?.connection.socket { epoll.remove(socket) }
            reactor.setReady(slot.number, false)
        }
        for lane in [reactor.reading, reactor.writing] {
            for call in lane.take(maximum: .max) { call.answer(PostgresError(.closed, "the client has ended")) }
        }
    }
}

extension LaneSlot {
    var metadata: Logger.Metadata { ["lane": "\(lane.purpose)", "connection": "\(number)"] }
}
