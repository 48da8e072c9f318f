/// The seats of an event and for whom they are kept.
package struct Seats: Sendable, Equatable {
    /// nil: unlimited.
    package let capacity: Int?
    package let own: Int
    package let others: Int
    package let any: Int

    package static let unlimited = Seats(capacity: nil, own: 0, others: 0, any: 0)
    package static let largestCapacity = 100_000

    package init(capacity: Int?, own: Int, others: Int, any: Int) {
        self.capacity = capacity
        self.own = own
        self.others = others
        self.any = any
    }

    /// All seats for anybody.
    package init(forAnybody capacity: Int) {
        self.init(capacity: capacity, own: 0, others: 0, any: capacity)
    }

    /// The seats that staff of other libraries can take when own staff have taken `ownTaken` of those for anybody;
    /// nil: unlimited.
    package func reachableByOthers(ownTaken: Int = 0) -> Int? {
        capacity == nil ? nil : others + max(0, any - ownTaken)
    }

    /// The part of all seats that is kept for own staff, from 0 to 1.
    package var ownShare: Double {
        guard let capacity, capacity > 0 else { return 0 }
        return Double(own) / Double(capacity)
    }
}
