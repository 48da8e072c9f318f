/// Who can mend what a finding says.
package enum Mender: String, Sendable, CaseIterable {
    /// An editor of the library that hosts the event.
    case host
    /// The signatory of the library that applies.
    case signatory
    /// The case officer of the region.
    case caseOfficer
}

extension Finding.Reason {
    /// Who can mend it; nil where there is nothing to mend.
    package var mendedBy: Mender? {
        switch self {
        case .holds: nil
        // Nothing is wrong with it: a hint.
        case .invitedLibraryHasClosed: nil
        case .onlyTheHostsOwnUnitsAreInvited, .inviteesAreNotOfTheRegion, .nobodyIsInvited, .tooFewAreInvited,
            .staffAreNotNamed, .invitationIsDraft, .invitationIsWithdrawn, .invitationIsNotPublished,
            .eventIsNotPublished, .invitationIsNotVisibleYet, .invitationEndsEarly, .publicationIsOverdue,
            .registrationHasClosed, .eventIsMovedIntoThePast, .registrationOpensTooLate, .othersCloseEarlier,
            .noSeatsForOthers, .tooFewSeatsForOthers, .fewerSeatsThanPromised, .ownShareIsTooLarge, .othersPayMore,
            .priceForOthersIsRaised,
            .noticeIsTooShort, .publicationIsNotLogged,
            .invitationIsNotDelivered, .placeIsOutsideTheRegion, .placeIsUnknown, .linkIsMissing,
            .onlyARecordingIsOffered,
            .eventIsOutsideTheProjectPeriod, .applicantIsNotAHost:
            .host
        // Another event, other shares, one case instead of two: what the application itself says.
        case .eventIsCancelled, .eventHasBegun, .applicationHasNoEvents, .costsHaveNoEvent, .sharesAreMoreThanIsSought,
            .eventHasAnotherGrant, .eventIsInAnotherApplication, .registeredAreNotTold, .refusedAreNotTold,
            .attendedAreNotTold, .moreAttendedThanRegistered:
            .signatory
        // What the region keeps or decides: its libraries, the channels of the call, and what a gap is to mean.
        case .noOtherLibraryExists, .noChannelIsAccepted, .invitationHadAGap, .invitedAreNotListed: .caseOfficer
        }
    }
}
