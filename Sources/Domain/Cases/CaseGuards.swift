extension CaseState {
    /// Refuses the first of `guards` that does not hold. `event` and `payment` are those that the move is about.
    package func require(
        _ guards: [Guard], of actor: CaseActor, event: EventStanding? = nil, payment: PaymentStanding? = nil
    ) throws(Refusal) {
        for required in guards {
            guard holds(required, for: actor, event: event, payment: payment) else { throw refusal(of: required) }
        }
    }

    /// Whether a guard lets `actor` pass. `event` and `payment` are those that the move is about.
    package func holds(
        _ required: Guard, for actor: CaseActor, event: EventStanding? = nil, payment: PaymentStanding? = nil
    ) -> Bool {
        switch required {
        case .callIsOpen, .callHasClosed, .requestIsComplete, .callHasMoneyLeft, .reviewsAreDone,
            .completionIsOverdue, .acceptanceIsNotNeeded, .decisionIsFinal, .decisionIsAnnulled, .payeeIsConfirmed,
            .recipientGoesOn:
            termsHold(required)
        case .coreOfFundingRuleHolds, .fundedEventInvitesRegion, .eventsHaveEnded, .eventInvitesRegionAgain,
            .breachHasItsGround, .eventIsCancelled, .hostWasHeard, .conditionsAreSettled, .newDateIsOffered,
            .waivedConditionBindsOn:
            eventsHold(required, event)
        case .caseOfficerIsImpartial: actor.isImpartial
        case .fourEyesDecide: actor.id.map { !preparers.contains($0) } ?? true
        case .twoPersonsPay: actor.id != payment?.attestedBy
        case .recommendationIsForThisVersion:
            recommendation?.isForThisVersion == true && events.allSatisfy { $0.recommendedAs == $0.sight }
        case .paymentIsDrawn: !terms.paysAtOnce
        case .bankHasAnswered: grant?.payments.contains { $0.state == .exported } != true
        case .othersBindOn: othersBind
        case .nothingElseBinds: !othersBind
        case .nothingIsPaid: !somethingIsPaid
        case .somethingIsPaid: somethingIsPaid
        case .whatWasPaidHasComeBack: !somethingIsPaid || grant?.hasComeBack == true
        case .noBreachStands: !isSuspended
        case .breachStands: isSuspended
        case .reportIsLongOverdue:
            breachStands || terms.decisionIsAnnulled || grant?.reportIsLongOverdue == true
        case .nothingIsOwed: grant?.claims.contains(where: \.isOpen) == false
        case .grantIsTakenBack: isTakenBack
        case .grantIsInForce: grant?.state == .active || grant?.state == .reported
        }
    }

    private func termsHold(_ required: Guard) -> Bool {
        switch required {
        case .callIsOpen: call == .open
        case .callHasClosed: call == .closed
        case .requestIsComplete: terms.isComplete
        case .callHasMoneyLeft: terms.hasMoneyLeft
        case .reviewsAreDone: terms.reviewsAreDone
        case .completionIsOverdue: terms.completionIsOverdue
        case .acceptanceIsNotNeeded: !terms.needsAcceptance
        case .payeeIsConfirmed: terms.payeeIsConfirmed
        case .recipientGoesOn: terms.recipientGoesOn
        case .decisionIsAnnulled: terms.decisionIsAnnulled
        default: terms.decisionIsFinal
        }
    }

    /// The guards that look at events: at the one that the move is about, or at all whose condition still matters.
    private func eventsHold(_ required: Guard, _ event: EventStanding?) -> Bool {
        let looked = event.map { [$0] } ?? events.filter { !$0.isSettled }
        return switch required {
        case .coreOfFundingRuleHolds, .fundedEventInvitesRegion, .eventInvitesRegionAgain:
            looked.allSatisfy { $0.isSound || $0.hasEnded && $0.binds }
        case .breachHasItsGround: looked.allSatisfy { !($0.holdsRule || $0.isForgiven) || $0.hasEnded }
        case .waivedConditionBindsOn: looked.allSatisfy(\.bindsOn)
        case .eventsHaveEnded: looked.allSatisfy(\.hasEnded)
        case .eventIsCancelled: looked.allSatisfy(\.isCancelled)
        case .newDateIsOffered: looked.allSatisfy(\.newDateIsOffered)
        case .hostWasHeard: looked.filter { $0.condition?.holdsPayments == true }.allSatisfy(\.hostWasHeard)
        default: events.allSatisfy(\.isSettled)
        }
    }

    private func refusal(of required: Guard) -> Refusal {
        switch required {
        case .caseOfficerIsImpartial: .notAllowed(.conflictOfInterest)
        case .fourEyesDecide: .notAllowed(.fourEyesDecide)
        case .twoPersonsPay: .notAllowed(.twoPersonsPay)
        case .coreOfFundingRuleHolds, .fundedEventInvitesRegion: .broken(.fundedEventInvitesRegion, findings: [])
        case .callIsOpen: .conflict(.callIsClosed)
        case .callHasMoneyLeft: .conflict(.callHasNoMoneyLeft)
        case .noBreachStands where terms.decisionIsAnnulled: .conflict(.decisionIsAnnulled)
        case .noBreachStands where !breachStands: .conflict(.reportIsOverdue)
        case .eventIsCancelled: .conflict(.eventIsNotCancelled)
        case .recommendationIsForThisVersion: .conflict(.recommendationIsStale)
        default: .conflict(Self.reasons[required] ?? .wrongState)
        }
    }

    /// The reason that bears a guard's own name. The model check is refused a million times, so it is looked up.
    private static let reasons: [Guard: Refusal.Reason] = Guard.allCases.reduce(into: [:]) { reasons, required in
        reasons[required] = Refusal.Reason(rawValue: required.problemCode)
    }
}

extension Guard {
    /// The problem code of a refusal by it: its name as the API writes names.
    package var problemCode: String {
        rawValue.reduce(into: "") { code, letter in
            code += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}
