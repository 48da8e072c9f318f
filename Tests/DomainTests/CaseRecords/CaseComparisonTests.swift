import Domain
import RuleSnapshots
import Testing

@Suite struct `What has changed in a case` {
    @Test func `is nothing while nothing has`() {
        let received = Records.application([Records.record()])
        let comparison = received.compared(to: Records.application([Records.record(version: 4)]))
        #expect(comparison.isUnchanged && !comparison.touchesRule && !comparison.recommendationIsStale)
    }

    @Test func `is told of the application, with a mark on what the rule reads`() {
        let received = Records.application([Records.record()])
        let words = received.compared(to: Records.application([Records.record()]) { $0.purpose = "Annat" })
        #expect(words.application.map(\.field) == [.purpose])
        #expect(!words.isUnchanged && !words.touchesRule)
        let money = received.compared(to: Records.application([Records.record()]) { $0.requestedAmount = .kronor(1) })
        #expect(money.application.map(\.field) == [.requestedAmount])
        #expect(money.touchesRule)
    }

    @Test func `says which events have come and gone, and that the rule reads that`() {
        let (one, other) = (Records.record(), Records.record(FundedCase().event(number: 2)))
        let comparison = Records.application([one]).compared(to: Records.application([other]))
        #expect(comparison.events.map(\.before) == [1, nil])
        #expect(comparison.events.map(\.now) == [nil, 1])
        #expect(comparison.application.map(\.field) == [.costShares])
        #expect(comparison.touchesRule && !comparison.isUnchanged)
    }

    @Test func `leaves out what an approval does itself, and nothing that a host does`() {
        let bound = Records.record { ($0.status, $0.state) = (.draft, .bound) }
        let published = Records.record(version: 2)
        func compared(_ now: EventRecord, isApproved: Bool) -> CaseComparison {
            Records.application([bound]).compared(to: Records.application([now]), isApproved: isApproved)
        }
        #expect(compared(published, isApproved: true).isUnchanged)
        #expect(
            compared(published, isApproved: false).events[0].changes.map(\.change.field)
                == [.status, .invitationState, .readableSince])
        let narrowed = Records.record(version: 3) { $0.scope = .own }
        #expect(
            compared(narrowed, isApproved: true).events[0].changes.map(\.change.field) == [.invitationScope, .invitees])
        let cancelled = Records.record(version: 3) {
            $0.status = .cancelled(at: Records.now, reason: "Sjuk", publishedAt: Records.now)
        }
        #expect(compared(cancelled, isApproved: true).events[0].changes.contains { $0.change.field == .status })
    }

    @Test func `makes a recommendation stale as soon as an event shows something else, be it in which version`() {
        let received = Records.application([Records.record()])
        let id = Records.record().id
        let now = Records.application([Records.record(version: 2)])
        let versions = [id: [Records.version(1), Records.version(2)]]
        let stale = received.compared(to: now, versions: versions, recommended: [id: 1])
        #expect(!stale.recommendationIsStale && stale.isUnchanged)
        let renamed = [id: [Records.version(1) { $0.details.title = "En annan" }, Records.version(2)]]
        let seen = received.compared(to: now, versions: renamed, recommended: [id: 1])
        #expect(seen.recommendationIsStale && seen.isUnchanged, "as it was received again")
        #expect(!received.compared(to: now, versions: renamed, recommended: [id: 2]).recommendationIsStale)
        #expect(received.compared(to: now, recommended: [id: 1]).recommendationIsStale, "nobody knows what was seen")
    }
}

@Suite struct `What the rule reads` {
    /// Thousands of random events, each with one part of another: where no fact has changed that is said to be read by
    /// the rule, the rule says the same; and the marks are not on everything.
    @Test func `is marked: as long as nothing marked has changed, the rule says the same`() {
        var random = SeededGenerator(seed: 20_270_301)
        var (quiet, marked) = (0, 0)
        for _ in 0..<6000 {
            let given = Snapshot(using: &random)
            var other = given
            guard let first = given.events.first else { continue }
            other.events[0].event = Self.changed(
                first.event, like: Snapshot(using: &random).events.first?.event, &random)
            let region = given.facts.region
            let records = [first.event, other.events[0].event].map {
                EventRecord($0, region: region, names: UnitNames([:]), at: given.now)
            }
            let changes = records[0].compared(to: records[1]).changes
            guard !changes.contains(where: \.change.field.isReadByRule) else {
                marked += 1
                continue
            }
            quiet += 1
            #expect(given.evaluation.said == other.evaluation.said)
            #expect(
                FundingRule.evaluateHeld(first.event, facts: given.facts, at: given.now).said
                    == FundingRule.evaluateHeld(other.events[0].event, facts: given.facts, at: given.now).said)
        }
        #expect(quiet > 800 && marked > 800, "\(quiet) quiet and \(marked) marked")
    }

    /// `event` with one part of another.
    private static func changed(_ event: Event, like other: Event?, _ random: inout SeededGenerator) -> Event {
        guard let other else { return event }
        var (details, status, invitation) = (event.details, event.status, event.invitation)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: details.title = "Ny titel"
        case 1: details.kind = .workshop
        case 2: details.summary = "Ny"
        case 3: details.prices.others = .kronor(500)
        case 4: details.seats = other.details.seats
        case 5: details.registration = other.details.registration
        case 6: details.audience = other.details.audience
        case 7: (details.venue, details.attendance) = (other.details.venue, other.details.attendance)
        case 8: (details.startsAt, details.endsAt) = (other.details.startsAt, other.details.endsAt)
        case 9: invitation = other.invitation
        case 10: status = other.status
        default: details.onlineURL = other.details.onlineURL
        }
        return Event(
            id: event.id, calendarUID: event.calendarUID, details: details, status: status, invitation: invitation,
            invitesRegion: false, sequence: 0, version: 2, createdAt: event.createdAt, changedAt: event.changedAt,
            confirmedCoHosts: event.confirmedCoHosts)
    }
}

extension Evaluation {
    /// What it says, without the repairs: those repeat the event as it is.
    fileprivate var said: [String] {
        findings.map { "\($0.predicate) \($0.severity) \($0.verdict) \($0.reason) \($0.libraries)" }
    }
}
