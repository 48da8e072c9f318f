/// What lies between a breach and a cure. That the rule holds for an event as it stands is not enough: what a change
/// has ended or raised, and what others have missed meanwhile, no look at the event alone can show.
package struct Mending: Sendable {
    /// Every state of the event since the condition binds, or was cured, up to the first breach that is open.
    private let before: [PastEvent]
    /// Every state since.
    private let since: [PastEvent]
    private let brokenAt: Instant
    private let facts: RuleFacts
    private let instant: Instant

    package init(_ history: [PastEvent], brokenAt: Instant, facts: RuleFacts, at instant: Instant) {
        let kept = max(history.prefix { $0.since <= brokenAt }.count, min(1, history.count))
        before = Array(history.prefix(kept))
        since = Array(history.dropFirst(kept))
        self.brokenAt = brokenAt
        self.facts = facts
        self.instant = instant
    }

    /// Whether nothing is left of the breach, nor of a gap before it.
    package var isWhole: Bool {
        guard let promised = before.last?.event, let now = (since.last ?? before.last)?.event else { return false }
        return !hasEnded && !hadAGap && changes(from: promised, to: now).isEmpty
            && registrationIsBack(promised, now) && noticeIsGiven(promised, now)
    }

    /// Once the event has ended nothing is mended, also where it is said to end later after that.
    private var hasEnded: Bool {
        let states = before + since
        return states.indices.contains { index in
            let until = index + 1 < states.count ? states[index + 1].since : instant
            return states[index].event.details.endsAt <= until
        }
    }

    /// A gap that was over when the breach was told of (P15). What failed on until then is the breach itself.
    private var hadAGap: Bool {
        FundingRule.moments(of: before, facts: facts, until: brokenAt)
            .reversed().drop { $0 == .fails }.contains { $0 != .holds }
    }

    /// What a change from what was promised to what is now would end or raise.
    private func changes(from promised: Event, to now: Event) -> [Finding] {
        closed(from: promised, to: now, at: instant)
            + FundingRule.dearerByChange(from: promised, to: now, rule: facts.rule)
    }

    private func closed(from promised: Event, to now: Event, at instant: Instant) -> [Finding] {
        FundingRule.closedByChange(from: promised, to: now, at: instant, noticeDays: facts.rule.noticeDays)
    }

    /// A registration that was ended is open again, also where it would be over by now, and others have the notice of
    /// the call to register in, or as long as was promised, without the time for which it lay closed (*ours*).
    private func registrationIsBack(_ promised: Event, _ now: Event) -> Bool {
        let wasEnded = since.contains { past in
            closed(from: promised, to: past.event, at: past.since).contains { $0.reason == .registrationHasClosed }
        }
        guard wasEnded else { return true }
        let read = promised.firstRead ?? brokenAt
        let opened = max(read, promised.details.registration.opensAt ?? read)
        func span(_ start: Instant, _ end: Instant) -> Int { max(0, end.microseconds - start.microseconds) }
        let had = span(min(opened, brokenAt), brokenAt)
        let left = span(max(instant, now.details.registration.opensAt ?? instant), now.details.othersClose)
        let notice = span(opened, opened.adding(days: facts.rule.noticeDays))
        return left > 0 && had + left >= min(notice, span(opened, promised.details.othersClose))
    }

    /// Whoever was promised an invitation, was left out and is invited again has the notice anew (P8).
    private func noticeIsGiven(_ promised: Event, _ now: Event) -> Bool {
        let outOf = since.lastIndex { !$0.event.invitation.reaches(promised.invitation) }
        guard let outOf, outOf + 1 < since.count else { return true }
        return now.details.startsAt >= since[outOf + 1].since.adding(days: facts.rule.noticeDays)
    }
}
