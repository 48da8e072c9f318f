import Dispatch
import Glibc
import Postgres
import SystemPackage

/// Lines of log on their way to standard error, written many at a time: a system call for each line costs more than the
/// rest of a request's logging.
///
/// A line waits at most `delay`. A warning or worse is written before the call returns, with all that came before it,
/// so what a crash can take with it is a tenth of a second of lines that said that all was well.
final class LogBuffer: Sendable {
    private struct Pending {
        var bytes: [UInt8] = []
        var isAwaited = false
        var clock = LogClock()
    }

    private let output: FileDescriptor
    private let delay: DispatchTimeInterval
    private let pending = Locked(Pending())
    /// Held while bytes are taken and written, so that lines come out in the order in which they came in.
    private let writing = Locked(())
    private let queue = DispatchQueue(label: "log")

    init(output: FileDescriptor = .standardError, delay: DispatchTimeInterval = .milliseconds(100)) {
        self.output = output
        self.delay = delay
    }

    /// Adds a line that `body` writes after the time of day. What is urgent is written at once.
    func line(isUrgent: Bool, _ body: (inout [UInt8]) -> Void) {
        let (isFull, isFirst): (Bool, Bool) = pending.withLock { pending in
            pending.clock.write(to: &pending.bytes)
            body(&pending.bytes)
            pending.bytes.append(UInt8(ascii: "\n"))
            defer { pending.isAwaited = true }
            return (pending.bytes.count >= Self.most, !pending.isAwaited)
        }
        // Whoever fills the buffer empties it: a slow reader of the log slows us, and never fills our memory.
        if isUrgent || isFull {
            flush()
        } else if isFirst {
            queue.asyncAfter(deadline: .now() + delay) { self.flush() }
        }
    }

    /// Writes all that waits.
    func flush() {
        writing.withLock { _ in
            let bytes = pending.withLock { pending in
                pending.isAwaited = false
                defer { pending.bytes.removeAll(keepingCapacity: pending.bytes.count < 2 * Self.most) }
                return pending.bytes
            }
            do {
                try output.writeAll(bytes)
            } catch {
                // Nobody reads the log any more, and there is nobody else to tell.
                return
            }
        }
    }

    private static let most = 32 * 1024
}

/// The time of day as log lines begin with it, said anew once a second.
struct LogClock {
    private var second = time_t.min
    private var text: [UInt8] = []

    mutating func write(to bytes: inout [UInt8]) {
        let now = time(nil)
        if now != second {
            second = now
            text = Self.text(now)
        }
        bytes.append(contentsOf: text)
    }

    private static func text(_ second: time_t) -> [UInt8] {
        var second = second
        // Its only pointer is to the name of the zone, which is not read.
        var parts = unsafe tm()
        unsafe localtime_r(&second, &parts)
        // `strftime` writes into the place that it is given, at most so much, and answers how much.
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { place in
            let count = unsafe strftime(place.baseAddress, place.count, "%Y-%m-%dT%H:%M:%S%z ", &parts)
            return unsafe place.prefix(count).map { UInt8(bitPattern: $0) }
        }
    }
}
