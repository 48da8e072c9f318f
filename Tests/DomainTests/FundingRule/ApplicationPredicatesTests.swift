import Domain
import Testing

extension `Funded event invites region` {
    @Suite struct `P11 time` {
        private func found(_ change: (inout FundedCase) -> Void) -> [Finding] { FundedCase(change).findings(.time) }
        private let outside = [fails(.time, .call, .eventIsOutsideTheProjectPeriod)]

        @Test func `nothing is granted to an event that has begun`() {
            let start = clock("2027-04-27T10:00")
            #expect(found { $0.now = start.adding(microseconds: -1) } == [holds(.time, .call)])
            #expect(found { $0.now = start } == [fails(.time, .call, .eventHasBegun)])
            #expect(found { $0.now = start.adding(microseconds: 1) } == [fails(.time, .call, .eventHasBegun)])
        }

        @Test func `the project period has its first and last day in it`() {
            func inside(_ from: String?, _ to: String?) -> [Finding] {
                found { $0.project = (from.map(day), to.map(day)) }
            }
            #expect(inside("2027-04-27", "2027-04-27") == [holds(.time, .call)])
            #expect(inside("2027-04-28", nil) == outside)
            #expect(inside(nil, "2027-04-26") == outside)
            #expect(inside(nil, nil) == [holds(.time, .call)])
        }

        @Test func `an event that ends at midnight ends on the day before`() {
            func ending(_ end: Instant) -> [Finding] {
                found {
                    $0.details.endsAt = end
                    $0.project = (nil, day("2027-04-27"))
                }
            }
            let midnight = clock("2027-04-28T00:00")
            #expect(ending(midnight) == [holds(.time, .call)])
            #expect(ending(midnight.adding(microseconds: 1)) == outside)
        }

        @Test func `days are Stockholm's, on the nights when clocks are moved as well`() {
            func from(_ start: Instant, _ first: String) -> [Finding] {
                found {
                    ($0.details.startsAt, $0.details.endsAt) = (start, start.adding(hours: 1))
                    $0.project = (day(first), nil)
                }
            }
            let spring = clock("2027-03-28T00:00")
            #expect(spring.rfc3339 == "2027-03-27T23:00:00Z")
            #expect(from(spring, "2027-03-28") == [holds(.time, .call)])
            #expect(from(spring.adding(microseconds: -1), "2027-03-28") == outside)
            let autumn = clock("2027-11-01T00:00")
            #expect(autumn.rfc3339 == "2027-10-31T23:00:00Z")
            #expect(from(autumn, "2027-11-01") == [holds(.time, .call)])
            #expect(from(autumn.adding(microseconds: -1), "2027-11-01") == outside)
        }
    }

    @Suite struct `P12 every event` {
        private func found(_ reason: Finding.Reason) -> [Finding] {
            [Finding(.everyEvent, .core, reason == .holds ? .holds : .fails, event: nil, reason: reason)]
        }

        @Test func `an application without events has none that invites`() {
            let facts = FundedCase().facts
            let none = RuleFacts(
                applicant: facts.applicant, requestedAmount: .zero, events: [], region: facts.region, rule: facts.rule)
            let evaluation = FundingRule.evaluate(none, at: clock("2027-03-01T12:00"))
            #expect(evaluation.findings == found(.applicationHasNoEvents))
            #expect(evaluation.verdict == .fails)
        }

        @Test(arguments: [(0, 500, Finding.Reason.holds), (1, 500, .costsHaveNoEvent), (0, 20_000, .costsHaveNoEvent)])
        func `lets the costs that the call allows stand without an event, beside one that has a share`(
            _ more: Int, _ withoutEvent: Int, _ reason: Finding.Reason
        ) {
            let given = FundedCase {
                $0.withoutEvent = .kronor(withoutEvent)
                $0.share = $0.requested + Money(ore: -more) + Money(ore: -withoutEvent * 100)
            }
            #expect(given.findings(.everyEvent) == found(reason))
        }

        @Test(arguments: [(-1, Finding.Reason.costsHaveNoEvent), (0, .holds), (1, .sharesAreMoreThanIsSought)])
        func `every öre that is sought belongs to an event`(_ difference: Int, _ reason: Finding.Reason) {
            let given = FundedCase { $0.share = $0.requested + Money(ore: difference) }
            #expect(given.findings(.everyEvent) == found(reason))
        }

        @Test func `an event that costs nothing must invite as well`() {
            let closed = FundedCase { $0.scope = .own }.event(number: 2)
            #expect(FundedCase { $0.more = [closed] }.evaluation.verdict == .fails)
        }
    }

    @Suite struct `P14 the applicant is a host` {
        @Test func `alone or with others`() {
            #expect(FundedCase().findings(.hostIdentity) == [holds(.hostIdentity)])
            let coHost = FundedCase {
                $0.applicant = Skane.malmo
                ($0.details.coHostLibraryIDs, $0.confirmed) = ([Skane.malmo], [Skane.malmo])
            }
            #expect(coHost.findings(.hostIdentity) == [holds(.hostIdentity)])
            #expect(coHost.evaluation.verdict == .holds)
            let named = FundedCase {
                $0.applicant = Skane.malmo
                $0.details.coHostLibraryIDs = [Skane.malmo]
            }
            #expect(named.evaluation.blockingCore == [fails(.hostIdentity, .core, .applicantIsNotAHost)])
        }

        @Test func `and nobody else is`() {
            let given = FundedCase { $0.applicant = Skane.malmo }
            #expect(given.evaluation.blockingCore == [fails(.hostIdentity, .core, .applicantIsNotAHost)])
        }

        @Test func `and who took the host's place is held to the rule as the host`() {
            let given = FundedCase {
                $0.details.hostLibraryID = Skane.malmo
                ($0.scope, $0.libraries) = (.list, [Skane.malmo])
            }
            #expect(
                given.held.blockingCore.map(\.reason)
                    == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited, .applicantIsNotAHost])
        }
    }

    @Suite struct `The verdict` {
        private func evaluation(_ findings: [(Severity, Verdict)]) -> Evaluation {
            Evaluation(
                evaluatedAt: clock("2027-03-01T12:00"), ruleVersion: 1,
                findings: findings.map { Finding(.seats, $0, $1, event: nil, reason: .holds) })
        }

        @Test func `is the worst of what blocks, and a hint never does`() {
            #expect(evaluation([]).verdict == .holds)
            #expect(evaluation([(.core, .holds), (.hint, .fails), (.hint, .unknown)]).verdict == .holds)
            #expect(evaluation([(.core, .holds), (.core, .unknown)]).verdict == .unknown)
            #expect(evaluation([(.core, .unknown), (.call, .fails)]).verdict == .fails)
            #expect(evaluation([(.call, .unknown)]).verdict == .unknown)
        }

        @Test func `of a submission asks for the core alone`() {
            #expect(evaluation([(.call, .fails), (.hint, .fails)]).blockingCore.isEmpty)
            #expect(evaluation([(.call, .fails), (.core, .unknown)]).blockingCore.count == 1)
        }
    }
}
