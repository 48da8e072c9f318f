import Domain
import RuleSnapshots
import Testing

@Suite struct `Amounts of money` {
    @Test(arguments: [
        ("0", 0, "0.00"), ("0.01", 1, "0.01"), ("0.1", 10, "0.10"), ("30000", 3_000_000, "30000.00"),
        ("30000.5", 3_000_050, "30000.50"), ("30000.05", 3_000_005, "30000.05"), ("007.50", 750, "7.50"),
        ("9999999999.99", 999_999_999_999, "9999999999.99"),
    ])
    func `is read to the öre`(_ text: String, _ ore: Int, _ written: String) throws {
        let money = try #require(Money(decimal: text))
        #expect(money.ore == ore)
        #expect(money.decimal == written)
    }

    @Test(arguments: [
        "", ".", ".5", "5.", "1.005", "1.2.3", "-1", "+1", "1,50", "1 000", "1\u{A0}000", "1e3", "0x10", "NaN", "inf",
        "١٢", "１２", "12 ", " 12", "12kr", "10000000000.01", "10000000001", "99999999999999999999999", "1.-5", "1.+5",
    ])
    func `written otherwise is not read`(_ text: String) {
        #expect(Money(decimal: text) == nil)
    }

    @Test func `of the largest amount is read as it is written`() {
        #expect(Money.largest.decimal == "10000000000.00")
        #expect(Money(decimal: Money.largest.decimal) == .largest)
    }

    @Test func `survives being written and read`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let money = Money(ore: Int.random(in: 0...999_999_999_999, using: &random))
            guard Money(decimal: money.decimal) == money else {
                Issue.record("\(money.ore) is written \(money.decimal)")
                return
            }
        }
    }

    @Test func `below zero is written with its sign`() {
        #expect(Money(ore: -1).decimal == "-0.01")
        #expect(Money(ore: -12_345).decimal == "-123.45")
    }

    @Test func `adds up`() {
        #expect([Money.kronor(1), Money(ore: 50), .zero].sum == Money(ore: 150))
        #expect([Money]().sum == .zero)
        #expect(Money.kronor(2) - Money(ore: 1) == Money(ore: 199))
        #expect(Money(ore: 1) < Money(ore: 2))
    }

    @Test(arguments: [
        (100, 1, 3, 33), (100, 2, 3, 66), (100, 3, 3, 100), (0, 1, 3, 0), (100, 0, 3, 0), (100, 1, 0, 0),
        (1_000_000_000_000, 999_999_999_999, 1_000_000_000_000, 999_999_999_999),
        (Int.max, Int.max, Int.max, Int.max), (Int.max, 1, 2, Int.max / 2),
    ])
    func `is scaled downwards without overflow`(_ ore: Int, _ part: Int, _ whole: Int, _ scaled: Int) {
        #expect(Money(ore: ore).scaled(Money(ore: part), of: Money(ore: whole)) == Money(ore: scaled))
    }
}
