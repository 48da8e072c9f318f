extension Condition {
    package typealias Move = Domain.Move<Command, State>

    /// What is done with a condition, as docs/rules.md names it.
    package enum Command: String, Sendable, CaseIterable {
        case breach, cure, frustrate, waive, waivePart, enforce, offerNewDate, reschedule, discharge
    }

    /// Every move of a condition. To waive a part withholds the rest, and so hears the host as enforcing does. A breach
    /// is the host's own word (`ReportDeviation`), what a case officer finds (`FindBreach`), or what comes of it that a
    /// library closes or merges; the sweep only alarms. A waiver forgives what was broken and not the rule: while the
    /// event is to come and something of its share is given, a waived condition binds on. What a breach costs is
    /// settled when the bank has answered: so nothing that it may still pay is counted as money that is left.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.breach,     .held,       .breached,      by: .person(.host),          provided: []),
        Move(.breach,     .cured,      .breached,      by: .person(.host),          provided: []),
        Move(.breach,     .held,       .breached,      by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .breachHasItsGround]),
        Move(.breach,     .cured,      .breached,      by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .breachHasItsGround]),
        Move(.breach,     .held,       .breached,      by: .clock,                  provided: [.breachHasItsGround]),
        Move(.breach,     .cured,      .breached,      by: .clock,                  provided: [.breachHasItsGround]),
        Move(.breach,     .waived,     .breached,      by: .person(.host),          provided: [.waivedConditionBindsOn]),
        Move(.breach,     .waived,     .breached,      by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .waivedConditionBindsOn, .breachHasItsGround]),
        Move(.breach,     .waived,     .breached,      by: .clock,                  provided: [.waivedConditionBindsOn, .breachHasItsGround]),
        Move(.cure,       .breached,   .cured,         by: .clock,                  provided: [.eventInvitesRegionAgain]),
        Move(.frustrate,  .breached,   .frustrated,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .eventIsCancelled]),
        Move(.waive,      .breached,   .waived,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .bankHasAnswered]),
        Move(.waive,      .frustrated, .waived,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .bankHasAnswered]),
        Move(.waivePart,  .breached,   .waived,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .hostWasHeard, .bankHasAnswered]),
        Move(.waivePart,  .frustrated, .waived,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .hostWasHeard, .bankHasAnswered]),
        Move(.enforce,    .breached,   .enforced,      by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .hostWasHeard, .bankHasAnswered]),
        Move(.enforce,    .frustrated, .enforced,      by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .hostWasHeard, .bankHasAnswered]),
        Move(.offerNewDate, .breached, .breached,      by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .eventIsCancelled]),
        Move(.offerNewDate, .frustrated, .frustrated,  by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .eventIsCancelled]),
        Move(.reschedule, .breached,   .notApplicable, by: .person(.host),          provided: [.eventIsCancelled, .newDateIsOffered, .fundedEventInvitesRegion]),
        Move(.reschedule, .frustrated, .notApplicable, by: .person(.host),          provided: [.eventIsCancelled, .newDateIsOffered, .fundedEventInvitesRegion]),
        Move(.reschedule, .breached,   .notApplicable, by: .person(.signatory),     provided: [.eventIsCancelled, .newDateIsOffered, .fundedEventInvitesRegion]),
        Move(.reschedule, .frustrated, .notApplicable, by: .person(.signatory),     provided: [.eventIsCancelled, .newDateIsOffered, .fundedEventInvitesRegion]),
        Move(.discharge,  .held,       .discharged,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .eventsHaveEnded]),
        Move(.discharge,  .cured,      .discharged,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .eventsHaveEnded]),
        Move(.discharge,  .waived,     .discharged,    by: .person(.caseOfficer),   provided: [.caseOfficerIsImpartial, .waivedConditionBindsOn, .eventsHaveEnded]),
    ]
}

extension Condition.State {
    /// A breach that the region has not settled: nothing is paid meanwhile.
    package var holdsPayments: Bool { self == .breached || self == .frustrated }

    /// Whether a demand takes the share of its event: it is broken, or the grant has lost all that binds. Of a decision
    /// that a court has taken away also what was discharged, or waived, is given without ground.
    package func isAtStake(reportIsLongOverdue: Bool, decisionIsAnnulled: Bool) -> Bool {
        holdsPayments || (reportIsLongOverdue || decisionIsAnnulled) && binds
            || decisionIsAnnulled && (self == .discharged || self == .waived)
    }

    /// The region has nothing more to say of it; of one that is waived, unless it binds on.
    package var isSettled: Bool { [.discharged, .waived, .enforced, .notApplicable].contains(self) }
}
