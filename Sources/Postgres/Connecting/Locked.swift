import Glibc

/// A value that one thread at a time reaches.
///
/// Not the standard library's `Mutex`: on Linux that is a futex of its own (swiftlang/swift,
/// `stdlib/public/Synchronization/Mutex/LinuxImpl.swift`), half of it in a library where the thread sanitizer does not look,
/// so that it reports races where none are. A lock of pthreads it knows.
///
/// `@unchecked Sendable` holds because `value` is `Sendable` itself and is touched under the lock only.
@safe final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    init(_ value: Value) {
        self.value = value
        // In memory of its own: a lock must not move. It lives exactly as long as this object.
        unsafe lock = .allocate(capacity: 1)
        var kind = pthread_mutexattr_t()
        unsafe pthread_mutexattr_init(&kind)
        // Who takes it twice is told so, and does not wait for ever.
        unsafe pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_ERRORCHECK))
        let failure = unsafe pthread_mutex_init(lock, &kind)
        unsafe pthread_mutexattr_destroy(&kind)
        precondition(failure == 0, "the system has no lock left")
    }

    deinit {
        // Nobody holds the lock, since whoever did would hold this object too.
        unsafe pthread_mutex_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Runs `body` while nobody else reaches the value.
    func withLock<Result, Failure: Error>(_ body: (inout Value) throws(Failure) -> Result) throws(Failure) -> Result {
        // The lock was made in `init` and stands until `deinit`.
        let taken = unsafe pthread_mutex_lock(lock)
        precondition(taken == 0, "a thread takes a lock that it holds")
        defer { unsafe pthread_mutex_unlock(lock) }
        return try body(&value)
    }
}
