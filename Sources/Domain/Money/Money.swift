/// An amount of Swedish money, kept in whole öre.
package struct Money: Hashable, Sendable, Comparable {
    package let ore: Int

    package init(ore: Int) {
        self.ore = ore
    }

    package static let zero = Money(ore: 0)
    package static let currency = "SEK"
    /// The largest amount that any field takes: ten thousand million kronor.
    package static let largest = Money(ore: 1_000_000_000_000)

    package static func kronor(_ kronor: Int) -> Money { Money(ore: kronor * 100) }
    package static func < (left: Money, right: Money) -> Bool { left.ore < right.ore }
    package static func + (left: Money, right: Money) -> Money { Money(ore: left.ore + right.ore) }
    package static func - (left: Money, right: Money) -> Money { Money(ore: left.ore - right.ore) }
}

extension Money {
    /// The amount as CommonGrants writes it: kronor, a point and two digits (`30000.00`).
    package var decimal: String {
        let rest = abs(ore) % 100
        return "\(ore < 0 ? "-" : "")\(abs(ore) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Reads `30000`, `30000.5` or `30000.00`; nil for anything else, a negative amount or one above `largest`.
    package init?(decimal: some StringProtocol) {
        let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
            let whole = parts.first, (1...11).contains(whole.count), let kronor = Int(whole)
        else { return nil }
        var rest = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let digits = Int(parts[1]) else { return nil }
            rest = parts[1].count == 1 ? digits * 10 : digits
        }
        self.init(ore: kronor * 100 + rest)
        guard self <= Self.largest else { return nil }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension Sequence where Element == Money {
    package var sum: Money { reduce(.zero, +) }
}

extension Money {
    /// This amount of `whole` cut to what `part` of `whole` is, rounded down to whole öre.
    package func scaled(_ part: Money, of whole: Money) -> Money {
        guard whole > .zero else { return .zero }
        let (high, low) = ore.multipliedFullWidth(by: part.ore)
        return Money(ore: whole.ore.dividingFullWidth((high, low)).quotient)
    }
}
