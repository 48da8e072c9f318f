import Domain
import Testing

/// The window in which an invitation is seen (P4), and until when it is to be published. The case is Lund's lecture of
/// 27 April at ten, asked of on 1 March at noon.
@Suite struct `P4 the invitation is seen` {
    private static let now = clock("2027-03-01T12:00")

    private func given(
        _ from: Instant? = nil, _ until: Instant? = nil, publishBy: Instant? = nil,
        state: Invitation.State = .published,
        _ change: (inout FundedCase) -> Void = { _ in }
    ) -> FundedCase {
        FundedCase {
            $0.window = Invitation.Window(visibleFrom: from, visibleUntil: until, publishBy: publishBy)
            $0.state = state
            change(&$0)
        }
    }

    private func said(_ given: FundedCase, _ standing: FundingRule.Standing) -> [Finding.Reason] {
        RuleInputs(given.facts, standing: standing, at: given.now).evaluation.blocking.map(\.reason)
    }

    @Test(arguments: [-1, 0, 1])
    func `from its first instant on`(_ microseconds: Int) {
        let from = Self.now.adding(microseconds: microseconds)
        for state in [Invitation.State.published, .bound] {
            let expected: [Finding.Reason] = microseconds > 0 ? [.invitationIsNotVisibleYet] : []
            #expect(said(given(from, state: state), .prospective) == expected)
            if state == .published { #expect(said(given(from), .actual) == expected) }
        }
    }

    @Test(arguments: [-1, 0, 1])
    func `until the event has ended`(_ microseconds: Int) {
        let until = lecture().endsAt.adding(microseconds: microseconds)
        for standing in [FundingRule.Standing.applied, .prospective, .actual] {
            #expect(said(given(nil, until), standing) == (microseconds < 0 ? [.invitationEndsEarly] : []))
        }
    }

    @Test func `of a submission as if it were published as late as its host says`() {
        let later = Self.now.adding(days: 20)
        #expect(said(given(later, publishBy: later, state: .bound), .applied) == [])
        #expect(said(given(later, state: .bound), .applied) == [.invitationIsNotVisibleYet])
        #expect(said(given(later, publishBy: later, state: .bound), .prospective) == [.invitationIsNotVisibleYet])
        #expect(said(given(later, publishBy: later), .applied) == [.invitationIsNotVisibleYet], "it is published")
    }

    @Test func `and by then registration is open, and the notice is given`() {
        let late = lecture().startsAt.adding(days: -13)
        #expect(said(given(publishBy: late, state: .bound), .applied) == [.noticeIsTooShort])
        #expect(said(given(publishBy: late, state: .bound), .prospective) == [])
        let closed = given(publishBy: late, state: .bound) {
            $0.details.registration.closesAt = late.adding(microseconds: -1)
            $0.rule = CallRule(noticeDays: 0)
        }
        #expect(said(closed, .applied) == [.registrationHasClosed])
        #expect(said(closed, .prospective) == [])
    }

    @Test func `and its notice counts from when it is seen`() {
        let late = lecture().startsAt.adding(days: -13)
        let given = given(late) { $0.now = late }
        #expect(said(given, .actual) == [.noticeIsTooShort])
        #expect(given.event.firstRead == late)
    }

    @Test(arguments: [-1, 0, 1])
    func `and whoever wanted it out by now is told, while nobody has decided`(_ microseconds: Int) {
        let latest = Self.now.adding(microseconds: microseconds)
        func hints(_ state: Invitation.State, _ standing: FundingRule.Standing) -> [Finding.Reason] {
            let given = given(publishBy: latest, state: state)
            return RuleInputs(given.facts, standing: standing, at: given.now).evaluation.findings
                .filter { $0.severity == .hint }.map(\.reason)
        }
        let expected: [Finding.Reason] = microseconds < 0 ? [.publicationIsOverdue] : []
        #expect(hints(.bound, .prospective) == expected && hints(.bound, .applied) == expected)
        #expect(hints(.published, .prospective) == [] && hints(.published, .actual) == [])
        #expect(said(given(publishBy: latest, state: .bound), .prospective) == [], "a hint hinders nothing")
    }

    @Test func `at every instant since the decision`() {
        func gap(_ window: Invitation.Window) -> Finding.Reason {
            let given = FundedCase()
            var hidden = given.event
            hidden.invitation = Invitation(
                scope: .all, state: .published, libraries: [], branches: [], publishedAt: given.publishedAt,
                window: window)
            let history = [
                PastEvent(event: hidden, since: Self.now),
                PastEvent(event: given.event, since: Self.now.adding(days: 2)),
            ]
            return FundingRule.continuity(
                of: given.event.id, history: history, facts: given.facts, until: Self.now.adding(days: 3)
            ).reason
        }
        #expect(gap(.always) == .holds)
        #expect(gap(.init(visibleFrom: Self.now.adding(microseconds: 1))) == .invitationHadAGap)
        #expect(gap(.init(visibleUntil: lecture().endsAt.adding(microseconds: -1))) == .invitationHadAGap)
    }

    @Test func `and who sees it only now has the notice from now on`() throws {
        let opening = Self.now.adding(days: 20)
        let event = given(opening).event
        let wish = InvitationWish(scope: .all, state: .published, window: .always)
        #expect(try event.inviting(wish, at: Self.now).firstRead == Self.now)
        #expect(try given().event.inviting(wish, at: Self.now).firstRead == clock("2027-02-01T12:00"))
        let kept = InvitationWish(scope: .all, state: .published)
        #expect(try event.inviting(kept, at: Self.now).invitation.window == event.invitation.window)
    }
}
