extension CaseState {
    /// The tables that decide. Only a test gives other ones, to show that it finds a planted fault.
    package struct Tables: Sendable {
        package var applications = GrantApplication.moves
        package var grants = Grant.moves
        package var conditions = Condition.moves
        package var payments = Payment.moves
        package var claims = Claim.moves
        /// A funded event may not be closed without a word (`funded_event_invites_region`).
        package var refusesSilence = true

        package init() {}
    }

    /// The case after `command`, or why it is refused. Nothing is read but the case and the tables.
    package func after(
        _ command: CaseCommand, by actor: CaseActor, tables: Tables = Tables()
    ) throws(Refusal) -> CaseState {
        var next = self
        switch command {
        case .application(let command): try next.apply(command, by: actor, tables)
        case .recommend(let toApprove): try next.recommend(toApprove, by: actor, tables)
        case .grant(let command): try next.apply(command, by: actor, tables)
        case .settle(let isBelow):
            try next.apply(isBelow ? .confirmSettlement : .settle, by: actor, tables)
            if isBelow, somethingIsPaid { next.grant?.claims.append(.due) }
        case .condition(let command, let index): try next.apply(command, to: index, by: actor, tables)
        case .payment(let command, let index): try next.apply(command, to: index, by: actor, tables)
        case .claim(let command, let index): try next.apply(command, to: index, by: actor, tables)
        case .change(let change, let index):
            guard !tables.refusesSilence || !closesBound(change, index) else {
                throw .wouldBreach(findings: [], grants: [])
            }
            try next.apply(change, to: index)
            try next.cureWhatIsMended(index, tables)
        case .deviation(let change, let index):
            guard closesBound(change, index) else { throw .conflict(.nothingToDeviateFrom) }
            try next.apply(change, to: index)
            next.events[index].condition = .breached
            next.events[index].hostWasHeard = false
        }
        return next
    }
}

// MARK: The application

extension CaseState {
    private mutating func apply(
        _ command: GrantApplication.Command, by actor: CaseActor, _ tables: Tables
    ) throws(Refusal) {
        let move = try tables.applications.row(for: command, from: application, isActor: actor.isActor)
        try require(move.guards, of: actor)
        switch command {
        case .approve, .approvePartially:
            award()
        case .reopen: takeBackAward()
        case .handle: preparers.formUnion([actor.id].compactMap(\.self))
        case .complete: recommendation?.isForThisVersion = false
        case .returnToReview: recommendation = nil
        default: break
        }
        application = move.to
    }

    private mutating func recommend(_ toApprove: Bool, by actor: CaseActor, _ tables: Tables) throws(Refusal) {
        let move = try tables.applications.row(for: .recommend, from: application, isActor: actor.isActor)
        try require(move.guards.filter { toApprove || $0 != .fundedEventInvitesRegion }, of: actor)
        guard let id = actor.id else { throw .notAllowed(.roleIsMissing) }
        recommendation = Advice(by: id, isForThisVersion: true)
        for index in events.indices { events[index].recommendedAs = events[index].sight }
        preparers.insert(id)
        application = move.to
    }

    private mutating func award() {
        grant = GrantStanding()
        for index in events.indices { events[index].condition = .held }
    }

    private mutating func takeBackAward() {
        (grant, recommendation, terms.decisionIsAnnulled) = (nil, nil, false)
        for index in events.indices { events[index].condition = nil }
    }
}

// MARK: The grant, its conditions and its money

extension CaseState {
    private mutating func apply(_ command: Grant.Command, by actor: CaseActor, _ tables: Tables) throws(Refusal) {
        guard let state = grant?.state else { throw .missing }
        let move = try tables.grants.row(for: command, from: state, isActor: actor.isActor)
        try require(move.guards, of: actor)
        grant?.state = move.to
        grant?.closedFrom = move.to == .closed ? state : nil
        switch command {
        case .accept, .activate: if terms.paysAtOnce { grant?.payments.append(PaymentStanding()) }
        case .decline, .revoke: endConditions(as: .notApplicable)
        case .settle, .confirmSettlement: endConditions(as: .discharged)
        case .demandRepayment, .demandPart: try demandRepayment()
        default: break
        }
        if move.to != state, !move.to.isInForce { cancelOpenPayments() }
    }

