import Domain
import Testing

/// A day by its text, where `day` is another name.
private func clockDay(_ text: String) -> Day { day(text) }

/// Libraries that close and merge (docs/rules.md, libraries that end).
@Suite struct `Libraries that end` {
    private static let before = "2027-04-01"
    private static let after = "2027-05-01"

    /// Lund's lecture, where Perstorp is no more from a day on.
    private func given(
        _ day: String, into heir: Library.ID? = nil, _ change: (inout FundedCase) -> Void = { _ in }
    ) -> FundedCase {
        FundedCase { given in
            given.members =
                Skane.members.filter { $0.libraryID != Skane.perstorp }
                + [.init(libraryID: Skane.perstorp, validFrom: clockDay("1997-01-01"), validTo: clockDay(day))]
            given.successions =
                heir.map {
                    [.init(libraryID: Skane.perstorp, successorID: $0, from: clockDay(day))]
                } ?? []
            given.rule = CallRule(invite: .atLeast(1))
            change(&given)
        }
    }

    private func hints(_ said: Evaluation) -> [Finding] { said.findings.filter { $0.severity == .hint } }

    @Test(arguments: [true, false])
    func `one that closes before the event is a hint as long as others are invited`(_ isNamed: Bool) {
        let given = given(Self.before) {
            $0.scope = isNamed ? .list : .all
            $0.libraries = isNamed ? [Skane.perstorp, Skane.malmo] : []
        }
        for said in [given.evaluation, given.held] {
            #expect(said.verdict == .holds)
            #expect(hints(said).map(\.reason) == [.invitedLibraryHasClosed])
            #expect(hints(said).map(\.libraries) == [[Skane.perstorp]])
            #expect(hints(said).allSatisfy { !$0.blocks && $0.reason.mendedBy == nil })
        }
        #expect(hints(self.given(Self.after).held).isEmpty, "after the event")
        #expect(hints(self.given("2027-01-01").held).isEmpty, "before anybody was invited")
    }

    @Test func `the only one that is invited leaves nobody`() {
        let given = given(Self.before) {
            $0.scope = .list; $0.libraries = [Skane.perstorp]
        }
        #expect(given.held.blocking.map(\.reason).contains(.nobodyIsInvited))
    }

    @Test func `one that becomes a part of the host is no other from that day`() {
        func listed(_ day: String) -> FundedCase {
            given(day, into: Skane.lund) {
                $0.scope = .list; $0.libraries = [Skane.perstorp]
            }
        }
        #expect(listed(Self.before).held.blocking.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
        #expect(listed(Self.after).held.verdict == .holds)
        let wide = given(Self.before, into: Skane.lund)
        #expect(wide.held.verdict == .holds && hints(wide.held).isEmpty)
    }

    @Test func `the successor inherits the invitation, the hosting and the application`() {
        let invited = given(Self.before, into: Skane.malmo) {
            $0.scope = .list; $0.libraries = [Skane.perstorp]
        }
        #expect(invited.held.verdict == .holds)
        let hosted = given(Self.before, into: Skane.eslov) {
            $0.applicant = Skane.perstorp
            $0.details.hostLibraryID = Skane.eslov
        }
        #expect(hosted.evaluation.verdict == .holds)
        let own = given(Self.before, into: Skane.eslov) {
            $0.details.hostLibraryID = Skane.perstorp
            $0.applicant = Skane.eslov
            $0.scope = .list
            $0.libraries = [Skane.eslov]
        }
        #expect(own.evaluation.blocking.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
        #expect(
            given(Self.after, into: Skane.eslov) {
                $0.applicant = Skane.perstorp; $0.details.hostLibraryID = Skane.eslov
            }
            .evaluation.blocking.map(\.reason) == [.applicantIsNotAHost])
    }

    @Test func `a chain of successors leads to the last of the day`() {
        let region = Skane.region(
            Skane.members,
            [
                .init(libraryID: Skane.perstorp, successorID: Skane.lund, from: day("2027-01-01")),
                .init(libraryID: Skane.perstorp, successorID: Skane.malmo, from: day("2028-01-01")),
                .init(libraryID: Skane.lund, successorID: Skane.malmo, from: day("2028-01-01")),
            ])
        let heirs = ["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map {
            region.principal(of: Skane.perstorp, on: day($0))
        }
        #expect(heirs == [Skane.perstorp, Skane.lund, Skane.lund, Skane.malmo])
    }
}
