import CLibPQ
import Glibc

/// Wakes a thread that waits for sockets (an eventfd).
final class Wakeup: Sendable {
    let descriptor: Int32

    init() {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        precondition(descriptor >= 0, "the system has no descriptor left")
    }

    deinit { close(descriptor) }

    /// Makes the descriptor readable.
    func signal() {
        // It can only fail when the counter is full, and then the descriptor is readable already.
        _ = eventfd_write(descriptor, 1)
    }

    /// Makes the descriptor unreadable again.
    func clear() {
        var count: eventfd_t = 0
        // It fails when nobody signalled, which is as good.
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
