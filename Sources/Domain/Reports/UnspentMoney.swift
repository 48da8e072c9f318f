/// What a grant comes to by its report (*ours*; docs/rules.md has the formula): the region pays the share of the costs
/// that it granted of the budget that was applied for, never more than the grant gives, and never what somebody else
/// has paid.
package struct UnspentMoney: Sendable, Equatable {
    /// What the report gives a right to.
    package let entitled: Money
    /// What was paid and not claimed back, beyond that: it is to come back.
    package let claimed: Money
    /// What was never paid: the call's money again.
    package let released: Money
    /// What the grant gave before.
    package let payable: Money

    /// `budget` is what was applied for, line by line.
    package init(_ report: Report, budget: [Report.Line], grant: Grant) {
        let outcome = report.outcome.map(\.amount).sum
        let planned = budget.map(\.amount).sum
        let share = planned > grant.decided ? outcome.scaled(grant.decided, of: planned) : outcome
        let unpaid = max(.zero, outcome - (report.otherFunding ?? .zero))
        entitled = max(.zero, min(grant.payable, share, unpaid))
        claimed = max(.zero, grant.paid - grant.demanded - entitled)
        released = max(.zero, grant.amount + grant.owedToLibrary - grant.paid)
        payable = grant.payable
    }
}
