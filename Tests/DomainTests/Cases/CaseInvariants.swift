import Domain

/// What is so in every state of every case, whatever anybody does.
enum CaseInvariant: String, CaseIterable {
    case approvedOnlyWhileTheRuleHolds, fundedEventIsNeverClosedUnnoticed, nothingIsPaidDuringABreach
    case nothingIsClosedWhileMoneyIsOwed, grantNeedsAnApproval, paymentNeedsAnAcceptedGrant, endedGrantPaidNothing
    case twoPersonsDecideAndTwoPay, exportedPaymentEndsAtTheBank

    /// Whether `step` from `before` keeps it.
    func holds(_ before: CaseState, _ step: CaseModel.Step) -> Bool {
        let after = step.to
        return switch self {
        case .approvedOnlyWhileTheRuleHolds:
            before.application.isApproved || !after.application.isApproved
                || after.events.allSatisfy { $0.holdsRule && !$0.isCancelled }
        case .fundedEventIsNeverClosedUnnoticed:
            after.events.allSatisfy { $0.condition?.binds != true || $0.holdsRule && !$0.isCancelled }
        case .nothingIsPaidDuringABreach: before.somethingIsPaid || !after.somethingIsPaid || !after.breachStands
        case .nothingIsClosedWhileMoneyIsOwed:
            after.grant?.state != .closed || after.grant?.claims.contains(where: \.isOpen) == false
        case .grantNeedsAnApproval: (after.grant != nil) == after.application.isApproved
        case .paymentNeedsAnAcceptedGrant: !after.somethingIsPaid || after.grant?.state != .awarded
        case .exportedPaymentEndsAtTheBank:
            zip(before.payments, after.payments).allSatisfy {
                $0 != .exported || [.exported, .paid, .failed].contains($1)
            }
        case .endedGrantPaidNothing: after.grant?.state != .ended || !after.somethingIsPaid
        case .twoPersonsDecideAndTwoPay:
            (before.application.isApproved || !after.application.isApproved
                || step.actor.map { !before.preparers.contains($0) } ?? true)
                && (before.payments.contains(.paid) || !after.payments.contains(.paid)
                    || !before.attestedBy.contains { $0 == step.actor })
        }
    }
}

extension CaseState {
    fileprivate var payments: [Payment.State] { grant?.payments.map(\.state) ?? [] }

    fileprivate var attestedBy: [Person.ID] { grant?.payments.compactMap(\.attestedBy) ?? [] }
}
