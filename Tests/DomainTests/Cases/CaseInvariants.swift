import Domain

/// What is so in every state of every case, whatever anybody does.
enum CaseInvariant: String, CaseIterable {
    // Asked of each state.
    case fundedEventIsNeverClosedUnnoticed, nothingIsClosedWhileMoneyIsOwed, grantNeedsAnApproval
    case paymentNeedsAnAcceptedGrant, endedGrantPaidNothing
    // Asked of each step.
    case approvedOnlyWhileTheRuleHolds, approvedOnlyWithMoneyLeft, nothingIsPaidDuringABreach
    case nothingIsPaidBeforeItIsFinal, twoPersonsDecideAndTwoPay, exportedPaymentEndsAtTheBank
    case nobodyIsPassedOverForAnAcceptance

    static let ofStates: [Self] = [
        .fundedEventIsNeverClosedUnnoticed, .nothingIsClosedWhileMoneyIsOwed, .grantNeedsAnApproval,
        .paymentNeedsAnAcceptedGrant, .endedGrantPaidNothing,
    ]
    static let ofSteps = allCases.filter { !ofStates.contains($0) }

    /// Whether it holds in `state`.
    func holds(in state: CaseState) -> Bool {
        switch self {
        case .fundedEventIsNeverClosedUnnoticed:
            state.events.allSatisfy { !$0.binds || ($0.holdsRule || $0.bindsOn) && !$0.isCancelled }
        case .nothingIsClosedWhileMoneyIsOwed:
            state.grant?.state != .closed || state.grant?.claims.contains(where: \.isOpen) == false
        case .grantNeedsAnApproval: (state.grant != nil) == state.application.isApproved
        case .paymentNeedsAnAcceptedGrant: !state.somethingIsPaid || state.grant?.state != .awarded
        case .endedGrantPaidNothing: state.grant?.state != .ended || !state.somethingIsPaid
        default: true
        }
    }

    /// Whether `step` from `before`, taken by any of those who may take it, keeps it.
    func holds(_ before: CaseState, _ step: CaseModel.Step) -> Bool {
        let after = step.to
        let isApproved = !before.application.isApproved && after.application.isApproved
        return switch self {
        case .approvedOnlyWhileTheRuleHolds:
            !isApproved || after.events.allSatisfy { $0.holdsRule && !$0.isCancelled }
        case .approvedOnlyWithMoneyLeft: !isApproved || before.terms.hasMoneyLeft && before.terms.reviewsAreDone
        case .nothingIsPaidDuringABreach: before.somethingIsPaid || !after.somethingIsPaid || !after.isSuspended
        case .nothingIsPaidBeforeItIsFinal:
            before.somethingIsPaid || !after.somethingIsPaid
                || before.terms.decisionIsFinal && before.terms.payeeIsConfirmed
        case .exportedPaymentEndsAtTheBank:
            zip(before.payments, after.payments).allSatisfy {
                $0 != .exported || [.exported, .paid, .failed].contains($1)
            }
        case .twoPersonsDecideAndTwoPay:
            !step.actors.contains { actor in
                isApproved && actor.person.map(before.preparers.contains) == true
                    || !before.payments.contains(.paid) && after.payments.contains(.paid)
                        && before.attestedBy.contains { $0 == actor.person }
            }
        case .nobodyIsPassedOverForAnAcceptance:
            before.grant?.state != .awarded || after.grant?.state != .active || !before.terms.needsAcceptance
                || !step.actors.contains(.clock)
        default: true
        }
    }
}

extension CaseState {
    fileprivate var payments: [Payment.State] { grant?.payments.map(\.state) ?? [] }

    fileprivate var attestedBy: [Person.ID] { grant?.payments.compactMap(\.attestedBy) ?? [] }

    /// Whether a step between them can be one that `CaseInvariant.ofSteps` is about.
    func mayBreakAStep(to after: CaseState) -> Bool {
        application != after.application || grant?.state != after.grant?.state
            || grant?.payments != after.grant?.payments
    }
}
