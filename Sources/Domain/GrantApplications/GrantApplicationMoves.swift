extension GrantApplication {
    /// A move from one status to another, who makes it and what must be so.
    package struct Move: Sendable, Equatable {
        package let command: Command
        package let from: Status
        package let to: Status
        package let actor: Role
        package let guards: [Guard]

        init(_ command: Command, _ from: Status, _ to: Status, by actor: Role, provided guards: [Guard]) {
            self.command = command
            self.from = from
            self.to = to
            self.actor = actor
            self.guards = guards
        }
    }

    /// What people do with an application, as docs/rules.md names it.
    package enum Command: String, Sendable, CaseIterable {
        case submit, handle, recommend, approve, approvePartially, reject, dismiss, withdraw
    }

    /// What must be so when a move is made. Each is looked at inside the locks.
    package enum Guard: String, Sendable, CaseIterable {
        case callIsOpen, requestIsComplete, coreOfFundingRuleHolds, fundedEventInvitesRegion
        case caseOfficerIsImpartial, fourEyesDecide, recommendationIsForThisVersion, callHasMoneyLeft
    }

    /// Every move an application may make now. What is not in the table is refused.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.submit,           .draft,            .submitted,         by: .signatory,     provided: [.callIsOpen, .requestIsComplete, .coreOfFundingRuleHolds]),
        Move(.handle,           .submitted,        .inReview,          by: .caseOfficer,   provided: [.caseOfficerIsImpartial]),
        Move(.recommend,        .inReview,         .readyForDecision,  by: .caseOfficer,   provided: [.caseOfficerIsImpartial, .fundedEventInvitesRegion]),
        Move(.recommend,        .readyForDecision, .readyForDecision,  by: .caseOfficer,   provided: [.caseOfficerIsImpartial, .fundedEventInvitesRegion]),
        Move(.approve,          .readyForDecision, .approved,          by: .decisionMaker, provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion, .fundedEventInvitesRegion, .callHasMoneyLeft]),
        Move(.approvePartially, .readyForDecision, .approvedPartially, by: .decisionMaker, provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion, .fundedEventInvitesRegion, .callHasMoneyLeft]),
        Move(.reject,           .readyForDecision, .rejected,          by: .decisionMaker, provided: [.caseOfficerIsImpartial, .fourEyesDecide, .recommendationIsForThisVersion]),
        Move(.dismiss,          .submitted,        .dismissed,         by: .decisionMaker, provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.dismiss,          .inReview,         .dismissed,         by: .decisionMaker, provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.withdraw,         .submitted,        .withdrawn,         by: .signatory,     provided: []),
        Move(.withdraw,         .inReview,         .withdrawn,         by: .signatory,     provided: []),
        Move(.withdraw,         .completionRequested, .withdrawn,      by: .signatory,     provided: []),
        Move(.withdraw,         .readyForDecision, .withdrawn,         by: .signatory,     provided: []),
    ]

    /// Where `command` leads from here, if `person` may make it.
    package func status(after command: Command, by person: Person) throws(Refusal) -> Status {
        let candidates = Self.moves.filter { $0.command == command }
        guard candidates.contains(where: { mayAct(person, as: $0.actor) }) else {
            throw .notAllowed(.roleIsMissing)
        }
        guard let move = candidates.first(where: { $0.from == status }) else {
            throw .conflict(status.isDecided ? .alreadyDecided : .wrongState)
        }
        return move.to
    }

    private func mayAct(_ person: Person, as role: Role) -> Bool {
        role.belongsToLibrary ? person.has(role, at: libraryID) : person.has(role)
    }
}

extension GrantApplication.Status {
    /// Approved, in part or whole.
    package var isApproved: Bool { self == .approved || self == .approvedPartially }

    /// A decision stands.
    package var isDecided: Bool { isApproved || self == .rejected || self == .dismissed }

    /// Nothing more happens to the case.
    package var isFinal: Bool { isDecided || self == .withdrawn || self == .lapsed }
}
