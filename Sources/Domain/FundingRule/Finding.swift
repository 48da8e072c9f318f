/// The predicates of the funding rule, as docs/rules.md numbers them.
package enum Predicate: String, Sendable, CaseIterable {
    case other = "P1"
    case invited = "P2"
    case staff = "P3"
    case inForce = "P4"
    case openToAct = "P5"
    case seats = "P6"
    case fairness = "P7"
    case notice = "P8"
    case evidence = "P9"
    case reachable = "P10"
    case time = "P11"
    case everyEvent = "P12"
    case uniqueness = "P13"
    case hostIdentity = "P14"
    case continuity = "P15"
    case outcome = "P16"
}

/// Core always blocks; call blocks because the published call says so; a hint never blocks.
package enum Severity: String, Sendable, CaseIterable {
    case core, call, hint
}

/// What was found. Unknown blocks like fails.
package enum Verdict: String, Sendable, CaseIterable {
    case holds, fails, unknown
}

/// One thing the rule says of one event, or of the application where `eventID` is nil.
package struct Finding: Sendable, Equatable {
    package let predicate: Predicate
    package let severity: Severity
    package let verdict: Verdict
    package let eventID: Event.ID?
    package let reason: Reason
    /// The libraries that the finding is about, such as those that were forgotten.
    package let libraries: [Library.ID]
    /// The registry numbers of other cases that the finding is about, as far as its reader may see them.
    package let cases: [String]
    package let repair: Repair?

    /// Why. The raw value is the finding's code in the API.
    package enum Reason: String, Sendable, CaseIterable {
        case holds
        case onlyTheHostsOwnUnitsAreInvited = "only_own_units_invited"
        case inviteesAreNotOfTheRegion = "invitees_not_of_the_region"
        case nobodyIsInvited = "nobody_invited"
        case tooFewAreInvited = "too_few_invited"
        case noOtherLibraryExists = "no_other_library"
        case invitedLibraryHasClosed = "invited_library_closed"
        case staffAreNotNamed = "staff_not_named"
        case invitationIsDraft = "invitation_is_draft"
        case invitationIsWithdrawn = "invitation_is_withdrawn"
        case invitationIsNotPublished = "invitation_not_published"
        case eventIsNotPublished = "event_not_published"
        case eventIsCancelled = "event_is_cancelled"
        case invitationIsNotVisibleYet = "invitation_not_visible_yet"
        case invitationEndsEarly = "invitation_ends_early"
        case publicationIsOverdue = "publication_overdue"
        case registrationHasClosed = "registration_has_closed"
        case eventIsMovedIntoThePast = "event_moved_into_the_past"
        case registrationOpensTooLate = "registration_opens_too_late"
        case othersCloseEarlier = "others_close_earlier"
        case noSeatsForOthers = "no_seats_for_others"
        case tooFewSeatsForOthers = "too_few_seats_for_others"
        case fewerSeatsThanPromised = "fewer_seats_than_promised"
        case ownShareIsTooLarge = "own_share_too_large"
        case othersPayMore = "others_pay_more"
        case priceForOthersIsRaised = "price_for_others_raised"
        case noticeIsTooShort = "notice_too_short"
        case noChannelIsAccepted = "no_accepted_channel"
        case publicationIsNotLogged = "publication_not_logged"
        case invitationIsNotDelivered = "invitation_not_delivered"
        case placeIsOutsideTheRegion = "place_outside_region"
        case placeIsUnknown = "place_unknown"
        case linkIsMissing = "link_missing"
        case onlyARecordingIsOffered = "recording_only"
        case eventHasBegun = "event_has_begun"
        case eventIsOutsideTheProjectPeriod = "outside_project_period"
        case applicationHasNoEvents = "application_has_no_events"
        case costsHaveNoEvent = "costs_without_event"
        case sharesAreMoreThanIsSought = "shares_exceed_request"
        case applicantIsNotAHost = "applicant_not_host"
        case eventHasAnotherGrant = "event_has_another_grant"
        case eventIsInAnotherApplication = "event_in_another_application"
        case invitationHadAGap = "invitation_had_a_gap"
        case invitedAreNotListed = "invited_not_listed"
        case registeredAreNotTold = "registered_not_told"
        case refusedAreNotTold = "refused_not_told"
        case attendedAreNotTold = "attended_not_told"
        case moreAttendedThanRegistered = "attended_exceeds_registered"
    }

    /// One command that would mend it.
    package enum Repair: Sendable, Equatable {
        case inviteAllOthers(Event.ID, state: Invitation.State)
        case bindInvitation(Event.ID, Invitation)
        case publishInvitation(Event.ID, Invitation)
        case publishEvent(Event.ID)
        case nameStaff(Event.ID, audience: [Audience])
        case closeRegistrationTogether(Event.ID, RegistrationWindow)
        /// Registration is to have this window.
        case openRegistration(Event.ID, RegistrationWindow)
        case openSeats(Event.ID, Seats)
    }

    package init(
        _ predicate: Predicate, _ severity: Severity, _ verdict: Verdict, event: Event.ID?, reason: Reason,
        libraries: [Library.ID] = [], cases: [String] = [], repair: Repair? = nil
    ) {
        self.predicate = predicate
        self.severity = severity
        self.verdict = verdict
        self.eventID = event
        self.reason = reason
        self.libraries = libraries
        self.cases = cases
        self.repair = repair
    }

    /// Whether an approval must wait for it.
    package var blocks: Bool { verdict != .holds && severity != .hint }
}

/// All findings at one instant under one version of the call's rule.
package struct Evaluation: Sendable, Equatable {
    package let evaluatedAt: Instant
    package let ruleVersion: Int
    package let findings: [Finding]

    package init(evaluatedAt: Instant, ruleVersion: Int, findings: [Finding]) {
        self.evaluatedAt = evaluatedAt
        self.ruleVersion = ruleVersion
        self.findings = findings
    }

    package var verdict: Verdict {
        let blocking = findings.filter(\.blocks)
        if blocking.contains(where: { $0.verdict == .fails }) { return .fails }
        return blocking.isEmpty ? .holds : .unknown
    }

    /// The findings that stand in the way.
    package var blocking: [Finding] { findings.filter(\.blocks) }
    /// Those that stand in the way of a submission, where only the core is asked for.
    package var blockingCore: [Finding] { blocking.filter { $0.severity == .core } }
}

extension Finding {
    /// The same where nothing is mended any more.
    var withoutRepair: Finding {
        Finding(
            predicate, severity, verdict, event: eventID, reason: reason, libraries: libraries, cases: cases,
            repair: nil)
    }
}

extension Finding.Repair {
    /// Makes of an event's details what it says. To invite and to publish are commands of their own.
    package func mend(_ details: inout EventDetails) {
        switch self {
        case .nameStaff(_, let audience): details.audience = audience
        case .closeRegistrationTogether: details.registration.othersCloseAt = nil
        case .openRegistration(_, let window): details.registration = window
        case .openSeats(_, let seats): details.seats = Seats(forAnybody: seats.capacity ?? 0)
        case .inviteAllOthers, .bindInvitation, .publishInvitation, .publishEvent: break
        }
    }
}
