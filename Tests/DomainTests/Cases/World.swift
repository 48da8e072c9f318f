import Domain

/// Where a small case begins, and what may change in it that nobody does. One world of everything would have too many
/// states to walk; several small ones see every row of the tables taken and every guard refuse.
struct World: Sendable {
    let name: String
    let start: CaseState
    let changes: Set<Change>
    var cast = CaseActor.everybody
    /// A decision is where it ends: what follows is walked in the other worlds.
    var endsAtTheDecision = false
    /// What was repaid or written off may be taken back there.
    var keepsClaims = false

    /// What no one does, or what somebody does outside of the tables.
    enum Change: Sendable, CaseIterable {
        case callOpens, callCloses, eventsEnd, timeToAnswerPasses, offerLapses, courtAnnuls
        case completionGetsOverdue, requestIsCompleted, reviewsAreDone, moneyComesAndGoes, recipientEnds
        case accountIsConfirmed, decisionGetsFinal, reportGetsOverdue
        /// What is waived and binds on fails in another way, past its host: a library closes.
        case waivedFailsAnew
    }

    /// Those of the ordinary suite; where SAMLYFT_MODEL_CHECK says so, the two events with everybody too.
    static let ordinary = [twoEvents, oneEvent, terms, money, report, waiver]

    private static let open = CaseState.EventStanding(holdsRule: false)

    /// Two events and a third that takes the place of a cancelled one, from the draft to the end. Nobody of them has two
    /// roles, and no court annuls: that is in the next two.
    static let twoEvents = World(
        name: "two events", start: CaseState(call: .announced, events: [open, open]),
        changes: fromTheDraft.subtracting([.courtAnnuls]), cast: CaseActor.oneOfEachRole)

    /// The same with everybody, whose roles and conflicts stand in each other's way.
    static let twoEventsWithEverybody = World(
        name: "two events, everybody", start: CaseState(call: .announced, events: [open, open]), changes: fromTheDraft)

    /// One event, and one that takes its place, with everybody.
    static let oneEvent = World(
        name: "one event, everybody", start: CaseState(call: .announced, events: [open]), changes: fromTheDraft)

    private static let fromTheDraft: Set<Change> = [
        .callOpens, .callCloses, .eventsEnd, .timeToAnswerPasses, .offerLapses, .courtAnnuls,
    ]

    /// What the call asks of an application, until it is decided.
    static let terms = World(
        name: "the call's terms",
        start: {
            var terms = CaseState.Terms()
            (terms.isComplete, terms.reviewsAreDone, terms.hasMoneyLeft) = (false, false, false)
            return CaseState(call: .announced, terms: terms, events: [open])
        }(),
        changes: [
            .callOpens, .callCloses, .completionGetsOverdue, .requestIsCompleted, .reviewsAreDone, .moneyComesAndGoes,
            .recipientEnds,
        ],
        endsAtTheDecision: true)

    /// A grant that nobody has to accept, whose money is drawn, to an account that nobody has named, once nobody can
    /// appeal any more.
    static let money = World(
        name: "drawn money",
        start: {
            var terms = CaseState.Terms()
            (terms.needsAcceptance, terms.paysAtOnce, terms.payeeIsConfirmed, terms.decisionIsFinal) =
                (false, false, false, false)
            return granted(terms)
        }(),
        changes: [.accountIsConfirmed, .decisionGetsFinal, .eventsEnd, .timeToAnswerPasses],
        cast: CaseActor.oneOfEachRole, keepsClaims: true)

    /// A grant whose report does not come.
    static let report = World(
        name: "a late report", start: granted(CaseState.Terms()),
        changes: [.reportGetsOverdue, .eventsEnd, .timeToAnswerPasses], cast: CaseActor.oneOfEachRole)

    /// A grant whose broken condition is waived, and broken anew by nobody.
    static let waiver = World(
        name: "a waiver", start: granted(CaseState.Terms()),
        changes: [.waivedFailsAnew, .eventsEnd, .timeToAnswerPasses], cast: CaseActor.oneOfEachRole)

    /// The same while its event is to come.
    static let waiverBeforeTheEvent = World(
        name: "a waiver before the event", start: granted(CaseState.Terms()),
        changes: [.waivedFailsAnew, .timeToAnswerPasses], cast: CaseActor.oneOfEachRole)

