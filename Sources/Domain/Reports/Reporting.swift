extension Grant {
    /// Where the report of a grant stands in time, and how long the case is kept once it is closed.
    package struct Reporting: Sendable, Equatable {
        /// The last day on which the report is in time.
        package let dueOn: Day?
        /// Whether that day had passed, with no report sent, when the grant was read.
        package let isOverdue: Bool
        /// The region has sent it back and waits for another.
        package let isReturned: Bool
        package let closedOn: Day?
        /// The day from which the case may be destroyed; nil: it is kept for ever, or not closed yet.
        package let keepUntil: Day?
        /// The disposal decision by which it is kept so long.
        package let disposalDecision: String?

        package init(
            dueOn: Day? = nil, isOverdue: Bool = false, isReturned: Bool = false, closedOn: Day? = nil,
            keepUntil: Day? = nil, disposalDecision: String? = nil
        ) {
            self.dueOn = dueOn
            self.isOverdue = isOverdue
            self.isReturned = isReturned
            self.closedOn = closedOn
            self.keepUntil = keepUntil
            self.disposalDecision = disposalDecision
        }

        /// Days without a report after its day, until the region may demand the money back (G14; *ours*).
        package static let daysUntilDemand = 30
    }

    /// Whether its report is overdue at `instant`: its last day is over in Stockholm, and none has been sent.
    package func reportIsOverdue(at instant: Instant) -> Bool { reportIsOverdue(byDays: 1, at: instant) }

    /// Whether it has been overdue so long that the region may end the grant for that alone (G14).
    package func reportIsLongOverdue(at instant: Instant) -> Bool {
        reportIsOverdue(byDays: Reporting.daysUntilDemand + 1, at: instant)
    }

    private func reportIsOverdue(byDays days: Int, at instant: Instant) -> Bool {
        guard state == .active || state == .changeRequested, !isTakenBack, let due = reporting.dueOn else {
            return false
        }
        return Stockholm.start(of: due.adding(days: days)) <= instant
    }

    /// The conditions whose shares a demand takes back at `instant`: the broken ones; all that bind where the report is
    /// long overdue; all of which anything is given where a court has taken the decision away.
    package func conditionsAtStake(at instant: Instant) -> [Condition] {
        let isLongOverdue = reportIsLongOverdue(at: instant)
        return conditions.filter { condition in
            condition.given > .zero
                && (condition.bindsOn && isLongOverdue
                    || condition.state.isAtStake(
                        reportIsLongOverdue: isLongOverdue, decisionIsAnnulled: decisionIsAnnulled))
        }
    }
}

extension GrantTerms {
    /// The last day on which a report is in time. `named` is the call's own day, which never comes before the last
    /// event has ended; `given` is the day that a returned report was given instead. The service's queries follow
    /// `report_due_on` in SQL, and a test holds the two together.
    package func reportDueOn(lastEventEndsAt end: Instant, named: Day? = nil, given: Day? = nil) -> Day {
        let last = Stockholm.day(end)
        return given ?? named.map { max($0, last) } ?? last.adding(days: reportDays)
    }
}
