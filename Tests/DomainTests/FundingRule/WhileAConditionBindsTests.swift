import Domain
import Testing

extension `Funded event invites region` {
    @Suite struct `While a condition binds` {
        /// Given in Lund's name alone, when all 32 others had to be invited.
        private func held(_ change: (inout FundedCase) -> Void) -> FundedCase {
            FundedCase {
                $0.hostsOfItsDay = [Skane.lund]
                $0.rule = CallRule(invite: .atLeast(32))
                change(&$0)
            }
        }

        @Test func `who comes to host later stays invited and lowers nothing`() {
            let coHosts = Array(Skane.others.dropLast())
            let all = held { ($0.details.coHostLibraryIDs, $0.confirmed) = (coHosts, coHosts) }
            #expect(all.held.verdict == .holds)
            let rest = held {
                ($0.details.coHostLibraryIDs, $0.confirmed) = (coHosts, coHosts)
                ($0.scope, $0.libraries) = (.list, Array(Skane.others.suffix(1)))
            }
            #expect(rest.held.blocking.map(\.reason) == [.tooFewAreInvited])
            #expect(rest.held.blocking.first?.libraries == coHosts.sorted())
        }

        @Test func `one who was promised as another is no other once it hosts`() {
            let given = held {
                $0.rule = CallRule(invite: .atLeast(1))
                ($0.details.coHostLibraryIDs, $0.confirmed) = ([Skane.malmo], [Skane.malmo])
                ($0.scope, $0.libraries) = (.list, [Skane.malmo])
            }
            #expect(given.held.blocking.map(\.reason) == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
        }

        @Test func `others can reach as many seats as when it was given`() {
            func found(_ seats: Seats, promised: Int?) -> [Finding.Reason] {
                held { ($0.details.seats, $0.promisedSeats) = (seats, PromisedSeats(promised)) }.held.blocking
                    .map(\.reason)
            }
            let thirty = Seats(capacity: 40, own: 10, others: 10, any: 20)
            #expect(found(thirty, promised: 30).isEmpty && found(.unlimited, promised: 30).isEmpty)
            #expect(found(.unlimited, promised: nil).isEmpty)
            #expect(found(thirty, promised: 31) == [.fewerSeatsThanPromised])
            #expect(found(thirty, promised: nil) == [.fewerSeatsThanPromised], "there was no limit")
            #expect(found(Seats(forAnybody: 4), promised: 30) == [.tooFewSeatsForOthers])
            #expect(found(Seats(capacity: 9, own: 9, others: 0, any: 0), promised: 30) == [.noSeatsForOthers])
        }

        private let now = clock("2027-04-10T12:00")

        private func closed(
            noticeDays: Int = 0, _ before: (inout EventDetails) -> Void = { _ in },
            to after: (inout EventDetails) -> Void
        ) -> [Finding.Reason] {
            let old = FundedCase { before(&$0.details) }
            let new = FundedCase {
                before(&$0.details)
                after(&$0.details)
            }
            return FundingRule.closedByChange(from: old.event, to: new.event, at: now, noticeDays: noticeDays).map(
                \.reason)
        }

        @Test func `nobody ends the registration of others by a change`() {
            #expect(closed { $0.registration.closesAt = now } == [.registrationHasClosed])
            #expect(closed { $0.registration.othersCloseAt = now.adding(hours: -1) } == [.registrationHasClosed])
            #expect(closed { $0.registration.opensAt = now.adding(hours: 1) } == [.registrationHasClosed])
            #expect(
                closed { $0.startsAt = now.adding(hours: -1) } == [.registrationHasClosed, .eventIsMovedIntoThePast])
        }

        @Test func `nor moves the event into the past, also once registration has closed`() {
            let past = { (details: inout EventDetails) in details.registration.closesAt = now.adding(days: -9) }
            #expect(closed(past) { $0.startsAt = now.adding(hours: -1) } == [.eventIsMovedIntoThePast])
            #expect(closed(past) { $0.startsAt = now } == [.eventIsMovedIntoThePast])
            #expect(closed(past) { $0.startsAt = now.adding(microseconds: 1) } == [])
            // What has begun keeps its start, and of what has ended nothing more is asked.
            func begun(_ hours: Int) -> (inout EventDetails) -> Void {
                { ($0.startsAt, $0.endsAt) = (now.adding(hours: -2), now.adding(hours: hours)) }
            }
            #expect(closed(begun(2)) { $0.title = "Ny" } == [])
            #expect(closed(begun(2)) { $0.startsAt = now.adding(hours: -3) } == [.eventIsMovedIntoThePast])
            #expect(closed(begun(0)) { $0.startsAt = now.adding(hours: -3) } == [])
        }

        /// Others could first read of it on 1 February.
        @Test func `nor takes the notice from those who were invited`() {
            let notice = clock("2027-02-01T12:00").adding(days: 80)
            #expect(closed(noticeDays: 80) { $0.registration.closesAt = notice } == [])
            let early = closed(noticeDays: 80) { $0.registration.closesAt = notice.adding(microseconds: -1) }
            #expect(early == [.registrationHasClosed])
            let short = { (details: inout EventDetails) in details.registration.closesAt = notice.adding(days: -2) }
            #expect(closed(noticeDays: 80, short) { $0.registration.closesAt = notice.adding(days: -1) } == [])
        }

        @Test func `its time may pass, be shortened or be given again`() {
            #expect(closed { $0.registration.closesAt = now.adding(microseconds: 1) } == [])
            #expect(closed { $0.title = "Ny" } == [])
            let past = { (details: inout EventDetails) in details.registration.closesAt = now.adding(days: -1) }
            #expect(closed(past) { $0.registration.closesAt = now.adding(days: -2) } == [])
            #expect(closed(past) { $0.registration.closesAt = now.adding(days: 2) } == [])
            let longer = { (details: inout EventDetails) in
                details.registration.closesAt = now.adding(days: -1)
                details.registration.othersCloseAt = now.adding(days: 9)
            }
            #expect(closed(longer) { $0.registration.othersCloseAt = now.adding(days: 8) } == [])
            #expect(closed(longer) { $0.registration.othersCloseAt = nil } == [.registrationHasClosed])
            let future = { (details: inout EventDetails) in details.registration.opensAt = now.adding(days: 1) }
            #expect(closed(future) { $0.registration.opensAt = now.adding(days: 2) } == [])
        }
    }
}
