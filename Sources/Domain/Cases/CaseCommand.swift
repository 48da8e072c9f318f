/// What is done in a case: to the application, the grant, one of its conditions, its money, or one of its events.
package enum CaseCommand: Sendable, Hashable {
    case application(GrantApplication.Command)
    /// The recommendation says what to do, which the decision need not follow in the amount but in the direction.
    case recommend(toApprove: Bool)
    case grant(Grant.Command)
    /// Settles the report: as was granted, or below it by a decision, with a claim for what was paid and not used.
    case settle(below: Bool)
    case condition(Condition.Command, event: Int)
    case payment(Payment.Command, number: Int)
    case claim(Claim.Command, number: Int)
    case change(EventChange, event: Int)
    /// The same change, told as a deviation with its reason.
    case deviation(EventChange, event: Int)

    /// What a host does to its event, as far as the funding rule sees it.
    package enum EventChange: Sendable, Hashable, CaseIterable {
        case widen, narrow, cancel
    }
}
