import Domain
import RuleSnapshots
import Testing

@Suite struct `Shares of a grant` {
    private func shares(_ granted: Int, of sought: [Int]) -> [Int] {
        let shares = sought.enumerated().map { index, ore in
            GrantRequest.CostShare(eventID: Event.ID(number: index), amount: Money(ore: ore))
        }
        let cut = Grant.shares(of: Money(ore: granted), sought: shares)
        #expect(cut.map(\.eventID) == shares.map(\.eventID))
        return cut.map(\.amount.ore)
    }

    @Test func `are what was sought when all of it is granted`() {
        #expect(shares(6_000_000, of: [1_000_000, 2_000_000, 3_000_000]) == [1_000_000, 2_000_000, 3_000_000])
        #expect(shares(500, of: [500]) == [500])
    }

    @Test func `are cut in proportion when less is granted`() {
        #expect(shares(3_000_000, of: [1_000_000, 2_000_000, 3_000_000]) == [500_000, 1_000_000, 1_500_000])
    }

    @Test func `add up to the last öre, each within an öre an event of its proportion`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<2_000 {
            let largest = [10, 10_000, 1_000_000_000].randomElement(using: &random) ?? 10
            let sought = (0..<Int.random(in: 1...50, using: &random)).map { _ in
                Int.random(in: 1...largest, using: &random)
            }
            let whole = sought.reduce(0, +)
            let granted = Int.random(in: 1...whole, using: &random)
            let cut = shares(granted, of: sought)
            #expect(cut.reduce(0, +) == granted)
            for (share, part) in zip(cut, sought) {
                let exact = Double(part) * Double(granted) / Double(whole)
                #expect(share >= 0 && abs(Double(share) - exact) <= Double(sought.count))
            }
        }
    }

    @Test func `are never more than was sought when no more than that is granted`() {
        #expect(shares(2, of: [1, 1, 1, 0]).last == 0, "what was not sought for an event is not granted to it")
        let cut = shares(4_999, of: Array(repeating: 100, count: 50))
        #expect(cut.allSatisfy { $0 <= 100 }, "\(cut)")
    }
}
