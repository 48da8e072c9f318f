import Domain
import Testing

private let id = Event.ID(number: 1)

extension `Funded event invites region` {
    @Suite struct `P3 staff are named` {
        @Test(arguments: [
            ([Audience.staff], true), ([.heads], true), ([.ambassadors], true), ([.public, .heads], true),
            ([.public], false), ([.referenceGroup], false), ([.referenceGroup, .public], false), ([], false),
        ])
        func `and the public is not staff, nor is a reference group`(_ audience: [Audience], _ isNamed: Bool) {
            let given = FundedCase { $0.details.audience = audience }
            let refused = fails(
                .staff, .core, .staffAreNotNamed, repair: .nameStaff(id, audience: [.staff] + audience))
            #expect(given.findings(.staff) == [isNamed ? holds(.staff) : refused])
        }
    }

    @Suite struct `P4 the invitation is in force` {
        @Test func `before the decision when it is bound or published`() {
            for state in [Invitation.State.bound, .published] {
                for status in [Event.Status.draft, .published(at: clock("2027-02-01T12:00"))] {
                    let given = FundedCase { ($0.state, $0.status) = (state, status) }
                    #expect(given.findings(.inForce) == [holds(.inForce)])
                }
            }
        }

        @Test func `not while it is a draft or withdrawn, before the decision or after`() {
            for (state, reason) in [
                (Invitation.State.draft, Finding.Reason.invitationIsDraft), (.withdrawn, .invitationIsWithdrawn),
            ] {
                let given = FundedCase { $0.state = state }
                let refused = fails(.inForce, .core, reason, repair: .bindInvitation(id, given.invitation))
                #expect(given.findings(.inForce) == [refused])
                #expect(given.held.blockingCore == [refused])
            }
        }

        @Test func `after the decision only when it is published, with its event`() {
            let bound = FundedCase { $0.state = .bound }
            #expect(
                bound.held.blocking == [
                    fails(
                        .inForce, .core, .invitationIsNotPublished, repair: .publishInvitation(id, bound.invitation))
                ])
            let unlisted = FundedCase { $0.status = .draft }
            #expect(
                unlisted.held.blockingCore == [fails(.inForce, .core, .eventIsNotPublished, repair: .publishEvent(id))])
        }

        @Test(arguments: Invitation.State.allCases)
        func `never of an event that is cancelled, and nothing mends that`(_ state: Invitation.State) {
            let given = FundedCase {
                $0.state = state
                $0.status = .cancelled(at: $0.now, reason: "Sjukdom", publishedAt: nil)
            }
            #expect(given.findings(.inForce) == [fails(.inForce, .core, .eventIsCancelled)])
            #expect(given.held.blockingCore == [fails(.inForce, .core, .eventIsCancelled)])
        }
    }

    @Suite struct `P8 notice is given` {
        private let start = clock("2027-04-27T10:00")

        @Test(arguments: [0, 1, 14, 365])
        func `to the microsecond, counted from the publication`(_ days: Int) {
            func finding(_ publishedAt: Instant) -> [Finding] {
                FundedCase {
                    $0.rule = CallRule(noticeDays: days)
                    ($0.publishedAt, $0.status) = (publishedAt, .published(at: publishedAt))
                }.findings(.notice)
            }
            let latest = start.adding(days: -days)
            #expect(finding(latest) == [holds(.notice, .call)])
            #expect(finding(latest.adding(microseconds: -1)) == [holds(.notice, .call)])
            #expect(finding(latest.adding(microseconds: 1)) == [fails(.notice, .call, .noticeIsTooShort)])
        }

        @Test func `counted from the decision that will publish a bound invitation`() {
            func finding(_ now: Instant) -> [Finding] {
                FundedCase { ($0.now, $0.state) = (now, .bound) }.findings(.notice)
            }
            #expect(finding(start.adding(days: -14)) == [holds(.notice, .call)])
            #expect(finding(start.adding(days: -14, microseconds: 1)) == [fails(.notice, .call, .noticeIsTooShort)])
        }

        @Test func `counted from when the day was said, where that was later`() throws {
            func finding(_ said: Instant, _ publishedAt: Instant? = nil) -> [Finding] {
                FundedCase { given in
                    given.daySaidAt = said
                    guard let publishedAt else { return }
                    (given.publishedAt, given.status) = (publishedAt, .published(at: publishedAt))
                }.findings(.notice)
            }
            let latest = start.adding(days: -14)
            #expect(finding(latest) == [holds(.notice, .call)])
            #expect(finding(latest.adding(microseconds: 1)) == [fails(.notice, .call, .noticeIsTooShort)])
            #expect(
                finding(latest, latest.adding(microseconds: 1)) == [fails(.notice, .call, .noticeIsTooShort)])
            let event = FundedCase().event
            var details = event.details
            (details.startsAt, details.endsAt) = (clock("2027-04-27T00:00"), clock("2027-04-27T23:59"))
            #expect(try event.changed(to: details, at: latest).daySaidAt == nil, "the same day in Stockholm")
            details.startsAt = clock("2027-04-27T00:00").adding(microseconds: -1)
            #expect(try event.changed(to: details, at: latest).daySaidAt == latest)
            #expect(try event.changed(to: details, at: latest, isAgreed: true).daySaidAt == nil)
            let draft = FundedCase { $0.status = .draft }.event
            #expect(try draft.changed(to: details, at: latest).daySaidAt == nil)
        }

        @Test func `in days of 24 hours, across the nights when clocks are moved`() {
            func holdsFrom(_ published: String, to start: String) -> Bool {
                FundedCase {
                    $0.publishedAt = clock(published)
                    $0.now = clock(published)
                    ($0.details.startsAt, $0.details.endsAt) = (clock(start), clock(start).adding(hours: 2))
                }.findings(.notice) == [holds(.notice, .call)]
            }
            #expect(!holdsFrom("2027-03-20T10:00", to: "2027-04-03T10:59:59"))
            #expect(holdsFrom("2027-03-20T10:00", to: "2027-04-03T11:00"))
            #expect(!holdsFrom("2027-10-20T10:00", to: "2027-11-03T08:59:59"))
            #expect(holdsFrom("2027-10-20T10:00", to: "2027-11-03T09:00"))
        }

        @Test func `while the condition is held, too`() {
            let given = FundedCase { $0.publishedAt = start.adding(days: -14, microseconds: 1) }
            #expect(given.held.blocking == [fails(.notice, .call, .noticeIsTooShort)])
        }

        /// Others read nothing before the event itself is published (P4), whatever its invitation says.
        @Test func `counted from when others could read it, and nobody reads a draft`() {
            let draft = FundedCase { ($0.status, $0.now) = (.draft, start.adding(days: -3)) }
            #expect(draft.findings(.notice) == [fails(.notice, .call, .noticeIsTooShort)])
            let late = FundedCase { $0.status = .published(at: start.adding(days: -3)) }
            #expect(late.findings(.notice) == [fails(.notice, .call, .noticeIsTooShort)])
        }
    }
}
