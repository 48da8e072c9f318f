import Domain
import Testing

@Suite struct `The money of a grant` {
    private func payment(_ number: Int, _ kronor: Int, _ state: Payment.State) -> Payment {
        Payment(
            id: Payment.ID(), number: number, amount: .kronor(kronor), state: state,
            plannedAt: Instant(microseconds: 0))
    }

    private func grant(_ payments: [Payment], _ mode: Payment.Mode = .drawn) -> Grant {
        Grant(
            id: Grant.ID(), applicationID: GrantApplication.ID(), callID: Call.ID(), libraryID: Library.ID(),
            amount: .kronor(100), state: .active, paymentHold: false, conditions: [],
            awardedAt: Instant(microseconds: 0), version: 1, terms: GrantTerms(payment: mode), payments: payments)
    }

    @Test func `is what was paid, what is under way and what is left to ask for`() {
        let money = grant([
            payment(1, 30, .paid), payment(2, 20, .attested), payment(3, 10, .failed), payment(4, 40, .cancelled),
        ])
        #expect(money.paid == .kronor(30))
        #expect(money.underWay == .kronor(30))
        #expect(money.undrawn == .kronor(40))
    }

    @Test func `is planned as a whole once, where the call pays a fixed sum`() {
        #expect(grant([], .fixed).isToBePlanned)
        #expect(!grant([payment(1, 100, .cancelled)], .fixed).isToBePlanned)
        #expect(!grant([], .drawn).isToBePlanned)
    }
}
