extension GrantApplication {
    package typealias Move = Domain.Move<Command, Status>

    /// What is done with an application, as docs/rules.md names it.
    package enum Command: String, Sendable, CaseIterable {
        case submit, lapse, handle, requestCompletion, complete, endCompletion, recommend, returnToReview
        case approve, approvePartially, reject, dismiss, withdraw, correct, reopen
    }

    /// Every move an application may make (A2 to A14 of docs/rules.md; A1 makes the draft).
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.submit,            .draft,               .submitted,           by: .person(.signatory),     provided: [.callIsOpen, .requestIsComplete, .coreOfFundingRuleHolds]),
        Move(.lapse,             .draft,               .lapsed,              by: .clock,                  provided: [.callHasClosed]),
        Move(.handle,            .submitted,           .inReview,            by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial]),
        Move(.requestCompletion, .inReview,            .completionRequested, by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial]),
        Move(.complete,          .completionRequested, .inReview,            by: .person(.signatory),     provided: [.requestIsComplete, .coreOfFundingRuleHolds]),
        Move(.endCompletion,     .completionRequested, .inReview,            by: .clock,                  provided: [.completionIsOverdue]),
        Move(.recommend,         .inReview,            .readyForDecision,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .reviewsAreDone, .fundedEventInvitesRegion]),
        Move(.recommend,         .readyForDecision,    .readyForDecision,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .reviewsAreDone, .fundedEventInvitesRegion]),
        Move(.returnToReview,    .readyForDecision,    .inReview,            by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial]),
        Move(.returnToReview,    .readyForDecision,    .inReview,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial]),
        Move(.approve,           .readyForDecision,    .approved,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion, .recipientGoesOn, .fundedEventInvitesRegion, .callHasMoneyLeft]),
        Move(.approvePartially,  .readyForDecision,    .approvedPartially,   by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion, .recipientGoesOn, .fundedEventInvitesRegion, .callHasMoneyLeft]),
        Move(.reject,            .readyForDecision,    .rejected,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion]),
        Move(.dismiss,           .submitted,           .dismissed,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.dismiss,           .inReview,            .dismissed,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.withdraw,          .submitted,           .withdrawn,           by: .person(.signatory),     provided: []),
        Move(.withdraw,          .inReview,            .withdrawn,           by: .person(.signatory),     provided: []),
        Move(.withdraw,          .completionRequested, .withdrawn,           by: .person(.signatory),     provided: []),
        Move(.withdraw,          .readyForDecision,    .withdrawn,           by: .person(.signatory),     provided: []),
        Move(.correct,           .approved,            .approved,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.correct,           .approvedPartially,   .approvedPartially,   by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.correct,           .rejected,            .rejected,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.correct,           .dismissed,           .dismissed,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.reopen,            .approved,            .inReview,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .whatWasPaidHasComeBack]),
        Move(.reopen,            .approvedPartially,   .inReview,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .whatWasPaidHasComeBack]),
        Move(.reopen,            .rejected,            .inReview,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.reopen,            .dismissed,           .submitted,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
    ]

    /// Where `command` leads from here, if `person` may make it.
    package func status(after command: Command, by person: Person) throws(Refusal) -> Status {
        do {
            return try Self.moves.row(for: command, from: status) { mayAct(person, as: $0) }.to
        } catch .conflict(.wrongState) where status.isDecided {
            throw .conflict(.alreadyDecided)
        }
    }

    /// Where the clock leads with `command` from here.
    package func statusByClock(after command: Command) throws(Refusal) -> Status {
        try Self.moves.row(for: command, from: status) { $0 == .clock }.to
    }

    private func mayAct(_ person: Person, as actor: Actor) -> Bool {
        guard case .person(let role) = actor else { return false }
        return role.belongsToLibrary ? person.has(role, at: libraryID) : person.has(role)
    }
}

extension GrantApplication.Status {
    /// Approved, in part or whole.
    package var isApproved: Bool { self == .approved || self == .approvedPartially }

    /// A decision stands.
    package var isDecided: Bool { isApproved || self == .rejected || self == .dismissed }

    /// Nothing more happens to the case but a correction or a reversal.
    package var isFinal: Bool { isDecided || self == .withdrawn || self == .lapsed }
}
