import CLibPQ
import Glibc

/// The sockets that one thread waits for.
final class Epoll: Sendable {
    struct Event {
        let descriptor: Int32
        let isReadable: Bool
        let isWritable: Bool
    }

    private let descriptor: Int32

    init() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        precondition(descriptor >= 0, "the system has no descriptor left")
    }

    deinit { close(descriptor) }

    func add(_ socket: Int32) { control(EPOLL_CTL_ADD, socket, EPOLLIN.rawValue) }

    func remove(_ socket: Int32) { control(EPOLL_CTL_DEL, socket, 0) }

    /// Also waits until the socket takes more, or no longer.
    func awaitWriting(_ isWanted: Bool, on socket: Int32) {
        control(EPOLL_CTL_MOD, socket, isWanted ? EPOLLIN.rawValue | EPOLLOUT.rawValue : EPOLLIN.rawValue)
    }

    private func control(_ operation: Int32, _ socket: Int32, _ wanted: UInt32) {
        var event = unsafe epoll_event(events: wanted, data: epoll_data_t(fd: socket))
        // It fails only for a socket that was closed, of which the connection tells by itself.
        _ = unsafe epoll_ctl(descriptor, operation, socket, &event)
    }

    /// Waits so many milliseconds at most; below 0 for ever.
    func wait(milliseconds: Int32) -> [Event] {
        // The kernel fills in the first `count` places, and only those are read.
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 16) { places in
            let count = unsafe epoll_wait(descriptor, places.baseAddress, Int32(places.count), milliseconds)
            return (0..<Int(max(count, 0))).map { index in
                let events = unsafe places[index].events
                // An error or a hang-up is found by reading.
                return unsafe Event(
                    descriptor: places[index].data.fd, isReadable: events & ~EPOLLOUT.rawValue != 0,
                    isWritable: events & EPOLLOUT.rawValue != 0)
            }
        }
    }
}
