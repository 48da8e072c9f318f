import Domain

extension CaseState {
    /// The same case without what no move looks at any more, and with its events in one order: states that can do the
    /// same are walked once.
    func plain(in world: World) -> CaseState {
        var plain = self
        if application != .draft { plain.call = .closed }
        if application.isApproved, !world.endsAtTheDecision { plain.application = .approved }
        if application != .completionRequested { plain.terms.completionIsOverdue = false }
        if grant?.state != .active, grant?.state != .changeRequested {
            plain.grant?.reportIsOverdue = false
            plain.grant?.reportIsLongOverdue = false
        }
        if application.isFinal {
            plain.preparers = []
            plain.recommendation = nil
        }
        if plain.recommendation?.isForThisVersion != true {
            for index in events.indices { plain.events[index].recommendedAs = nil }
        }
        if let payments = grant?.payments {
            for index in payments.indices where !payments[index].state.isAttested {
                plain.grant?.payments[index].attestedBy = nil
            }
            // Where the two of finance can do the same, it is one which of them has attested.
            if world.cast.count == CaseActor.oneOfEachRole.count {
                for index in payments.indices where payments[index].attestedBy == Person.ID(number: 8) {
                    plain.grant?.payments[index].attestedBy = Person.ID(number: 5)
                }
            }
        }
        if !world.keepsClaims {
            plain.grant?.claims.removeAll { !$0.isOpen }
            plain.grant?.closedFrom = nil
        }
        if grant?.state == .ended || grant?.state == .repaymentDemanded { plain.terms.decisionIsAnnulled = false }
        for index in events.indices { plain.events[index] = plain.events[index].plain }
        plain.events.sort { $0.order < $1.order }
        return plain
    }
}

extension CaseState.EventStanding {
    fileprivate var plain: Self {
        if isSettled { return Self(holdsRule: false, condition: condition) }
        var plain = self
        if condition?.holdsPayments != true {
            plain.hostWasHeard = false
            plain.newDateIsOffered = false
        }
        return plain
    }

    private var bits: Int {
        (holdsRule ? 1 : 0) + (isCancelled ? 2 : 0) + (hasEnded ? 4 : 0) + (hostWasHeard ? 8 : 0)
            + (newDateIsOffered ? 16 : 0) + (isForgiven ? 32 : 0)
    }

    private var conditionNumber: Int {
        condition.flatMap { Condition.State.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }

    fileprivate var order: Int { (conditionNumber * 4 + sightNumber) * 64 + bits }

    private var sightNumber: Int {
        switch recommendedAs {
        case nil: 0
        case .failing: 1
        case .holding: 2
        case .cancelled: 3
        }
    }
}
