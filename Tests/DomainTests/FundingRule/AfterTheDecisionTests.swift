import Domain
import Testing

extension `Funded event invites region` {
    @Suite struct `P7 nobody pays more for working elsewhere` {
        private func found(_ own: Int, _ others: Int, _ rule: CallRule = CallRule()) -> [Finding] {
            FundedCase {
                $0.details.prices = Prices(own: .kronor(own), others: .kronor(others))
                $0.rule = rule
            }.findings(.fairness)
        }

        @Test func `R17 a price for others above that for own staff is refused`() {
            #expect(found(0, 500) == [fails(.fairness, .call, .othersPayMore)])
            #expect(found(500, 500) == [holds(.fairness, .call)])
            #expect(found(500, 0) == [holds(.fairness, .call)])
            #expect(found(0, 500, CallRule(othersPayNoMore: false)) == [holds(.fairness, .call)])
        }
    }

    @Suite struct `P9 the invitation has reached the libraries` {
        @Test func `by the calendar, where the call takes it`() {
            #expect(FundedCase().findings(.evidence) == [holds(.evidence, .call)])
            let none = FundedCase { $0.rule = CallRule(calendarIsChannel: false) }
            #expect(none.evaluation.verdict == .unknown)
            #expect(none.obstacles.map(\.reason) == [.noChannelIsAccepted])
            #expect(none.obstacles.first?.libraries == Skane.others.sorted())
        }

        @Test func `R36 or by mail to each of them, which has three days and is named where it has not come`() {
            let given = FundedCase { $0.rule = CallRule(calendarIsChannel: false) }
            let read = clock("2027-02-01T12:00")
            func held(_ missed: Set<Library.ID>, _ instant: Instant, _ isLogged: Bool? = true) -> [Finding] {
                let facts = given.facts.with(
                    isLogged: isLogged, delivered: Set(Skane.others).subtracting(missed), history: nil)
                return FundingRule.evaluateHeld(given.event, facts: facts, at: instant).blocking
            }
            let late = read.adding(days: 3)
            #expect(held([], late) == [] && held([Skane.malmo], late.adding(microseconds: -1)) == [])
            #expect(held([Skane.malmo], late, nil) == [], "not asked")
            let found = held([Skane.malmo, Skane.perstorp], late)
            #expect(found.map(\.reason) == [.invitationIsNotDelivered])
            #expect(found.first?.libraries == [Skane.perstorp, Skane.malmo].sorted())
            let sent = given.facts.with(isLogged: nil, delivered: Set(Skane.others), history: nil)
            #expect(FundingRule.evaluate(sent, at: given.now).verdict == .holds, "all of it was sent before")
        }

        @Test func `and after the decision by the calendar's log`() {
            func held(_ isLogged: Bool?) -> [Finding.Reason] {
                let given = FundedCase()
                let facts = given.facts.with(isLogged: isLogged, history: nil)
                return FundingRule.evaluateHeld(given.event, facts: facts, at: given.now).blocking.map(\.reason)
            }
            #expect(held(true) == [] && held(nil) == [])
            #expect(held(false) == [.publicationIsNotLogged])
        }
    }

    @Suite struct `P13 one case for an event` {
        private let events = [Event.ID(number: 1), Event.ID(number: 2)]

        private func found(_ claims: [EventClaim]) -> [Finding] {
            FundingRule.uniqueness(of: events, claims: claims)
        }

        @Test func `R20 an event that is in another case is refused by name, and no other`() {
            #expect(found([]).allSatisfy { $0.verdict == .holds })
            let seen = EventClaim(eventID: events[1], isGranted: false, registryNumber: "SAM 2027/0002")
            let hidden = EventClaim(eventID: events[1], isGranted: true, registryNumber: nil)
            #expect(found([seen]).filter(\.blocks).map(\.eventID) == [events[1]])
            #expect(found([seen]).filter(\.blocks).map(\.cases) == [["SAM 2027/0002"]])
            #expect(found([seen, hidden]).filter(\.blocks).map(\.reason) == [.eventHasAnotherGrant])
            #expect(found([hidden]).filter(\.blocks).map(\.cases) == [[]])
        }
    }

    @Suite struct `P15 no gap since the decision` {
        private let decided = clock("2027-03-01T12:00")

        private func found(until end: Instant, _ later: [(Int, (inout FundedCase) -> Void)]) -> Verdict {
            let changes = [(0, { (_: inout FundedCase) in })] + later
            let history = changes.map { hours, change in
                PastEvent(event: FundedCase(change).event, since: decided.adding(hours: hours))
            }
            return FundingRule.continuity(
                of: Event.ID(number: 1), history: history, facts: FundedCase().facts, until: end
            ).verdict
        }

