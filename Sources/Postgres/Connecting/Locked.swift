import Glibc

/// A value that one thread at a time reaches; copies are the same one.
///
/// Not the standard library's `Mutex`: on Linux that is a futex of its own (swiftlang/swift,
/// `stdlib/public/Synchronization/Mutex/LinuxImpl.swift`), which the kernel hands over where the thread sanitizer does
/// not see it, so that it reports races where none are. A lock of pthreads it knows.
///
/// `@unchecked Sendable` holds because the value is `Sendable` itself and is touched under the lock only.
@safe package struct Locked<Value: Sendable>: @unchecked Sendable {
    private let storage: ManagedBuffer<Value, pthread_mutex_t>

    /// A value that nobody reaches yet.
    package init(_ value: Value) {
        unsafe storage = LockedStorage.create(minimumCapacity: 1) { buffer in
            // There is room for one lock, and this makes it.
            unsafe buffer.withUnsafeMutablePointerToElements { unsafe makeLock(at: $0) }
            return value
        }
    }

    /// Runs `body` while nobody else reaches the value.
    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // The value and the lock were made in `init`, neither moves, and both stand until the storage's `deinit`.
        try unsafe storage.withUnsafeMutablePointers { value, lock throws(Failure) in
            let taken = unsafe pthread_mutex_lock(lock)
            precondition(taken == 0, "a thread takes a lock that it holds")
            defer { unsafe pthread_mutex_unlock(lock) }
            return try unsafe body(&value.pointee)
        }
    }
}

/// The value and, behind it, its lock.
@safe private final class LockedStorage<Value>: ManagedBuffer<Value, pthread_mutex_t> {
    deinit {
        // Nobody holds the lock, since whoever did would hold this object too.
        unsafe withUnsafeMutablePointerToElements { lock in _ = unsafe pthread_mutex_destroy(lock) }
    }
}

private func makeLock(at place: UnsafeMutablePointer<pthread_mutex_t>) {
    var kind = pthread_mutexattr_t()
    unsafe pthread_mutexattr_init(&kind)
    // Who takes it twice is told so, and does not wait for ever.
    unsafe pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_ERRORCHECK))
    let failure = unsafe pthread_mutex_init(place, &kind)
    unsafe pthread_mutexattr_destroy(&kind)
    precondition(failure == 0, "the system has no lock left")
}
