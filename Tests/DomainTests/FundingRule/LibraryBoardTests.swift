import Domain
import Testing

/// Joint library boards (docs/rules.md, libraries that share a board).
@Suite struct `Libraries that share a board` {
    private static let board = LibraryBoard.ID(number: 1)

    /// Lund's lecture of 27 April, where Lund and Malmö share a board for some days.
    private func given(
        _ from: String = "2026-01-01", _ to: String? = nil, _ change: (inout FundedCase) -> Void = { _ in }
    ) -> FundedCase {
        FundedCase { given in
            given.boards = [
                seat(Skane.lund), seat(Skane.malmo, from, to),
            ]
            change(&given)
        }
    }

    private func seat(
        _ library: Library.ID, _ from: String = "2026-01-01", _ to: String? = nil, on board: LibraryBoard.ID = board
    ) -> RegionFacts.BoardSeat {
        .init(boardID: board, libraryID: library, validFrom: day(from), validTo: to.map { day($0) })
    }

    private func listed(_ libraries: [Library.ID]) -> (inout FundedCase) -> Void {
        {
            $0.scope = .list
            $0.libraries = libraries
            $0.rule = CallRule(invite: .atLeast(1))
        }
    }

    @Test func `are no others to each other`() {
        let alone = given("2026-01-01", nil, listed([Skane.malmo]))
        for said in [alone.evaluation, alone.held] {
            #expect(said.blocking.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
        }
        #expect(given("2026-01-01", nil, listed([Skane.malmo, Skane.perstorp])).evaluation.verdict == .holds)
        #expect(FundedCase(listed([Skane.malmo])).evaluation.verdict == .holds, "without the board")
    }

    @Test func `need not invite each other where all are to be invited`() {
        let others = Skane.members.map(\.libraryID).filter { ![Skane.lund, Skane.malmo].contains($0) }
        func all(_ libraries: [Library.ID]) -> FundedCase {
            given {
                $0.scope = .list; $0.libraries = libraries
            }
        }
        #expect(all(others).evaluation.verdict == .holds)
        #expect(
            all(Array(others.dropFirst())).obstacles == [
                fails(
                    .invited, .call, .tooFewAreInvited, libraries: [others[0]], repair: inviteAll(.published))
            ])
    }

    @Test(arguments: [
        ("2027-04-27", nil, false), ("2027-04-28", nil, true), ("2026-01-01", "2027-04-27", true),
        ("2026-01-01", "2027-04-28", false),
    ])
    func `count from the first day to the last, on the day of the event`(_ from: String, _ to: String?, _ isOther: Bool)
    {
        let said = given(from, to, listed([Skane.malmo])).evaluation
        #expect((said.verdict == .holds) == isOther)
    }

    @Test func `share it with those on the same board only`() {
        let chain = FundedCase {
            listed([Skane.perstorp])(&$0)
            let second = LibraryBoard.ID(number: 2)
            $0.boards = [
                seat(Skane.lund), seat(Skane.malmo), seat(Skane.malmo, on: second), seat(Skane.perstorp, on: second),
            ]
        }
        #expect(chain.evaluation.verdict == .holds)
    }

    @Test func `leave nobody to invite where everybody is on it`() {
        let said = FundedCase { $0.boards = Skane.members.map { seat($0.libraryID) } }.evaluation
        #expect(said.blocking.map(\.reason) == [.noOtherLibraryExists])
    }

    @Test func `do not host for each other`() {
        let said = given { $0.applicant = Skane.malmo }.evaluation
        #expect(said.blocking.map(\.reason) == [.applicantIsNotAHost])
    }

    @Test func `are followed there by a successor`() {
        let said = given("2026-01-01", nil) {
            listed([Skane.perstorp])(&$0)
            $0.successions = [.init(libraryID: Skane.malmo, successorID: Skane.perstorp, from: day("2027-04-01"))]
        }.evaluation
        #expect(said.blocking.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
    }

    /// The board came on 2 May, while an event of several days went on, and left again.
    @Test(arguments: [("2027-05-02", "2027-05-03"), ("2027-05-02", nil)])
    func `leave a gap behind where they came to share it meanwhile`(_ from: String, _ to: String?) {
        func said(_ from: String) -> [Finding.Reason] {
            let given = given(from, to) {
                listed([Skane.malmo])(&$0)
                $0.details.endsAt = clock("2027-05-04T10:00")
            }
            return [
                FundingRule.continuity(
                    of: given.event.id, history: [PastEvent(event: given.event, since: clock("2027-03-01T12:00"))],
                    facts: given.facts, until: clock("2027-05-03T12:00")
                ).reason
            ]
        }
        #expect(said(from) == [.invitationHadAGap])
        #expect(said("2027-06-01") == [.holds])
    }
}
