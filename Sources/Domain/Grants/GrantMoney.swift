/// What has become of the money of a grant.
extension Grant {
    /// What has left the region.
    package var paid: Money { payments.filter { $0.state == .paid }.map(\.amount).sum }

    /// What was paid, or is with the bank, which has not answered.
    package var sentOut: Money { payments.filter(\.state.hasLeft).map(\.amount).sum }

    /// What is on its way.
    package var underWay: Money { payments.filter(\.state.isOpen).map(\.amount).sum }

    /// What the grant gives after what was withheld of it for breaches.
    package var payable: Money { amount - conditions.flatMap(\.settlements).map(\.held).sum }

    /// What the library still owes back.
    package var owed: Money { claims.filter(\.state.isOpen).map(\.left).sum }

    /// What was paid and not reclaimed, beyond what the grant gives.
    package var overpaid: Money { paid - demanded - payable }

    /// What was demanded back of it, by decisions that stand; of one that was reopened what had come back by then, or
    /// was given up.
    package var demanded: Money { claims.map(\.counted).sum }

    /// What came back by claims that were released. The region owes it to the library.
    package var owedToLibrary: Money { claims.filter { $0.state == .released }.map(\.repaid).sum }

    /// All that was paid has come back, and nothing is with the bank.
    package var hasComeBack: Bool { sentOut == claims.map(\.repaid).sum && sentOut == paid }

    /// What of the call's money it binds: what it may still give, or what it has given and not got back if that is
    /// more. Money that a breach holds stays bound until the region has settled it.
    package var bound: Money {
        let spent = paid - claims.flatMap(\.entries).filter { $0.kind == .repaid }.map(\.amount).sum
        if state == .ended { return .zero }
        return state.isInForce ? max(payable, spent) : spent
    }

    /// What may still be asked for.
    package var undrawn: Money {
        payable + owedToLibrary - payments.filter { $0.state != .cancelled }.map(\.amount).sum
    }

    /// Whether all that it gives has been paid: a breach then has nothing to hold.
    package var isPaidOut: Bool { paid > .zero && paid >= payable && underWay == .zero }

    /// Whether breaches have taken all that it gave, so that nothing of its amount is given any more: nothing is left
    /// to hold events for, to change or to report. `CaseState.isTakenBack`, and `grant_is_taken_back` in SQL, say the
    /// same of it.
    package var isTakenBack: Bool {
        state.isInForce && payable == .zero && conditions.allSatisfy(\.state.takesAll)
    }

    /// One of its payments; what is of another grant is missing.
    package func payment(_ id: Payment.ID) throws(Refusal) -> Payment {
        guard let payment = payments.first(where: { $0.id == id }) else { throw .missing }
        return payment
    }

    /// One of its claims; what is of another grant is missing.
    package func claim(_ id: Claim.ID) throws(Refusal) -> Claim {
        guard let claim = claims.first(where: { $0.id == id }) else { throw .missing }
        return claim
    }

    /// Whether `person` may read it: its own library, and everybody who handles cases for the region.
    package func maySee(_ person: Person) -> Bool {
        person.isOfRegionalDesk
            || person.libraries(as: .applicant, .signatory, .head, .host).contains(libraryID)
    }

    /// The whole sum is planned as soon as a grant of a fixed sum is in force.
    package var isToBePlanned: Bool { terms.payment == .fixed && payments.isEmpty && payable > .zero }
}

extension CaseState {
    /// A case that was granted, as its guards look at it. What the funding rule says of its events is asked apart, so
    /// that the refusal can name what it found.
    package init(of grant: Grant, decisionIsFinal: Bool, ended: Set<Event.ID> = [], at instant: Instant? = nil) {
        var terms = Terms()
        terms.needsAcceptance = grant.terms.needsAcceptance
        terms.paysAtOnce = grant.terms.payment == .fixed
        terms.decisionIsFinal = decisionIsFinal || !grant.terms.paysAfterAppeal
        terms.decisionIsAnnulled = grant.decisionIsAnnulled
        terms.payeeIsConfirmed = grant.account != nil
        terms.recipientGoesOn = !grant.recipientHasEnded
        let events = grant.conditions.map {
            EventStanding(
                holdsRule: true, hasEnded: ended.contains($0.eventID), condition: $0.state, bindsOn: $0.bindsOn)
        }
        let payments = grant.payments.map { PaymentStanding(state: $0.state, attestedBy: $0.attest?.by) }
        self.init(
            application: .approved, call: .closed, terms: terms, events: events,
            grant: GrantStanding(
                state: grant.state, payments: payments, claims: grant.claims.map(\.state),
                reportIsOverdue: instant.map(grant.reportIsOverdue) ?? grant.reporting.isOverdue,
                reportIsLongOverdue: instant.map(grant.reportIsLongOverdue) ?? false,
                hasComeBack: grant.hasComeBack, givesSomething: grant.payable > .zero))
    }
}
