package import Domain
package import Postgres

extension Refusal {
    /// What a refusal of PostgreSQL means to a person; nil if it can only come from a fault of ours.
    package init?(_ error: PostgresError) {
        if let constraint = error.constraint, let refusal = Self.ofConstraints[constraint] {
            self = refusal
        } else if error.isLockTimeout {
            self = .conflict(.somebodyElseIsWorking)
        } else {
            return nil
        }
    }

    /// The constraints that a request can run into when it loses a race or slips past the checks of Domain. A test
    /// asks PostgreSQL for all of its constraints and wants each of them here or in `unreachableConstraints`.
    package static let ofConstraints: [String: Refusal] = [
        "funded_event_invites_region": .wouldBreach(findings: [], grants: []),
        "one_grant_per_event": .eventIsClaimed(.eventHasAnotherGrant),
        "event_is_in_one_case": .eventIsClaimed(.eventIsInAnotherApplication),
        "grants_stay_within_call_budget": .conflict(.callHasNoMoneyLeft),
        "grants_stay_within_track_budget": .conflict(.trackHasNoMoneyLeft),
        "one_decision_per_application": .conflict(.alreadyDecided),
        "one_grant_per_decision": .conflict(.alreadyDecided),
        "approval_reserves_reclaim": .conflict(.reclaimIsNotReserved),
        "decision_is_announced_once": .conflict(.isAnnounced),
        "later_decision_is_announced_once": .conflict(.isAnnounced),
        "appeal_is_kept": .conflict(.wrongState),
        "reopenings_pkey": .conflict(.wrongState),
        "later_reopenings_pkey": .conflict(.wrongState),
        "change_is_decided_once": .conflict(.wrongState),
        "change_ends_once": .conflict(.wrongState),
        "later_decision_can_be_undone": .conflict(.decisionCannotBeUndone),
        "change_withdrawals_pkey": .conflict(.wrongState),
        "reopened_case_has_its_events": .conflict(.eventWasReplaced),
        "decision_texts_pkey": .invalid("validFrom", .isTwice),
        "delegations_person_id_fkey": .invalid("personId", .doesNotExist),
        "four_eyes_decide": .notAllowed(.fourEyesDecide),
        "event_names_known_libraries": .invalid("invitees", .doesNotExist),
        "library_changes_once": .conflict(.libraryEnds),
        "library_goes_on": .conflict(.libraryHasEnded),
        "two_persons_end_a_library": .notAllowed(.twoPersonsEndALibrary),
        "past_day_rests_on_a_decision": .conflict(.libraryChangeIsLate),
        "library_change_is_taken_back_before_its_day": .conflict(.libraryChangeIsDone),
        "recipient_goes_on": .conflict(.recipientHasEnded),
        "payee_is_confirmed": .conflict(.payeeIsNotConfirmed),
        "library_is_on_a_board_once": .conflict(.libraryIsOnBoard),
        "two_persons_change_a_board": .notAllowed(.twoPersonsChangeABoard),
        "successor_outlives_its_library": .invalid("successorId", .doesNotExist),
        "event_has_a_title": .invalid("title", .isMissing),
        "event_ends_after_it_starts": .invalid("endsAt", .isNotAfter("startsAt")),
        "invitation_is_seen_before_it_is_no_longer": .invalid("visibleUntil", .isNotAfter("visibleFrom")),
        "invitation_is_published_before_it_is_no_longer_seen": .invalid("visibleUntil", .isNotAfter("publishBy")),
        "recording_is_watched_online": .invalid("recordingOnly", .isNotOneOf(["false"])),
        "seats_are_positive": .invalid("capacity", .isTooSmall(least: 1)),
        "seat_pools_fill_the_capacity": .invalid("seatPools", .isTooSmall(least: 0)),
        "registration_opens_before_it_closes":
            .invalid("registration.closesAt", .isNotAfter("registration.opensAt")),
        "prices_are_not_negative": .invalid("prices", .isTooSmall(least: 0)),
        "events_host_library_id_fkey": .invalid("hostLibraryId", .doesNotExist),
        "events_venue_municipality_code_fkey": .invalid("venue.municipalityCode", .doesNotExist),
        "call_has_a_title": .invalid("title", .isMissing),
        "call_opens_before_it_closes": .invalid("closesAt", .isNotAfter("opensAt")),
        "project_begins_before_it_ends": .invalid("projectEndsOn", .isNotAfter("projectStartsOn")),
        "call_amounts_are_positive": .invalid("budget", .isTooSmall(least: 1)),
        "rule_invites_somebody": .invalid("rule.invite", .isTooSmall(least: 1)),
        "application_has_a_title": .invalid("title", .isMissing),
        "grant_applications_call_id_fkey": .invalid("callId", .doesNotExist),
        "grant_applications_library_id_fkey": .invalid("libraryId", .doesNotExist),
        "application_events_event_id_fkey": .invalid("events", .doesNotExist),
        "application_events_pkey": .invalid("events", .isTwice),
        "reviews_are_done": .conflict(.reviewsAreNotDone),
        "recommendations_pkey": .conflict(.wrongState),
        "received_application_is_kept": .conflict(.wrongState),
        "grant_acceptances_pkey": .conflict(.wrongState),
        "payee_account_has_its_check_digit": .invalid("number", .isNot(.account)),
        "payment_has_a_reference": .invalid("reference", .isMissing),
        "payments_stay_within_grant": .conflict(.grantHasNoMoneyLeft),
        "grant_is_in_force": .conflict(.grantIsNotInForce),
        "no_breach_stands": .conflict(.breachStands),
        "host_was_heard": .conflict(.hostWasNotHeard),
        "report_is_in_time": .conflict(.reportIsOverdue),
        "annulled_decision_pays_nothing": .conflict(.decisionIsAnnulled),
        "report_has_its_number": .stale,
        "report_returns_pkey": .conflict(.wrongState),
        "settlement_confirmations_pkey": .conflict(.wrongState),
        "settlement_returns_pkey": .conflict(.settlementIsNotProposed),
        "settlement_ends_once": .conflict(.settlementIsNotProposed),
        "four_eyes_settle": .notAllowed(.fourEyesDecide),
        "grant_is_taken_back": .conflict(.grantIsNotTakenBack),
        "nothing_is_owed": .conflict(.somethingIsOwed),
        "conditions_are_settled": .conflict(.conditionsAreNotSettled),
        "two_persons_pay": .notAllowed(.twoPersonsPay),
        "claim_entry_has_a_note": .invalid("reference", .isMissing),
        "repayment_is_booked_once": .invalid("reference", .isBooked),
        "entry_is_reversed_once": .conflict(.wrongState),
        "one_attachment_per_name": .invalid("file", .isTwice),
        "attachment_has_a_plain_name": .invalid("file", .isNoFileName),
        "application_partners_pkey": .invalid("partners", .isTwice),
        "application_partners_library_id_fkey": .invalid("partners", .doesNotExist),
        "applicant_is_not_its_own_partner": .invalid("partners", .doesNotExist),
        "co_applicants_have_confirmed": .invalid("partners", .isNotConfirmed),
        "reply_says_something": .invalid("reply", .isMissing),
        "case_officer_is_impartial": .notAllowed(.conflictOfInterest),
        "one_open_conflict_per_person": .conflict(.conflictStands),
        "conflict_is_lifted_by_another": .notAllowed(.anotherLiftsConflict),
        "one_review_per_reviewer_and_version": .conflict(.reviewIsGiven),
        "one_open_assignment_per_reviewer": .conflict(.reviewerIsAssigned),
        "reviewer_says_that_they_are_impartial": .conflict(.impartialityIsNotSaid),
        "reviewer_is_from_outside": .invalid("personId", .doesNotExist),
        "one_open_completion_request": .conflict(.wrongState),
        "deviation_has_a_reason": .invalid("reason", .isMissing),
        "decision_has_reasons": .invalid("reasons", .isMissing),
        "answered_requests_pkey": .conflict(.requestIsRunning),
        "one_person_per_email": .invalid("email", .isTwice),
        "one_assignment_per_role": .invalid("role", .isTwice),
        "person_works_in_one_place": .invalid("library", .isMissing),
    ]

    /// P13, told by PostgreSQL, which names no case.
    private static func eventIsClaimed(_ reason: Finding.Reason) -> Refusal {
        .broken(
            .fundedEventInvitesRegion, findings: [Finding(.uniqueness, .call, .fails, event: nil, reason: reason)])
    }
}
