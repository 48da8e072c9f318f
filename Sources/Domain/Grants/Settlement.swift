extension Condition {
    /// How a breach was settled: by the region, or by the host who has mended its event.
    package struct Settlement: Sendable, Equatable {
        package typealias ID = Identifier<Settlement>

        package let id: ID
        package let outcome: Outcome
        package let reasons: String
        /// The part of the event's share that is not given after all.
        package let withheld: Money
        /// nil: the rule held again, and the service saw it.
        package let settledBy: Person.ID?
        package let settledAt: Instant
        /// By whose power it was decided; nil of what is no decision.
        package let authority: Decision.Authority?
        /// The paper of the decision by which something is withheld.
        package let documentID: DecisionDocument.ID?
        /// That decision stands no longer.
        package let isReopened: Bool

        package enum Outcome: String, Sendable, CaseIterable {
            case cured, frustrated, waived, enforced
        }

        package init(
            id: ID = ID(), outcome: Outcome, reasons: String, withheld: Money = .zero, settledBy: Person.ID?,
            settledAt: Instant, authority: Decision.Authority? = nil, documentID: DecisionDocument.ID? = nil,
            isReopened: Bool = false
        ) {
            self.id = id
            self.outcome = outcome
            self.reasons = reasons
            self.withheld = withheld
            self.settledBy = settledBy
            self.settledAt = settledAt
            self.authority = authority
            self.documentID = documentID
            self.isReopened = isReopened
        }

        /// What is not given by it: nothing once its decision stands no longer.
        package var held: Money { isReopened ? .zero : withheld }

        /// Where it stands, if a board has decided it.
        package var minutes: BoardMinutes? { authority?.minutes }
    }

    /// What of its event's share the grant gives: all that was not withheld.
    package var given: Money { costShare - settlements.map(\.held).sum }

    /// Whether the host has answered every open breach, or has let its time to answer pass.
    package func hostWasHeard(at instant: Instant) -> Bool { replyDueAt.map { $0 <= instant } ?? true }
}