        @Test func `between any two changes, not only when somebody looks`() {
            let late = decided.adding(days: 10)
            #expect(found(until: late, []) == .holds)
            #expect(found(until: late, [(5, { $0.details.title = "Ny" })]) == .holds)
            #expect(found(until: late, [(5, { $0.scope = .own }), (6, { _ in })]) == .fails)
            #expect(found(until: late, [(5, { $0.details.prices.others = .kronor(1) }), (6, { _ in })]) == .fails)
            #expect(found(until: decided.adding(hours: 5), [(5, { $0.scope = .own })]) == .holds)
        }

        @Test func `and what happens after the event is none`() {
            let over = clock("2027-04-27T16:00")
            let hours = (over.microseconds - decided.microseconds) / 3_600_000_000
            #expect(found(until: over.adding(days: 9), [(hours, { $0.scope = .own })]) == .holds)
            #expect(found(until: over.adding(days: 9), [(hours - 1, { $0.scope = .own })]) == .fails)
        }

        @Test func `that nobody ended the registration by`() {
            let late = decided.adding(days: 10)
            #expect(
                found(until: late, [(5, { $0.details.registration.closesAt = decided.adding(hours: 1) })]) == .fails)
        }

        @Test func `on the day when the only invited library closes`() {
            let given = FundedCase {
                ($0.scope, $0.libraries, $0.rule) = (.list, [Skane.malmo], CallRule(invite: .atLeast(1)))
                $0.members = Skane.members.map {
                    RegionFacts.Member(
                        libraryID: $0.libraryID, validFrom: $0.validFrom,
                        validTo: $0.libraryID == Skane.malmo ? day("2027-03-20") : nil)
                }
                $0.details.startsAt = clock("2027-03-19T10:00")
                $0.details.endsAt = clock("2027-03-21T10:00")
            }
            func verdict(_ end: String) -> Verdict {
                FundingRule.continuity(
                    of: given.event.id, history: [PastEvent(event: given.event, since: decided)], facts: given.facts,
                    until: clock(end)
                ).verdict
            }
            #expect(verdict("2027-03-20T00:00") == .holds)
            #expect(verdict("2027-03-20T00:01") == .fails)
        }
    }

    @Suite struct `A change makes worse` {
        private func worse(
            _ before: (inout FundedCase) -> Void, _ after: (inout FundedCase) -> Void
        ) -> [Finding.Reason] {
            let old = FundedCase(before)
            let new = FundedCase {
                before(&$0)
                after(&$0)
            }
            return FundingRule.worsened(
                from: (old.event, old.held.findings), to: (new.event, new.held.findings)
            ).map(\.reason)
        }

        @Test func `what held before, and nothing else`() {
            #expect(worse({ _ in }, { $0.scope = .own }) == [.nobodyIsInvited])
            #expect(worse({ $0.scope = .own }, { $0.details.title = "Ny" }) == [])
            #expect(worse({ $0.scope = .own }, { $0.details.endsAt = clock("2027-04-27T15:00") }) == [])
            #expect(worse({ $0.scope = .own }, { $0.details.audience = [.public] }) == [.staffAreNotNamed])
        }

        @Test func `nothing where it mends a part`() {
            let list = { (given: inout FundedCase) in (given.scope, given.libraries) = (.list, [Skane.malmo]) }
            #expect(worse({ $0.scope = .own }, list) == [])
            #expect(worse(list, { $0.libraries = [Skane.malmo, Skane.perstorp] }) == [])
            #expect(worse(list, { $0.libraries = [Skane.perstorp] }) == [.tooFewAreInvited])
            #expect(worse(list, { $0.scope = .own }) == [.nobodyIsInvited])
        }

        @Test func `what fails already, if it fails by more`() {
            func few(_ seats: Int) -> (inout FundedCase) -> Void { { $0.details.seats = Seats(forAnybody: seats) } }
            #expect(worse(few(3), few(4)) == [])
            #expect(worse(few(4), few(3)) == [.tooFewSeatsForOthers])
            func dear(_ price: Int) -> (inout FundedCase) -> Void { { $0.details.prices.others = .kronor(price) } }
            #expect(worse(dear(100), dear(50)) == [])
            #expect(worse(dear(100), dear(101)) == [.othersPayMore])
        }
    }
}

extension RuleFacts {
    /// The same facts with what is asked only after the decision.
    fileprivate func with(
        isLogged: Bool?, delivered: Set<Library.ID> = [], history: [PastEvent]?
    ) -> RuleFacts {
        RuleFacts(
            applicant: applicant, requestedAmount: requestedAmount, events: events, region: region, rule: rule,
            projectStartsOn: projectStartsOn, projectEndsOn: projectEndsOn, hostsOfItsDay: hostsOfItsDay,
            promisedSeats: promisedSeats, isLogged: isLogged,
            delivered: Dictionary(events.map { ($0.event.id, delivered) }) { $1 },
            history: history)
    }
}
