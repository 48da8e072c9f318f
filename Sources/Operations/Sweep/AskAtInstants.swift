import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// When an instant of a funded event comes, the rule is asked of its conditions then, and not only in the next
    /// sweep. Of many instances one does it; nil: another is at it. Answers with how many conditions it has asked.
    package func askAtInstants() async throws -> Int? {
        let asked: Int? = try await change { transaction in
            guard try await transaction.claim(.instants) else { return nil }
            let now = try await transaction.now()
            let last = try await transaction.reached(.eventInstants)
            let since = last > 0 ? Instant(microseconds: last) : now.adding(microseconds: -Schedule.firstLook)
            try await transaction.turnWindows(after: since, until: now)
            let judged = try await transaction.judge(
                transaction.heldConditions(withInstantsAfter: since, until: now))
            try await transaction.raiseMore(judged.compactMap(\.fault))
            try await transaction.keep(transaction.news(of: judged))
            try await transaction.reach(now.microseconds, of: .eventInstants)
            return judged.count
        }
        if let asked, asked > 0 { _ = try await noticeRisks() }
        return asked
    }
}

extension Transaction {
    /// The window of an invitation opens or closes without anybody doing anything: then it is computed anew whether the
    /// event invites the region, and the calendar is made anew.
    fileprivate func turnWindows(after since: Instant, until instant: Instant) async throws {
        let events = try await lockEvents(windowsTurned(after: since, until: instant))
        guard !events.isEmpty else { return }
        try await showAnew(events.map(\.id))
    }
}
