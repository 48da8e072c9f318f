import Synchronization

/// Numbers in the order in which they came.
final class Order: Sendable {
    private let state = Mutex<[Int]>([])
    var numbers: [Int] { state.withLock { $0 } }
    func append(_ number: Int) { state.withLock { $0.append(number) } }
}

/// A count that many tasks share.
final class Counter: Sendable {
    private let state = Atomic(0)
    var count: Int { state.load(ordering: .relaxed) }
    func increase() { state.wrappingAdd(1, ordering: .relaxed) }
}
