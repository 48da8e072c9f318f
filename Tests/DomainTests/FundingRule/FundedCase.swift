import Domain

/// Lund's application for one lecture or more, to which the funding rule has nothing to say unless a test changes it.
///
/// The call asks for what the examples of docs/rules.md do: all invited, 14 days' notice, 5 seats for others, at most
/// half of the seats for own staff.
struct FundedCase {
    var now = clock("2027-03-01T12:00")
    var applicant = Skane.lund
    var details = lecture()
    var status = Event.Status.published(at: clock("2027-02-01T12:00"))
    var scope = Invitation.Scope.all
    var state = Invitation.State.published
    var libraries: [Library.ID] = []
    var branches: [Branch.ID] = []
    var window = Invitation.Window.always
    var publishedAt: Instant? = clock("2027-02-01T12:00")
    var confirmed: [Library.ID] = []
    var daySaidAt: Instant?
    var hostsOfItsDay: Set<Library.ID>?
    var promisedSeats: PromisedSeats?
    /// Further events, beside the one that is described above.
    var more: [Event] = []
    var share = Money.kronor(20_000)
    var requested = Money.kronor(20_000)
    var withoutEvent = Money.zero
    var rule = CallRule()
    var members = Skane.members
    var successions: [RegionFacts.Succession] = []
    var boards: [RegionFacts.BoardSeat] = []
    var project: (from: Day?, to: Day?) = (nil, nil)

    init(_ change: (inout FundedCase) -> Void = { _ in }) {
        change(&self)
    }

    var invitation: Invitation {
        Invitation(
            scope: scope, state: state, libraries: libraries, branches: branches,
            publishedAt: state == .published ? publishedAt : nil, window: window)
    }

    var event: Event { event(number: 1) }

    /// The event described, as another of the same kind.
    func event(number: Int) -> Event {
        Event(
            id: Event.ID(number: number), calendarUID: "\(number)@test.example", details: details, status: status,
            invitation: invitation, invitesRegion: false, sequence: 0, version: 1, createdAt: now, changedAt: now,
            confirmedCoHosts: confirmed, daySaidAt: daySaidAt)
    }

    var facts: RuleFacts {
        RuleFacts(
            applicant: applicant, requestedAmount: requested, withoutEvent: withoutEvent,
            events: [FundedEvent(event: event, costShare: share)]
                + more.map { FundedEvent(event: $0, costShare: .zero) },
            region: Skane.region(members, successions, boards), rule: rule, projectStartsOn: project.from,
            projectEndsOn: project.to,
            hostsOfItsDay: hostsOfItsDay, promisedSeats: promisedSeats)
    }

    /// What the rule says before the decision.
    var evaluation: Evaluation { FundingRule.evaluate(facts, at: now) }
    /// What the rule says while the condition is held.
    var held: Evaluation { FundingRule.evaluateHeld(event, facts: facts, at: now) }
    /// What stands in the way of an approval.
    var obstacles: [Finding] { evaluation.blocking }

    /// All that was found of one predicate, before the decision.
    func findings(_ predicate: Predicate) -> [Finding] { evaluation.findings.filter { $0.predicate == predicate } }
}

/// A finding of the case's first event, as the tests expect it.
func fails(
    _ predicate: Predicate, _ severity: Severity, _ reason: Finding.Reason, libraries: [Library.ID] = [],
    repair: Finding.Repair? = nil, event number: Int = 1
) -> Finding {
    Finding(
        predicate, severity, .fails, event: Event.ID(number: number), reason: reason, libraries: libraries,
        repair: repair)
}

/// That a predicate holds.
func holds(_ predicate: Predicate, _ severity: Severity = .core) -> Finding {
    Finding(predicate, severity, .holds, event: Event.ID(number: 1), reason: .holds)
}

/// The repair that invites everybody.
func inviteAll(_ state: Invitation.State, event number: Int = 1) -> Finding.Repair {
    .inviteAllOthers(Event.ID(number: number), state: state)
}
