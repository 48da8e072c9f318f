package import Domain
import Foundation

/// Random numbers that are the same in every run, so that a snapshot that fails can be had again (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Identifier {
    /// The identity that a test knows by its number.
    package static func numbered(_ number: Int) -> Self {
        let low = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        return Self(rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, low[0], low[1], low[2], low[3])))
    }
}

extension SeededGenerator {
    /// One of `values`, which are never none.
    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
