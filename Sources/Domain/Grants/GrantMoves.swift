extension Grant {
    package typealias Move = Domain.Move<Command, State>

    /// What is done with a grant, as docs/rules.md names it.
    package enum Command: String, Sendable, CaseIterable {
        case accept, activate, decline, requestChange, approveChange, rejectChange, withdrawChange
        case report, returnReport
        case settle, confirmSettlement, returnSettlement, demandRepayment, demandPart, revoke, close
    }

    /// Every move of a grant (G1 to G14 of docs/rules.md). That it is *suspended* (G5, G6, G14) is no move and nowhere
    /// stored: it is what a grant in force is while a breach stands or its report is overdue. So no move can forget it.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.accept,          .awarded,            .active,             by: .person(.signatory),     provided: []),
        Move(.activate,        .awarded,            .active,             by: .clock,                  provided: [.acceptanceIsNotNeeded]),
        Move(.decline,         .awarded,            .ended,              by: .person(.signatory),     provided: [.nothingIsPaid]),
        Move(.requestChange,   .active,             .changeRequested,    by: .person(.signatory),     provided: []),
        Move(.approveChange,   .changeRequested,    .active,             by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .fundedEventInvitesRegion]),
        Move(.rejectChange,    .changeRequested,    .active,             by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.withdrawChange,  .changeRequested,    .active,             by: .person(.signatory),     provided: []),
        Move(.report,          .active,             .reported,           by: .person(.signatory),     provided: [.eventsHaveEnded]),
        Move(.returnReport,    .reported,           .active,             by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial]),
        Move(.settle,          .reported,           .settled,            by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .noBreachStands, .eventsHaveEnded, .bankHasAnswered]),
        Move(.confirmSettlement, .reported,         .settled,            by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .noBreachStands, .eventsHaveEnded, .bankHasAnswered]),
        Move(.returnSettlement, .reported,          .reported,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial]),
        Move(.demandRepayment, .active,             .repaymentDemanded,  by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .somethingIsPaid, .bankHasAnswered, .nothingElseBinds]),
        Move(.demandRepayment, .changeRequested,    .repaymentDemanded,  by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .somethingIsPaid, .bankHasAnswered, .nothingElseBinds]),
        Move(.demandRepayment, .reported,           .repaymentDemanded,  by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .somethingIsPaid, .bankHasAnswered, .nothingElseBinds]),
        Move(.demandRepayment, .settled,            .repaymentDemanded,  by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .decisionIsAnnulled, .somethingIsPaid, .bankHasAnswered]),
        Move(.demandRepayment, .closed,             .repaymentDemanded,  by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .decisionIsAnnulled, .somethingIsPaid, .bankHasAnswered]),
        Move(.demandPart,      .active,             .active,             by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .somethingIsPaid, .bankHasAnswered, .othersBindOn]),
        Move(.demandPart,      .changeRequested,    .changeRequested,    by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .somethingIsPaid, .bankHasAnswered, .othersBindOn]),
        Move(.demandPart,      .reported,           .reported,           by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .somethingIsPaid, .bankHasAnswered, .othersBindOn]),
        Move(.revoke,          .awarded,            .ended,              by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .nothingIsPaid]),
        Move(.revoke,          .active,             .ended,              by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .nothingIsPaid]),
        Move(.revoke,          .changeRequested,    .ended,              by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .nothingIsPaid]),
        Move(.revoke,          .reported,           .ended,              by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .breachStands, .hostWasHeard, .reportIsLongOverdue, .nothingIsPaid]),
        Move(.close,           .active,             .closed,             by: .clock,                  provided: [.grantIsTakenBack, .nothingIsOwed]),
        Move(.close,           .settled,            .closed,             by: .clock,                  provided: [.nothingIsOwed, .conditionsAreSettled]),
        Move(.close,           .repaymentDemanded,  .closed,             by: .clock,                  provided: [.nothingIsOwed, .conditionsAreSettled]),
    ]
}

extension Grant.State {
    /// The grant gives money or may yet: a breach suspends it.
    package var isInForce: Bool { [.awarded, .active, .changeRequested, .reported].contains(self) }

    /// Nothing more happens to it, unless a court annuls the decision that gave what was paid.
    package var isFinal: Bool { self == .closed || self == .ended }
}
