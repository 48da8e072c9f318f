/// What a library asks to change of its grant, and how the region decided it (G4).
package struct ChangeRequest: Sendable, Equatable {
    package typealias ID = Identifier<ChangeRequest>

    package let id: ID
    package let grantID: Grant.ID
    package let number: Int
    package let change: Change
    package let reasons: String
    package let requestedBy: Person.ID
    package let requestedAt: Instant
    /// nil: nobody has decided it.
    package let decision: ChangeDecision?
    /// When the library took it back.
    package let withdrawnAt: Instant?

    package init(
        id: ID, grantID: Grant.ID, number: Int, change: Change, reasons: String, requestedBy: Person.ID,
        requestedAt: Instant, decision: ChangeDecision? = nil, withdrawnAt: Instant? = nil
    ) {
        self.id = id
        self.grantID = grantID
        self.number = number
        self.change = change
        self.reasons = reasons
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.decision = decision
        self.withdrawnAt = withdrawnAt
    }

    /// Neither decided nor taken back.
    package var isOpen: Bool { decision == nil && withdrawnAt == nil }

    /// What is to be another, before and after.
    package enum Change: Sendable, Equatable {
        /// An event takes place at another time.
        case time(Event.ID, before: Period, after: Period)
        /// The money is shared otherwise, or is less.
        case amount([ShareChange])
        /// Another event takes the place of one.
        case eventSwap(Event.ID, for: Event.ID)
        /// What is done with the money.
        case scope(before: String, after: String)

        package var kind: Kind {
            switch self {
            case .time: .time
            case .amount: .amount
            case .eventSwap: .eventSwap
            case .scope: .scope
            }
        }

        /// What undoes it; nil where that cannot be undone: another event has taken a place.
        package var undoing: Change? {
            switch self {
            case .time(let event, let before, let after): .time(event, before: after, after: before)
            case .amount(let shares):
                .amount(
                    shares.map { ShareChange(conditionID: $0.conditionID, before: $0.after, after: $0.before) })
            case .scope(let before, let after): .scope(before: after, after: before)
            case .eventSwap: nil
            }
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case time, amount, scope
        case eventSwap = "event-swap"
    }

    /// From when to when an event is.
    package struct Period: Sendable, Equatable {
        package let startsAt: Instant
        package let endsAt: Instant

        package init(startsAt: Instant, endsAt: Instant) {
            self.startsAt = startsAt
            self.endsAt = endsAt
        }
    }

    /// The money for one event.
    package struct ShareChange: Sendable, Equatable {
        package let conditionID: Condition.ID
        package let before: Money
        package let after: Money

        package init(conditionID: Condition.ID, before: Money, after: Money) {
            self.conditionID = conditionID
            self.before = before
            self.after = after
        }
    }
}

/// How a change was decided, in which paper.
package struct ChangeDecision: Sendable, Equatable {
    package let isApproved: Bool
    package let number: String
    package let documentID: DecisionDocument.ID
    package let reasons: String
    /// What the whole grant gave until then.
    package let amountBefore: Money
    package let decidedBy: Person.ID
    package let decidedAt: Instant
    /// It stands no longer, and what it changed is as it was before. (A refusal that was reopened decides nothing.)
    package let isReopened: Bool

    package init(
        isApproved: Bool, number: String, documentID: DecisionDocument.ID, reasons: String, amountBefore: Money,
        decidedBy: Person.ID, decidedAt: Instant, isReopened: Bool = false
    ) {
        self.isReopened = isReopened
        self.isApproved = isApproved
        self.number = number
        self.documentID = documentID
        self.reasons = reasons
        self.amountBefore = amountBefore
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}

/// A change as it is asked for from outside: without what stands before it.
package enum WantedChange: Sendable, Equatable {
    case time(Event.ID, ChangeRequest.Period)
    case amount([GrantRequest.CostShare])
    case eventSwap(Event.ID, for: Event.ID)
    case scope(String)
}
