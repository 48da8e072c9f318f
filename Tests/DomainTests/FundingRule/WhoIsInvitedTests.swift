import Domain
import Testing

extension `Funded event invites region` {
    @Suite struct `P1 and P2 others are invited` {
        private let listed = Skane.others

        private func list(_ libraries: [Library.ID], _ rule: CallRule = CallRule(), branches: [Branch.ID] = [])
            -> FundedCase
        {
            FundedCase {
                ($0.scope, $0.libraries, $0.branches) = (.list, libraries, branches)
                $0.rule = rule
            }
        }

        @Test(arguments: [1, 2, 16, 31, 32])
        func `as many as the call asks for are enough, and one fewer is not`(_ least: Int) {
            let rule = CallRule(invite: .atLeast(least))
            #expect(list(Array(listed.prefix(least)), rule).findings(.invited) == [holds(.invited)])
            let invited = Array(listed.prefix(least - 1))
            let fewer = list(invited, rule).findings(.invited)
            if invited.isEmpty {
                #expect(fewer == [fails(.invited, .core, .nobodyIsInvited, repair: inviteAll(.published))])
            } else {
                let missing = Set(listed).subtracting(invited).sorted()
                #expect(
                    fewer == [
                        fails(.invited, .call, .tooFewAreInvited, libraries: missing, repair: inviteAll(.published))
                    ])
            }
        }

        @Test func `a call cannot ask for nobody`() {
            #expect(CallRule(invite: .atLeast(0)).leastInvited(of: 32) == 1)
            #expect(CallRule(invite: .atLeast(-3)).leastInvited(of: 32) == 1)
            #expect(CallRule(invite: .all).leastInvited(of: 32) == 32)
        }

        @Test func `a call cannot ask for more than there are`() {
            #expect(CallRule(invite: .atLeast(33)).leastInvited(of: 32) == 32)
            #expect(FundedCase { $0.rule = CallRule(invite: .atLeast(33)) }.evaluation.verdict == .holds)
        }

        @Test func `a library that is named twice, or by its branch too, is one`() {
            let rule = CallRule(invite: .atLeast(2))
            let given = list([Skane.malmo, Skane.malmo], rule, branches: [Skane.branchInMalmo])
            #expect(given.obstacles.map(\.reason) == [.tooFewAreInvited])
        }

        @Test func `a branch of another library counts as that library`() {
            let given = list([], CallRule(invite: .atLeast(1)), branches: [Skane.branchInMalmo])
            #expect(given.evaluation.verdict == .holds)
        }

        @Test func `a branch that nobody knows counts as nobody`() {
            let given = list([], CallRule(invite: .atLeast(1)), branches: [Branch.ID(number: 77)])
            #expect(given.obstacles.map(\.reason) == [.nobodyIsInvited])
        }

        @Test func `a branch of a university counts as the university, which does not count`() {
            let given = list([], CallRule(invite: .atLeast(1)), branches: [Skane.branchOfUniversity])
            #expect(given.obstacles.map(\.reason) == [.inviteesAreNotOfTheRegion, .nobodyIsInvited])
            #expect(given.obstacles.first?.libraries == [Skane.universityLibrary])
        }

        @Test func `the host's own library beside one other does no harm and does not count`() {
            let named = [Skane.lund, Skane.malmo]
            #expect(list(named, CallRule(invite: .atLeast(1))).evaluation.verdict == .holds)
            #expect(list(named, CallRule(invite: .atLeast(2))).obstacles.map(\.reason) == [.tooFewAreInvited])
        }

