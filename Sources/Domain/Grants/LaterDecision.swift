/// A later decision on a grant, as far as it can be reopened.
package struct LaterDecision: Sendable, Equatable {
    package let documentID: DecisionDocument.ID
    package let grantID: Grant.ID
    package let kind: GrantDecision.Kind
    package let number: String
    /// How its grant was before it.
    package let stateBefore: Grant.State
    package let isReopened: Bool
    /// The whole grant was demanded back after it, by a decision that stands.
    package let isFollowed: Bool

    package init(
        documentID: DecisionDocument.ID, grantID: Grant.ID, kind: GrantDecision.Kind, number: String,
        stateBefore: Grant.State, isReopened: Bool, isFollowed: Bool
    ) {
        self.documentID = documentID
        self.grantID = grantID
        self.kind = kind
        self.number = number
        self.stateBefore = stateBefore
        self.isReopened = isReopened
        self.isFollowed = isFollowed
    }

    package var standing: Standing { isReopened ? .reopened : .standing }

    package enum Standing: String, Sendable, CaseIterable {
        case standing, reopened
    }

    package enum Command: String, Sendable, CaseIterable {
        case reopen
    }

    package typealias Move = Domain.Move<Command, Standing>

    /// What may be done with it: once (A14). Claims are released and conditions come back by it.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.reopen, .standing, .reopened, by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide, .bankHasAnswered]),
    ]

    /// The state of its grant once it stands no longer, from the state that it is in now. `isSettled`: its report was.
    package func stateOfGrant(now state: Grant.State, isSettled: Bool) throws(Refusal) -> Grant.State {
        switch kind {
        case .amendment, .changeRefusal:
            guard state == .active else { throw .conflict(.decisionCannotBeUndone) }
            return kind == .amendment ? .active : .changeRequested
        case .revocation:
            guard state == .ended else { throw .conflict(.decisionCannotBeUndone) }
            return stateBefore
        case .withholding, .repaymentDemand, .reportSettlement: break
        }
        if kind == .reportSettlement {
            guard state == .settled || state == .closed else { throw .conflict(.wrongState) }
            return .reported
        }
        if state.isInForce { return state }
        // What ended with a demand goes on where it was; what was closed then is settled, and the clock closes it anew.
        let hasEnded = state == .repaymentDemanded || state == .closed && !isSettled
        if hasEnded || stateBefore == .settled || stateBefore == .closed {
            guard !isFollowed else { throw .conflict(.wrongState) }
            return stateBefore == .closed ? .settled : stateBefore
        }
        guard state == .settled || state == .closed else { throw .conflict(.wrongState) }
        return .reported
    }
}
