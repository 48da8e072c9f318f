/// The rule that the service exists for: an event that gets regional money also invites staff of other libraries.
///
/// Source: "Ett villkor för regional finansiering är att biblioteket också bjuder in personal från andra skånska
/// bibliotek." The predicates and their severities are set out in docs/rules.md under `funded_event_invites_region`.
package enum FundingRule {
    /// How an invitation is read.
    package enum Standing: String, Sendable {
        /// Of a submission: a bound invitation counts as published as late as its host says (`publishBy`), since the
        /// decision comes later, and no later than that.
        case applied
        /// Before the decision: a bound invitation counts as published at the instant, since the decision publishes it.
        case prospective
        /// Afterwards: what stands is what counts.
        case actual
    }

    /// Everything that the rule says of an application at `instant`.
    package static func evaluate(
        _ facts: RuleFacts, at instant: Instant, standing: Standing = .prospective
    ) -> Evaluation {
        let perEvent = facts.events.flatMap { funded -> [Finding] in
            let view = EventView(funded.event, facts: facts, at: instant, standing: standing)
            return continuous(view) + [notice(view)] + evidence(view) + [time(view), hostIdentity(view)]
        }
        return Evaluation(
            evaluatedAt: instant, ruleVersion: facts.rule.version, findings: perEvent + everyEvent(facts))
    }

    /// What the rule says of an event whose condition is held: the predicates that must go on holding until it ends,
    /// and no longer (P15): after that it is judged as at its last instant. The log (P9) and the history (P15) are
    /// asked where the facts have them.
    package static func evaluateHeld(_ event: Event, facts: RuleFacts, at instant: Instant) -> Evaluation {
        let judged = min(instant, event.details.endsAt.adding(microseconds: -1))
        let view = EventView(event, facts: facts, at: judged, standing: .actual)
        let kept = [notice(view)] + evidence(view) + [projectPeriod(view), hostIdentity(view)]
        let past = facts.history.map { [continuity(of: event.id, history: $0, facts: facts, until: judged)] } ?? []
        let found = continuous(view) + kept + past
        return Evaluation(
            evaluatedAt: instant, ruleVersion: facts.rule.version,
            findings: judged < instant ? found.map(\.withoutRepair) : found)
    }

    /// P1 to P7 and P10, each in the file that bears its subject.
    static func continuous(_ view: EventView) -> [Finding] {
        [other(view), invited(view)] + closed(view) + [staff(view), inForce(view)] + overdue(view)
            + [openToAct(view)] + seats(view) + [fairness(view), reachable(view)]
    }
}

extension Event {
    /// When others could first read the invitation: nobody reads that of an event which is not published, and nobody
    /// before its window opens.
    package var firstRead: Instant? {
        guard let invited = invitation.publishedAt, let shown = publishedAt else { return nil }
        return max(invited, shown, invitation.window.visibleFrom ?? shown)
    }

    /// From when others could read the invitation with the day that stands: the notice counts from there (P8).
    package var noticeBegan: Instant? { firstRead.map { max($0, daySaidAt ?? $0) } }
}

/// One event as the predicates see it.
struct EventView {
    let event: Event
    let details: EventDetails
    let invitation: Invitation
    let facts: RuleFacts
    let instant: Instant
    let standing: FundingRule.Standing
    /// The later of the day of the event and that of the instant: by then whoever merges has merged.
    let day: Day
    /// Who hosts, each as its principal of that day.
    let hosts: Set<Library.ID>
    /// G: the hosts, and whoever is on a joint board with one of them.
    let own: Set<Library.ID>
    /// Others = M − G, without the hosts of the day of the decision while a condition binds.
    let others: Set<Library.ID>
    /// Whom a list names, a branch counting as its library and a library that has merged as its successor.
    let named: Set<Library.ID>
    /// The invited whom no mail has reached.
    let missed: Set<Library.ID>
    /// Invited = the others whom the invitation reaches.
    let invited: Set<Library.ID>

    init(_ event: Event, facts: RuleFacts, at instant: Instant, standing: FundingRule.Standing) {
        self.event = event
        self.details = event.details
        self.invitation = event.invitation
        self.facts = facts
        self.instant = instant
        self.standing = standing
        let region = facts.region
        let day = region.judgedDay(of: event, at: instant)
        self.day = day
        hosts = region.principals(of: event.hosts, on: day)
        own = region.own(event.hosts, on: day)
        others = region.others(of: event, besides: facts.hostsOfItsDay ?? Set(event.hosts), at: instant)
        let branches = event.invitation.branches.compactMap { region.libraryOfBranch[$0] }
        named = region.principals(of: event.invitation.libraries + branches, on: day)
        switch event.invitation.scope {
        case .all, .public: invited = others
        case .own: invited = []
        case .list: invited = others.intersection(named)
        }
        missed = invited.subtracting(region.principals(of: facts.delivered[event.id] ?? [], on: day))
    }

    /// The invited who are not of the hosts today. A host that has come later stays invited, and is not another library.
    var invitedOthers: Set<Library.ID> { invited.subtracting(own) }

    func holds(_ predicate: Predicate, _ severity: Severity = .core) -> Finding {
        Finding(predicate, severity, .holds, event: event.id, reason: .holds)
    }

    func fails(
        _ predicate: Predicate, _ reason: Finding.Reason, severity: Severity = .core,
        libraries: some Sequence<Library.ID> = [], repair: Finding.Repair? = nil
    ) -> Finding {
        let isOver = event.isCancelled || event.publishedAt != nil && details.endsAt <= instant
        return Finding(
            predicate, severity, .fails, event: event.id, reason: reason, libraries: libraries.sorted(),
            repair: isOver ? nil : repair)
    }

    func unknown(
        _ predicate: Predicate, _ reason: Finding.Reason, severity: Severity = .core,
        libraries: some Sequence<Library.ID> = []
    ) -> Finding {
        Finding(predicate, severity, .unknown, event: event.id, reason: reason, libraries: libraries.sorted())
    }

    /// The state that a repair gives the invitation: what it is, or bound where it was nothing yet.
    var repairedState: Invitation.State {
        if standing == .actual { return .published }
        return invitation.state == .published ? .published : .bound
    }

    var firstRead: Instant? { event.firstRead }

    /// The instant at which an invitation that is bound counts as published.
    var assumed: Instant {
        guard standing == .applied, invitation.state == .bound, let latest = invitation.window.publishBy else {
            return instant
        }
        return max(instant, latest)
    }

    /// When others read of it and of its day, at the latest that is known.
    var readAt: Instant { event.noticeBegan ?? max(assumed, invitation.window.visibleFrom ?? assumed) }

    var inviteAllOthers: Finding.Repair { .inviteAllOthers(event.id, state: repairedState) }
}
