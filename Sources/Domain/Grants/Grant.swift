/// Money that was granted, with its conditions.
package struct Grant: Sendable, Equatable {
    package typealias ID = Identifier<Grant>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let callID: Call.ID
    package let libraryID: Library.ID
    package let amount: Money
    /// What the decision gave, before any change.
    package let decided: Money
    /// What of it is the call's again: withheld and not paid, or paid and come back.
    package let released: Money
    package let state: State
    /// Nothing is paid while a breach stands.
    package let paymentHold: Bool
    package let conditions: [Condition]
    package let awardedAt: Instant
    package let version: Int
    package let terms: GrantTerms
    package let acceptance: Acceptance?
    package let account: PayeeAccount?
    /// The ledger, in the order in which the payments were planned.
    package let payments: [Payment]
    /// What the library owes back, the oldest first.
    package let claims: [Claim]
    package let reporting: Reporting
    /// A court has annulled or changed the decision that gave it.
    package let decisionIsAnnulled: Bool
    /// Its library has closed, and none has taken it over: nobody is left to pay to.
    package let recipientHasEnded: Bool

    package enum State: String, Sendable, CaseIterable {
        case awarded, active, reported, settled, closed, ended
        case changeRequested = "change-requested"
        case repaymentDemanded = "repayment-demanded"
    }

    package init(
        id: ID, applicationID: GrantApplication.ID, callID: Call.ID, libraryID: Library.ID, amount: Money,
        decided: Money? = nil, released: Money = .zero, state: State, paymentHold: Bool, conditions: [Condition],
        awardedAt: Instant,
        version: Int,
        terms: GrantTerms = GrantTerms(), acceptance: Acceptance? = nil, account: PayeeAccount? = nil,
        payments: [Payment] = [], claims: [Claim] = [], reporting: Reporting = Reporting(),
        decisionIsAnnulled: Bool = false, recipientHasEnded: Bool = false
    ) {
        self.id = id
        self.applicationID = applicationID
        self.callID = callID
        self.libraryID = libraryID
        self.amount = amount
        self.decided = decided ?? amount
        self.released = released
        self.state = state
        self.paymentHold = paymentHold
        self.conditions = conditions
        self.awardedAt = awardedAt
        self.version = version
        self.terms = terms
        self.acceptance = acceptance
        self.account = account
        self.payments = payments
        self.claims = claims
        self.reporting = reporting
        self.decisionIsAnnulled = decisionIsAnnulled
        self.recipientHasEnded = recipientHasEnded
    }
}

/// That one event invites the region for as long as a grant depends on it.
package struct Condition: Sendable, Equatable {
    package typealias ID = Identifier<Condition>

    package let id: ID
    package let grantID: Grant.ID
    package let eventID: Event.ID
    package let state: State
    package let costShare: Money
    /// What the host has departed from, the oldest first.
    package let breaches: [Breach]
    /// What the host has answered to that, the oldest first.
    package let replies: [Reply]
    /// How breaches of it were settled, the oldest first.
    package let settlements: [Settlement]
    /// The event that has taken the place of its own.
    package let successorEventID: Event.ID?
    /// It is waived and binds on: what was broken is forgiven, and the rule goes on for all else.
    package let bindsOn: Bool
    /// What may soon break it, while it binds.
    package let risks: [Risk]

    package enum State: String, Sendable, CaseIterable {
        case held, breached, cured, waived, enforced, discharged, frustrated
        case notApplicable = "not-applicable"

        /// While it binds, the event cannot close itself to the region unnoticed.
        package var binds: Bool { self == .held || self == .cured }

        /// Nothing of the event's share is given but what was accepted of it, and nothing is to be told of it.
        package var takesAll: Bool { self == .enforced || self == .notApplicable }
    }

    package init(
        id: ID, grantID: Grant.ID, eventID: Event.ID, state: State, costShare: Money, breaches: [Breach] = [],
        replies: [Reply] = [], settlements: [Settlement] = [], successorEventID: Event.ID? = nil,
        bindsOn: Bool = false, risks: [Risk] = []
    ) {
        self.bindsOn = bindsOn
        self.risks = risks
        self.id = id
        self.grantID = grantID
        self.eventID = eventID
        self.state = state
        self.costShare = costShare
        self.breaches = breaches
        self.replies = replies
        self.settlements = settlements
        self.successorEventID = successorEventID
    }

    /// It binds, be it that something of it was waived.
    package var binds: Bool { state.binds || bindsOn }

    /// Since when it binds on: from the waiver that stands.
    package var bindsOnSince: Instant? {
        bindsOn ? settlements.last { $0.outcome == .waived && !$0.isReopened }?.settledAt : nil
    }
}

/// A host's word that a funded event is changed so that the condition no longer holds, and why.
package struct Deviation: Sendable, Equatable {
    package typealias ID = Identifier<Deviation>

    package let id: ID
    package let eventID: Event.ID
    package let kind: Kind
    package let reason: String
    package let reportedBy: Person.ID
    package let reportedAt: Instant

    package enum Kind: String, Sendable, CaseIterable {
        case invitation, event, cancellation
    }

    package init(id: ID, eventID: Event.ID, kind: Kind, reason: String, reportedBy: Person.ID, reportedAt: Instant) {
        self.id = id
        self.eventID = eventID
        self.kind = kind
        self.reason = reason
        self.reportedBy = reportedBy
        self.reportedAt = reportedAt
    }

    /// Days that the host has to answer after a breach where the call says nothing: ours, as no law sets one.
    package static let daysToReply = 14
}

extension Grant {
    /// The event that has the place of `event` now: itself, or the last that has taken it. No event comes twice into a
    /// grant.
    package func event(inPlaceOf event: Event.ID) -> Event.ID {
        let successor = conditions.first { $0.eventID == event }?.successorEventID
        return successor.map(self.event(inPlaceOf:)) ?? event
    }

    /// The shares of `granted` that fall on events, in the proportions sought, adding up to it to the last öre.
    package static func shares(of granted: Money, sought: [GrantRequest.CostShare]) -> [GrantRequest.CostShare] {
        let whole = sought.map(\.amount).sum
        var (soughtSoFar, givenSoFar) = (Money.zero, Money.zero)
        return sought.map { share in
            soughtSoFar = soughtSoFar + share.amount
            let due = soughtSoFar.scaled(granted, of: whole)
            defer { givenSoFar = due }
            return GrantRequest.CostShare(eventID: share.eventID, amount: due - givenSoFar)
        }
    }
}