        @Test func `the host's own library beside a university's are not the host's units alone`() {
            let named = [Skane.lund, Skane.universityLibrary].sorted()
            let given = list(named)
            #expect(
                given.findings(.other) == [
                    fails(.other, .core, .inviteesAreNotOfTheRegion, libraries: named, repair: inviteAll(.published))
                ])
        }

        @Test func `co-hosts who have confirmed it are hosts and no others`() {
            let coHosted = FundedCase {
                ($0.details.coHostLibraryIDs, $0.confirmed) = ([Skane.malmo], [Skane.malmo])
                ($0.scope, $0.libraries) = (.list, [Skane.malmo])
                $0.rule = CallRule(invite: .atLeast(1))
            }
            #expect(coHosted.obstacles.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
            let rest = FundedCase {
                ($0.details.coHostLibraryIDs, $0.confirmed) = ([Skane.malmo], [Skane.malmo])
                ($0.scope, $0.libraries) = (.list, Skane.others.filter { $0 != Skane.malmo })
            }
            #expect(rest.evaluation.verdict == .holds, "the other 31 are all others")
        }

        @Test(arguments: [Invitation.Scope.all, .public, .list])
        func `where there are no others nothing is known, and that blocks`(_ scope: Invitation.Scope) {
            let given = FundedCase {
                $0.members = Skane.members.filter { $0.libraryID == Skane.lund }
                $0.scope = scope
            }
            let unknown = Finding(
                .invited, .core, .unknown, event: Event.ID(number: 1), reason: .noOtherLibraryExists)
            #expect(given.obstacles == [unknown])
            #expect(given.evaluation.verdict == .unknown)
        }

        @Test(arguments: [
            (Invitation.State.draft, Invitation.State.bound), (.bound, .bound), (.withdrawn, .bound),
            (.published, .published),
        ])
        func `the repair binds what is not published yet`(_ state: Invitation.State, _ repaired: Invitation.State) {
            let given = FundedCase { ($0.scope, $0.state) = (.own, state) }
            #expect(given.findings(.invited).first?.repair == inviteAll(repaired))
            #expect(given.held.findings.first { $0.predicate == .invited }?.repair == inviteAll(.published))
        }
    }

    @Suite struct `Members of the region` {
        /// The event is on 27 April; it is now 1 March. Malmö alone is other, with these days.
        private func reason(_ periods: [(String, String?)], at now: String = "2027-03-01T12:00") -> Finding.Reason? {
            FundedCase {
                $0.now = clock(now)
                $0.members = periods.map {
                    RegionFacts.Member(libraryID: Skane.malmo, validFrom: day($0), validTo: $1.map(day))
                }
            }.findings(.invited).first?.reason
        }

        @Test func `count if they are so both now and at the event`() {
            #expect(reason([("2027-03-01", "2027-04-28")]) == .holds)
        }

        @Test func `do not count if they are so only at the event, or only now`() {
            #expect(reason([("2027-03-02", nil)]) == .noOtherLibraryExists)
            #expect(reason([("2020-01-01", "2027-04-27")]) == .noOtherLibraryExists)
            #expect(reason([("2027-03-02", "2027-04-27")]) == .noOtherLibraryExists)
        }

        @Test func `become and cease to be so at midnight in Stockholm`() {
            #expect(reason([("2027-03-01", nil)], at: "2027-03-01T00:00") == .holds)
            let before = FundedCase {
                $0.now = clock("2027-03-01T00:00").adding(microseconds: -1)
                $0.members = [RegionFacts.Member(libraryID: Skane.malmo, validFrom: day("2027-03-01"))]
            }
            #expect(before.findings(.invited).first?.reason == .noOtherLibraryExists)
        }

        @Test func `count on the day of an event in the hour that autumn has twice`() {
            let given = FundedCase {
                $0.details.startsAt = clock("2027-10-31T02:30").adding(hours: 1)
                $0.details.endsAt = clock("2027-10-31T05:00")
                $0.members = [
                    RegionFacts.Member(
                        libraryID: Skane.malmo, validFrom: day("2027-01-01"), validTo: day("2027-11-01")),
                    RegionFacts.Member(
                        libraryID: Skane.eslov, validFrom: day("2027-01-01"), validTo: day("2027-10-31")),
                ]
                ($0.scope, $0.libraries) = (.list, [Skane.malmo])
            }
            #expect(given.findings(.invited) == [holds(.invited)], "Eslöv has left by the day of the event")
        }

        @Test func `who left and came back before the event were so at both times`() {
            #expect(reason([("2020-01-01", "2027-03-15"), ("2027-04-01", nil)]) == .holds)
        }
    }
}
