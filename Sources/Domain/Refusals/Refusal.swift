/// Why something that a person asked for was not done. Nothing has changed when one is thrown.
package enum Refusal: Error, Sendable, Equatable {
    /// There is no such thing, or the person may not see it; the two look alike.
    case missing
    /// Nobody has said who they are.
    case notLoggedIn
    /// The person may see it, and may not do this.
    case notAllowed(Reason)
    /// The thing is in a state where this cannot be done, or somebody else was first.
    case conflict(Reason)
    /// The request carried the version of something that has changed since.
    case stale
    /// The request must carry the version that it changes.
    case versionNeeded
    /// What was sent does not make sense; every fault is named beside its field.
    case invalid([FieldError])
    /// A rule would be broken. The findings say which and what would mend it.
    case broken(Rule, findings: [Finding])
    /// A funded event would close itself to the region. It may still be done, as a deviation with a reason.
    case wouldBreach(findings: [Finding], grants: [Identifier<Grant>])
}

extension Refusal {
    /// The reasons that need no further data. The raw value is the problem code.
    package enum Reason: String, Sendable, CaseIterable {
        case roleIsMissing = "role_is_missing"
        case conflictOfInterest = "case_officer_is_impartial"
        case fourEyesDecide = "four_eyes_decide"
        case wrongState = "move_is_not_in_the_table"
        case callIsClosed = "call_is_open"
        case callHasNoMoneyLeft = "grants_stay_within_call_budget"
        case trackHasNoMoneyLeft = "grants_stay_within_track_budget"
        case eventIsCancelled = "event_is_cancelled"
        case recommendationIsStale = "recommendation_is_for_this_version"
        case requestIsRunning = "request_is_running"
        case keyIsUsed = "idempotency_key_is_used"
        case somebodyElseIsWorking = "somebody_else_is_working"
        case nothingToDeviateFrom = "nothing_to_deviate_from"
        case alreadyDecided = "one_decision_per_application"
        case callHasNotClosed = "call_has_closed"
        case reviewsAreNotDone = "reviews_are_done"
        case completionIsNotOverdue = "completion_is_overdue"
        case acceptanceIsNeeded = "acceptance_is_not_needed"
        case somethingIsPaid = "nothing_is_paid"
        case moneyIsOut = "what_was_paid_has_come_back"
        case nothingIsPaid = "something_is_paid"
        case breachStands = "no_breach_stands"
        case noBreachStands = "breach_stands"
        case newDateIsNotOffered = "new_date_is_offered"
        case eventIsAnothers = "grant_library_leads_the_event"
        case eventHasBegun = "event_has_not_begun"
        case eventHasEnded = "event_that_has_ended_stands"
        case eventHasMoved = "event_stands_as_the_change_found_it"
        case newTimeHasPassed = "new_time_is_to_come"
        case eventWasReplaced = "reopened_case_has_its_events"
        case nothingToDemand = "demand_has_an_amount"
        case hostWasNotHeard = "host_was_heard"
        case reportIsOverdue = "report_is_in_time"
        case reportIsNotLongOverdue = "report_is_long_overdue"
        case decisionIsAnnulled = "annulled_decision_pays_nothing"
        case reportDraftIsMissing = "report_is_written_before_it_is_sent"
        case evidenceIsNotAccepted = "discharged_condition_has_its_evidence"
        case paymentIsUnderWay = "no_payment_is_under_way"
        case decisionCannotBeUndone = "later_decision_can_be_undone"
        case settlementIsNotProposed = "settlement_is_proposed"
        case eventsHaveNotEnded = "events_have_ended"
        case conditionsAreNotSettled = "conditions_are_settled"
        case grantIsNotTakenBack = "grant_is_taken_back"
        case somethingIsOwed = "nothing_is_owed"
        case eventIsStillClosed = "event_invites_region_again"
        case breachHasNoGround = "breach_has_its_ground"
        case eventIsNotCancelled = "event_is_cancelled_for_good"
        case grantIsNotInForce = "grant_is_in_force"
        case decisionIsNotFinal = "decision_is_final"
        case twoPersonsPay = "two_persons_pay"
        case delegationIsMissing = "delegation_covers_the_decision"
        case reclaimIsNotReserved = "approval_reserves_reclaim"
        case conditionTextIsMissing = "approval_has_conditions"
        case appealTextIsMissing = "decision_tells_how_to_appeal"
        case invitationWouldTell = "untold_decision_publishes_nothing"
        case outcomeIsNotTold = "outcome_is_told"
        case caseAwaitsItsOutcome = "case_that_awaits_its_outcome_stays"
        case isAnnounced = "decision_is_announced_once"
        case timeRunsFromTheBoard = "time_to_appeal_runs_from_the_notice_board"
        case outcomesAreTold = "told_outcomes_stay_told"
        case reviewIsGiven = "one_review_per_reviewer_and_version"
        case reviewsWereSeen = "reviewer_has_not_seen_the_others"
        case reviewerIsAssigned = "one_open_assignment_per_reviewer"
        case impartialityIsNotSaid = "reviewer_says_that_they_are_impartial"
        case conflictStands = "one_open_conflict_per_person"
        case anotherLiftsConflict = "conflict_is_lifted_by_another"
        case dueDayHasPassed = "claim_is_due_after_it_is_made"
        case paymentIsOfAFixedSum = "payment_is_drawn"
        case bankHasNotAnswered = "bank_has_answered"
        case payeeIsNotConfirmed = "payee_is_confirmed"
        case grantHasNoMoneyLeft = "payments_stay_within_grant"
        case nothingToExport = "attested_payment_is_exported_once"
        case nobodyMaySign = "somebody_may_sign"
        case fileIsInQuarantine = "file_is_scanned_before_it_is_served"
        case fileIsInfected = "infected_file_is_never_served"
        case libraryEnds = "library_changes_once"
        case libraryHasEnded = "library_goes_on"
        case twoPersonsEndALibrary = "two_persons_end_a_library"
        case libraryChangeIsLate = "past_day_rests_on_a_decision"
        case libraryChangeIsDone = "library_change_is_taken_back_before_its_day"
        case recipientHasEnded = "recipient_goes_on"
        case libraryIsOnBoard = "library_is_on_a_board_once"
        case twoPersonsChangeABoard = "two_persons_change_a_board"
        case boardChangeIsLate = "board_change_is_confirmed_by_its_day"
        case archiveIsNotMade = "archive_is_made"
    }

    package static func invalid(_ field: String, _ fault: FieldError.Fault) -> Refusal {
        .invalid([FieldError(field: field, fault: fault)])
    }
}

/// The rules that bear a name in every room: docs/rules.md, here, SQL, the problem code and the test suites.
package enum Rule: String, Sendable, CaseIterable {
    case fundedEventInvitesRegion = "funded_event_invites_region"
}
