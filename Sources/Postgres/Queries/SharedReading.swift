/// The first row of an answer that several callers share, as a value: read by the first of them, and not by each.
final class SharedReading: Sendable {
    private let value = Locked<(any Sendable)?>(nil)

    /// The value, which `read` makes where nobody has.
    func value<Value: Sendable>(_ read: () throws -> Value) rethrows -> Value {
        if let known = value.withLock({ $0 }) as? Value { return known }
        let made = try read()
        value.withLock { $0 = made }
        return made
    }
}