    private static func granted(_ terms: CaseState.Terms) -> CaseState {
        let officer = Person.ID(number: 2)
        return CaseState(
            application: .approved, preparers: [officer],
            recommendation: CaseState.Advice(by: officer, isForThisVersion: true), call: .closed, terms: terms,
            events: [CaseState.EventStanding(holdsRule: true, condition: .held)], grant: CaseState.GrantStanding())
    }
}

extension CaseActor {
    /// One person of each role, the second of finance, and the clock.
    static let oneOfEachRole: [CaseActor] = [
        .person(Person.ID(number: 1), roles: [.host], isImpartial: false),
        .person(Person.ID(number: 7), roles: [.signatory], isImpartial: false),
        .person(Person.ID(number: 2), roles: [.caseOfficer], isImpartial: true),
        .person(Person.ID(number: 3), roles: [.decisionMaker], isImpartial: true),
        .person(Person.ID(number: 5), roles: [.finance], isImpartial: true),
        .person(Person.ID(number: 8), roles: [.finance], isImpartial: true),
        .clock,
    ]

    /// Besides them one who has every role of the region, in place of the second of finance, and one who is partial.
    static let everybody: [CaseActor] =
        oneOfEachRole.filter { $0.person != Person.ID(number: 8) } + [
            .person(Person.ID(number: 4), roles: [.caseOfficer, .decisionMaker, .finance], isImpartial: true),
            .person(Person.ID(number: 6), roles: [.caseOfficer, .decisionMaker], isImpartial: false),
        ]
}

extension World {
    /// What may come without anybody's move: the call opens and closes, an event ends, the time to answer passes, a
    /// court annuls.
    func passing(of state: CaseState) -> [CaseModel.Step] {
        var steps: [CaseModel.Step] = []
        for change in changes {
            for next in after(change, state) where next != state {
                steps.append(CaseModel.Step(what: .change(change), to: next.plain(in: self)))
            }
        }
        return steps
    }

    private func after(_ change: Change, _ state: CaseState) -> [CaseState] {
        switch change {
        case .callOpens, .callCloses, .requestIsCompleted, .reviewsAreDone, .moneyComesAndGoes,
            .completionGetsOverdue, .recipientEnds:
            beforeTheDecision(change, state)
        default: state.grant.map { ofAGrant(change, state, $0) } ?? []
        }
    }

    private func beforeTheDecision(_ change: Change, _ state: CaseState) -> [CaseState] {
        var next = state
        switch change {
        case .callOpens: if state.call == .announced { next.call = .open }
        case .callCloses: if state.call == .open { next.call = .closed }
        case .requestIsCompleted: next.terms.isComplete = true
        case .reviewsAreDone: next.terms.reviewsAreDone = true
        case .moneyComesAndGoes: next.terms.hasMoneyLeft.toggle()
        case .recipientEnds: next.terms.recipientGoesOn = false
        default: if state.application == .completionRequested { next.terms.completionIsOverdue = true }
        }
        return [next]
    }

    private func ofAGrant(_ change: Change, _ state: CaseState, _ grant: CaseState.GrantStanding) -> [CaseState] {
        var next = state
        let isInForce = grant.state.isInForce
        switch change {
        case .courtAnnuls:
            if grant.state != .ended, grant.state != .repaymentDemanded { next.terms.decisionIsAnnulled = true }
        case .accountIsConfirmed: if isInForce { next.terms.payeeIsConfirmed = true }
        case .decisionGetsFinal: next.terms.decisionIsFinal = true
        case .reportGetsOverdue:
            guard grant.state == .active || grant.state == .changeRequested else { return [] }
            next.grant?.reportIsLongOverdue = grant.reportIsOverdue
            next.grant?.reportIsOverdue = true
        case .waivedFailsAnew:
            guard isInForce else { return [] }
            for index in next.events.indices where next.events[index].bindsOn {
                (next.events[index].holdsRule, next.events[index].isForgiven) = (false, false)
            }
        case .eventsEnd:
            guard isInForce else { return [] }
            for index in next.events.indices where !next.events[index].isCancelled {
                next.events[index].hasEnded = true
            }
        default:
            guard isInForce else { return [] }
            return state.events.indices.map { index in
                var next = state
                if change == .offerLapses {
                    next.events[index].newDateIsOffered = false
                } else {
                    next.events[index].hostWasHeard = next.events[index].condition?.holdsPayments == true
                }
                return next
            }
        }
        return [next]
    }
}
