@testable import Postgres

/// Numbers in the order in which they came.
final class Order: Sendable {
    private let state = Locked<[Int]>([])
    var numbers: [Int] { state.withLock { $0 } }
    func append(_ number: Int) { state.withLock { $0.append(number) } }
}

/// A count that many tasks share.
final class Counter: Sendable {
    private let state = Locked(0)
    var count: Int { state.withLock { $0 } }
    func increase() { state.withLock { $0 += 1 } }
}
