import Domain
import Store

/// What a finding rests on: its clause, the facts of the event with their dates, and who can mend it.
extension FindingWords {
    /// Of a finding of now. `events`: those that the reader has before them. Of a held condition it is said elsewhere
    /// what the clause is needed for.
    func grounds(of finding: Finding, in events: [Event], isHeld: Bool = false) -> String {
        sentences(
            isHeld ? phrases.clause(finding.severity, finding.predicate.rawValue) : phrases.meaning(of: finding),
            finding.reason, events.first { $0.id == finding.eventID })
    }

    /// Of a finding as it was kept, with the facts of its day.
    func grounds(of kept: KeptFinding, in inputs: RuleInputs?) -> String {
        guard let severity = Severity(rawValue: kept.severity), let reason = Finding.Reason(rawValue: kept.reason)
        else { return kept.predicate }
        let event = inputs?.facts.events.map(\.event).first { $0.id.description == kept.event }
        return sentences(phrases.clause(severity, kept.predicate), reason, event)
    }

    private func sentences(_ clause: String, _ reason: Finding.Reason, _ event: Event?) -> String {
        let read = event.map { facts(of: reason, in: $0) } ?? []
        return ([clause] + read + [reason.mendedBy.map { phrases.canMend($0) }].compactMap(\.self))
            .map { $0.hasSuffix(".") ? $0 : "\($0)." }.joined(separator: " ")
    }

    /// The facts of the event that the clause is about, and always when it takes place.
    private func facts(of reason: Finding.Reason, in event: Event) -> [String] {
        let record = EventRecord(
            event, region: RegionFacts(members: [], municipalityCodes: [], libraryOfBranch: [:]), names: UnitNames([:]),
            at: event.details.startsAt)
        let fields = reason.restsOn
        return record.facts.filter { fields.contains($0.field) }.map {
            "\(phrases.name($0.field)): \(phrases.words($0.value, libraries))"
        }
    }
}

extension Finding.Reason {
    /// What a reader wants to see beside it.
    fileprivate var restsOn: [CaseField] {
        switch self {
        case .holds, .applicationHasNoEvents, .costsHaveNoEvent, .sharesAreMoreThanIsSought: []
        case .onlyTheHostsOwnUnitsAreInvited, .inviteesAreNotOfTheRegion, .nobodyIsInvited, .tooFewAreInvited,
            .invitedLibraryHasClosed:
            [.time, .invitationScope]
        case .staffAreNotNamed: [.time, .audience]
        case .invitationIsDraft, .invitationIsWithdrawn, .invitationIsNotPublished, .eventIsNotPublished,
            .eventIsCancelled, .invitationIsNotVisibleYet, .invitationEndsEarly, .publicationIsOverdue:
            [.time, .status, .invitationState, .invitationWindow]
        case .registrationHasClosed, .eventIsMovedIntoThePast, .registrationOpensTooLate, .othersCloseEarlier:
            [.time, .registration]
        case .noSeatsForOthers, .tooFewSeatsForOthers, .fewerSeatsThanPromised, .ownShareIsTooLarge: [.time, .seats]
        case .othersPayMore, .priceForOthersIsRaised: [.time, .prices]
        case .noticeIsTooShort: [.time, .readableSince, .daySaidAt]
        case .publicationIsNotLogged, .noChannelIsAccepted, .invitationHadAGap,
            .invitationIsNotDelivered:
            [.time, .readableSince]
        case .placeIsOutsideTheRegion, .placeIsUnknown, .linkIsMissing, .onlyARecordingIsOffered: [.time, .place]
        case .noOtherLibraryExists, .eventHasBegun, .eventIsOutsideTheProjectPeriod, .applicantIsNotAHost,
            .eventHasAnotherGrant, .eventIsInAnotherApplication, .registeredAreNotTold, .refusedAreNotTold,
            .attendedAreNotTold, .moreAttendedThanRegistered:
            [.time]
        case .invitedAreNotListed: [.time, .invitationScope]
        }
    }
}
