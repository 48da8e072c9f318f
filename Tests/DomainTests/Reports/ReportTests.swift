import Testing

@testable import Domain

@Suite struct `What a grant comes to` {
    private func grant(_ amount: Money, decided: Money? = nil, paid: Money = .zero) -> Grant {
        let payment = Payment(
            id: Payment.ID(), number: 1, amount: paid, state: .paid, plannedAt: Instant(microseconds: 0))
        return Grant(
            id: Grant.ID(), applicationID: GrantApplication.ID(), callID: Call.ID(), libraryID: Library.ID(),
            amount: amount, decided: decided, state: .reported, paymentHold: false, conditions: [],
            awardedAt: Instant(microseconds: 0), version: 1, payments: paid > .zero ? [payment] : [])
    }

    private func unspent(
        cost: Int, planned: Int, granted: Int, paid: Int, other: Int? = nil
    ) -> UnspentMoney {
        UnspentMoney(
            Report(outcome: [.init(kind: .fee, amount: .kronor(cost))], otherFunding: other.map(Money.kronor)),
            budget: [.init(kind: .fee, amount: .kronor(planned))], grant: grant(.kronor(granted), paid: .kronor(paid)))
    }

    @Test(arguments: [
        // cost, planned, granted, paid, other funding: entitled, claimed, released
        [30, 30, 30, 30, 0, 30, 0, 0],
        [18, 30, 30, 30, 0, 18, 12, 0],
        [40, 30, 30, 30, 0, 30, 0, 0],
        [18, 30, 30, 0, 0, 18, 0, 30],
        [18, 30, 30, 20, 0, 18, 2, 10],
        [20, 30, 15, 15, 0, 10, 5, 0],
        [30, 30, 30, 30, 12, 18, 12, 0],
        [10, 30, 30, 30, 20, 0, 30, 0],
        [0, 30, 30, 30, 0, 0, 30, 0],
    ])
    func `is the granted share of the costs, never more than was granted nor what others paid`(_ row: [Int]) {
        let found = unspent(cost: row[0], planned: row[1], granted: row[2], paid: row[3], other: row[4])
        #expect(found.entitled == .kronor(row[5]))
        #expect(found.claimed == .kronor(row[6]))
        #expect(found.released == .kronor(row[7]))
    }

    @Test func `is the share that was decided first, also after a change to less`() {
        let found = UnspentMoney(
            Report(outcome: [.init(kind: .fee, amount: .kronor(18))]),
            budget: [.init(kind: .fee, amount: .kronor(30))],
            grant: grant(.kronor(18), decided: .kronor(30), paid: .kronor(18)))
        #expect(found.entitled == .kronor(18))
        #expect(found.claimed == .zero)
    }
}

@Suite struct `A report is due` {
    private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test func `so many days after the last event, at the end of the day in Stockholm, over a change of the clock`()
        throws
    {
        // The evening before summer time ends: 42 days on, the day is an hour longer than 24 hours times 42.
        let end = try instant("2026-10-24T21:30:00Z")
        let due = GrantTerms(reportDays: 1).reportDueOn(lastEventEndsAt: end)
        #expect(due == (try day("2026-10-25")))
        #expect(Stockholm.start(of: due.adding(days: 1)) == (try instant("2026-10-25T23:00:00Z")))
        let spring = GrantTerms(reportDays: 1).reportDueOn(lastEventEndsAt: try instant("2027-03-27T22:59:59Z"))
        #expect(spring == (try day("2027-03-28")))
        #expect(Stockholm.start(of: spring.adding(days: 1)) == (try instant("2027-03-28T22:00:00Z")))
    }

