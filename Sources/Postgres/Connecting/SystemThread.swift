import Glibc

/// A thread of our own, for work that waits in the kernel and so may not sit in Swift's cooperative pool.
enum SystemThread {
    /// Runs `body` on a new thread that nobody joins.
    static func start(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        // The box is retained here once and released by the thread once.
        let box = unsafe Unmanaged.passRetained(Work(body))
        let failure = unsafe pthread_create(
            &thread, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                }
                return nil
            }, unsafe box.toOpaque())
        precondition(failure == 0, "the system has no thread left")
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
