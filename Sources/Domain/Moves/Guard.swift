/// What must be so when a move is made. Each is looked at inside the locks, and each bears the name of its rule in
/// docs/rules.md.
package enum Guard: String, Sendable, CaseIterable {
    // The application and its decision.
    case callIsOpen, callHasClosed, requestIsComplete, coreOfFundingRuleHolds, fundedEventInvitesRegion
    case caseOfficerIsImpartial, fourEyesDecide, recommendationIsForThisVersion, callHasMoneyLeft
    case reviewsAreDone, completionIsOverdue
    // The grant, its conditions and its money.
    case acceptanceIsNotNeeded, nothingIsPaid, noBreachStands, breachStands, hostWasHeard, reportIsLongOverdue
    case eventsHaveEnded, conditionsAreSettled, grantIsTakenBack, nothingIsOwed, somethingIsPaid, whatWasPaidHasComeBack
    case eventInvitesRegionAgain, breachHasItsGround, eventIsCancelled
    case grantIsInForce, decisionIsFinal, decisionIsAnnulled, payeeIsConfirmed, twoPersonsPay, bankHasAnswered,
        newDateIsOffered
    case paymentIsDrawn, recipientGoesOn, waivedConditionBindsOn, othersBindOn, nothingElseBinds
}