    @Test func `on the call's own day, never before the last event, and on the day that a returned one was given`()
        throws
    {
        let end = try instant("2026-06-01T10:00:00Z")
        let terms = GrantTerms(reportDays: 42)
        #expect(terms.reportDueOn(lastEventEndsAt: end) == (try day("2026-07-13")))
        #expect(terms.reportDueOn(lastEventEndsAt: end, named: try day("2026-08-01")) == (try day("2026-08-01")))
        #expect(terms.reportDueOn(lastEventEndsAt: end, named: try day("2026-05-01")) == (try day("2026-06-01")))
        #expect(
            terms.reportDueOn(lastEventEndsAt: end, named: try day("2026-08-01"), given: try day("2026-09-01"))
                == (try day("2026-09-01")))
    }

    @Test(arguments: Grant.State.allCases)
    func `and overdue from the next midnight on, while the grant waits for it`(_ state: Grant.State) throws {
        let grant = Grant(
            id: Grant.ID(), applicationID: GrantApplication.ID(), callID: Call.ID(), libraryID: Library.ID(),
            amount: .kronor(1), state: state, paymentHold: false, conditions: [],
            awardedAt: Instant(microseconds: 0), version: 1,
            reporting: Grant.Reporting(dueOn: try day("2026-10-25")))
        let midnight = try instant("2026-10-25T23:00:00Z")
        #expect(!grant.reportIsOverdue(at: Instant(microseconds: midnight.microseconds - 1)))
        #expect(grant.reportIsOverdue(at: midnight) == (state == .active || state == .changeRequested))
    }
}

@Suite struct `Outcome evidence` {
    private let event = Event.ID()
    private func facts(_ invited: [Library.ID]) -> [Report.EventFacts] {
        [
            Report.EventFacts(
                eventID: event, title: "Läslust", startsAt: Instant(microseconds: 0), endsAt: Instant(microseconds: 1),
                attendance: .onsite, place: "", costShare: .kronor(1), invited: invited, publishedAt: nil, loggedAt: nil
            )
        ]
    }

    @Test func `is all that is asked for of an event that was carried out, and nothing of another`() {
        var told = Report.EventOutcome(eventID: event, carriedOut: true)
        func reasons(_ invited: [Library.ID]) -> [Finding.Reason] {
            FundingRule.outcome(of: Report(events: [told]), facts: facts(invited)).filter(\.blocks).map(\.reason)
        }
        #expect(
            reasons([]) == [.invitedAreNotListed, .registeredAreNotTold, .refusedAreNotTold, .attendedAreNotTold])
        told.guests = [Report.Guests(libraryID: Library.ID(), registered: 0, attended: 0)]
        told.refused = 0
        #expect(reasons([Library.ID()]).isEmpty, "that nobody came is no fault")
        told = Report.EventOutcome(eventID: event, carriedOut: false)
        #expect(reasons([]).isEmpty)
    }

    @Test func `hints at more guests than had registered, and blocks nothing for it`() {
        let (one, other) = (Library.ID(), Library.ID())
        func findings(_ registered: Int?, _ attended: Int?) -> [Finding] {
            let told = Report.EventOutcome(
                eventID: event, carriedOut: true,
                guests: [
                    Report.Guests(libraryID: one, registered: 4, attended: 4),
                    Report.Guests(libraryID: other, registered: registered, attended: attended),
                ], refused: 0)
            return FundingRule.outcome(of: Report(events: [told]), facts: facts([one]))
        }
        let found = findings(4, 5)
        #expect(found.map(\.reason) == [.holds, .moreAttendedThanRegistered] && !found.contains(where: \.blocks))
        #expect(found.last?.libraries == [other])
        for (registered, attended) in [(5, 5), (nil, 5), (5, nil)] as [(Int?, Int?)] {
            #expect(findings(registered, attended).map(\.reason) == [.holds])
        }
    }

    @Test func `has no count that no library could have`() {
        func fields(_ count: Int) -> [String] {
            var errors = FieldErrors()
            Report(
                events: [
                    Report.EventOutcome(
                        eventID: event,
                        guests: [Report.Guests(libraryID: Library.ID(), registered: count, attended: count)])
                ]
            ).validate(&errors, of: facts([]))
            return errors.all.map(\.field)
        }
        #expect(fields(1_000) == [])
        #expect(fields(1_001) == ["events[0].guests[0].registered", "events[0].guests[0].attended"])
        #expect(fields(.max).count == 2)
    }
}
