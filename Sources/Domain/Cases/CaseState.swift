/// A whole case as far as it decides which moves may be made: an application, what it was granted, the events that it
/// is for, and the money. The operations read it from the rows that they hold locked; the model check makes it up.
package struct CaseState: Sendable, Hashable {
    package var application: GrantApplication.Status
    /// Whoever has been its officer or recommended in it, at any time.
    package var preparers: Set<Person.ID>
    package var recommendation: Advice?
    package var call: CallPhase
    /// What the call asks for, beside the funding rule.
    package var terms: Terms
    package var events: [EventStanding]
    package var grant: GrantStanding?

    package init(
        application: GrantApplication.Status = .draft, preparers: Set<Person.ID> = [], recommendation: Advice? = nil,
        call: CallPhase, terms: Terms = Terms(), events: [EventStanding], grant: GrantStanding? = nil
    ) {
        self.application = application
        self.preparers = preparers
        self.recommendation = recommendation
        self.call = call
        self.terms = terms
        self.events = events
        self.grant = grant
    }
}

extension CaseState {
    /// Where the call's time stands.
    package enum CallPhase: Sendable, Hashable { case announced, open, closed }

    /// What the call and the clock say of a case.
    package struct Terms: Sendable, Hashable {
        package var hasMoneyLeft = true
        package var isComplete = true
        package var reviewsAreDone = true
        package var completionIsOverdue = false
        package var needsAcceptance = true
        package var decisionIsFinal = true
        /// A court has annulled or changed it.
        package var decisionIsAnnulled = false
        package var payeeIsConfirmed = true
        /// Its library is there, or another has taken it over.
        package var recipientGoesOn = true
        package var paysAtOnce = true

        package init() {}
    }

    /// A recommendation, as far as a decision asks for it.
    package struct Advice: Sendable, Hashable {
        package var by: Person.ID
        /// It was made of the application as it is.
        package var isForThisVersion: Bool

        package init(by: Person.ID, isForThisVersion: Bool) {
            self.by = by
            self.isForThisVersion = isForThisVersion
        }
    }

    /// What of an event a recommendation is about.
    package enum Sight: Sendable, Hashable { case failing, holding, cancelled }

    /// One event of the case.
    package struct EventStanding: Sendable, Hashable {
        /// The funding rule holds for it now.
        package var holdsRule: Bool
        package var isCancelled: Bool
        package var hasEnded: Bool
        package var condition: Condition.State? {
            didSet { if condition != .waived { (bindsOn, isForgiven) = (false, false) } }
        }
        /// It is waived and binds on.
        package var bindsOn: Bool
        /// What does not hold of the rule is what was waived, and nothing else.
        package var isForgiven: Bool
        /// After a breach: the host has answered, or its time to answer has passed.
        package var hostWasHeard: Bool
        /// After a cancellation: the region has offered a new date, and the time for it has not passed.
        package var newDateIsOffered: Bool
        /// How it stood when it was recommended on.
        package var recommendedAs: Sight?

        package init(
            holdsRule: Bool, isCancelled: Bool = false, hasEnded: Bool = false, condition: Condition.State? = nil,
            bindsOn: Bool = false, isForgiven: Bool = false, hostWasHeard: Bool = false, newDateIsOffered: Bool = false
        ) {
            self.holdsRule = holdsRule
            self.isCancelled = isCancelled
            self.hasEnded = hasEnded
            self.condition = condition
            self.bindsOn = bindsOn
            self.isForgiven = isForgiven
            self.hostWasHeard = hostWasHeard
            self.newDateIsOffered = newDateIsOffered
        }

        package var sight: Sight { isCancelled ? .cancelled : holdsRule ? .holding : .failing }

        package var binds: Bool { condition?.binds == true || bindsOn }

        package var isSettled: Bool { condition?.isSettled == true && !bindsOn }

        /// The rule holds, or what does not is forgiven.
        var isSound: Bool { (holdsRule || isForgiven) && !isCancelled }

        /// Whether a demand takes its share.
        func isAtStake(reportIsLongOverdue: Bool, decisionIsAnnulled: Bool) -> Bool {
            bindsOn && reportIsLongOverdue
                || condition?.isAtStake(
                    reportIsLongOverdue: reportIsLongOverdue, decisionIsAnnulled: decisionIsAnnulled) == true
        }
    }

    /// What was granted, and its money.
    package struct GrantStanding: Sendable, Hashable {
        package var state: Grant.State
        /// The state that it was closed in.
        package var closedFrom: Grant.State?
        package var payments: [PaymentStanding]
        package var claims: [Claim.State]
        package var reportIsOverdue: Bool
        /// So long that the region may end the grant for that alone.
        package var reportIsLongOverdue: Bool
        /// All that was paid has come back, and nothing is with the bank.
        package var hasComeBack: Bool
        /// Something of its amount is given, also where every condition was enforced and a part accepted.
        package var givesSomething: Bool

        package init(
            state: Grant.State = .awarded, payments: [PaymentStanding] = [], claims: [Claim.State] = [],
            reportIsOverdue: Bool = false, reportIsLongOverdue: Bool = false, hasComeBack: Bool = false,
            givesSomething: Bool = false
        ) {
            self.state = state
            self.payments = payments
            self.claims = claims
            self.reportIsOverdue = reportIsOverdue
            self.reportIsLongOverdue = reportIsLongOverdue
            self.hasComeBack = hasComeBack
            self.givesSomething = givesSomething
        }
    }

    package struct PaymentStanding: Sendable, Hashable {
        package var state: Payment.State
        package var attestedBy: Person.ID?

        package init(state: Payment.State = .planned, attestedBy: Person.ID? = nil) {
            self.state = state
            self.attestedBy = attestedBy
        }
    }
}

extension CaseState {
    /// A breach stands that the region has not settled.
    package var breachStands: Bool { events.contains { $0.condition?.holdsPayments == true } }

    /// Nothing is paid meanwhile (G5, G6, G14), nor once a court has taken the decision away, until what it gave is
    /// demanded back.
    package var isSuspended: Bool {
        guard let grant, grant.state.isInForce else { return false }
        return breachStands || grant.reportIsOverdue || terms.decisionIsAnnulled && !eventsAtStake.isEmpty
    }

    /// The events whose shares a demand takes back.
    var eventsAtStake: [Int] {
        events.indices.filter { index in
            events[index].isAtStake(
                reportIsLongOverdue: grant?.reportIsLongOverdue == true, decisionIsAnnulled: terms.decisionIsAnnulled)
        }
    }

    /// Whether a demand leaves conditions that go on binding: those of events whose share it does not reach.
    package var othersBind: Bool {
        let lost = eventsAtStake
        return events.indices.contains { events[$0].binds && !lost.contains($0) }
    }

    /// Breaches have taken all that the grant gave, and nothing of it is on its way to the library.
    var isTakenBack: Bool {
        grant?.givesSomething == false && events.allSatisfy { $0.condition?.takesAll == true }
            && grant?.payments.contains(where: \.state.isOpen) == false
    }

    /// Money has left: paid, or taken out to the bank, which has not answered.
    package var somethingIsPaid: Bool { grant?.payments.contains { $0.state.hasLeft } ?? false }
}
