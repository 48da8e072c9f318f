import Synchronization

/// Names of requests: a UUID of one's own making (version 8, RFC 9562 5.8) out of 60 bits that the process drew at its
/// start and a count. Drawing all of it for each request costs three system calls. They name and prove nothing, so it
/// does no harm that one can be guessed from another.
enum RequestID {
    private static let drawn = UInt64.random(in: .min ... .max)
    private static let count = Atomic<UInt64>(0)

    static func next() -> String {
        let low = count.wrappingAdd(1, ordering: .relaxed).newValue
        let high = drawn & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        return text(high, low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        for half in [high, low] {
            for digit in 0..<16 {
                let place = bytes.count
                if place == 8 || place == 13 || place == 18 || place == 23 { bytes.append(UInt8(ascii: "-")) }
                let value = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * digit) & 15)
                bytes.append(value < 10 ? 0x30 + value : 0x57 + value)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