    /// What is at stake is not given; what is paid for another event stays bound to it. Where nothing is at stake there
    /// is nothing to demand.
    private mutating func demandRepayment() throws(Refusal) {
        guard !eventsAtStake.isEmpty else { throw .conflict(.nothingToDemand) }
        for index in eventsAtStake { events[index].condition = .enforced }
        grant?.claims.append(.due)
    }

    private mutating func endConditions(as state: Condition.State) {
        for index in events.indices where events[index].condition != nil && !events[index].isSettled {
            events[index].condition = state
        }
    }

    private mutating func cancelOpenPayments() {
        guard var payments = grant?.payments else { return }
        for index in payments.indices where payments[index].state.isOpen { payments[index].state = .cancelled }
        grant?.payments = payments
    }

    mutating func apply(
        _ command: Condition.Command, to index: Int, by actor: CaseActor, _ tables: Tables
    ) throws(Refusal) {
        guard events.indices.contains(index), let state = events[index].condition, grant?.state.isInForce == true
        else { throw .missing }
        let move = try tables.conditions.row(for: command, from: state, isActor: actor.isActor)
        // The successor that a rescheduled event gets is asked by the rule as every event is.
        let guards = command == .reschedule ? move.guards.filter { $0 != .fundedEventInvitesRegion } : move.guards
        try require(guards, of: actor, event: events[index])
        events[index].condition = move.to
        // To waive a part stands here for the least part, nothing: a larger one leaves it binding as to waive does.
        if command == .waive {
            events[index].bindsOn = !events[index].isCancelled && !events[index].hasEnded
            events[index].isForgiven = events[index].bindsOn
        }
        if command == .breach { events[index].hostWasHeard = false }
        if command == .offerNewDate { events[index].newDateIsOffered = true }
        if command == .reschedule { events.append(EventStanding(holdsRule: true, condition: .held)) }
        if command == .enforce || command == .waivePart, somethingIsPaid { grant?.claims.append(.due) }
    }

    private mutating func apply(
        _ command: Payment.Command, to index: Int, by actor: CaseActor, _ tables: Tables
    ) throws(Refusal) {
        if command == .request, !terms.paysAtOnce, index == grant?.payments.count {
            grant?.payments.append(PaymentStanding())
        }
        guard let payment = grant?.payments.element(at: index) else { throw .missing }
        let move = try tables.payments.row(for: command, from: payment.state, isActor: actor.isActor)
        try require(move.guards, of: actor, payment: payment)
        grant?.payments[index].state = move.to
        if command == .attest { grant?.payments[index].attestedBy = actor.id }
        if move.to.hasLeft { grant?.hasComeBack = false }
    }

    private mutating func apply(
        _ command: Claim.Command, to index: Int, by actor: CaseActor, _ tables: Tables
    ) throws(Refusal) {
        guard let claim = grant?.claims.element(at: index) else { throw .missing }
        let move = try tables.claims.row(for: command, from: claim, isActor: actor.isActor)
        try require(move.guards, of: actor)
        grant?.claims[index] = move.to
        // What is closed owes nothing.
        if move.to.isOpen, let state = grant?.closedFrom {
            grant?.state = state
            grant?.closedFrom = nil
        }
        let isAllEnforced = events.allSatisfy { $0.condition == .enforced }
        let isAllRepaid = grant?.claims.allSatisfy { $0 == .repaid } == true
        let isAtTheBank = grant?.payments.contains { $0.state == .exported } == true
        grant?.hasComeBack = isAllEnforced && isAllRepaid && !isAtTheBank
    }
}
