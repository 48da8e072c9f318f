import Domain
import Testing

extension `Funded event invites region` {
    /// The event of the case ends on 27 April; the invitation was read on 1 February, and the decision is of 1 March.
    @Suite struct `A breach is mended` {
        private typealias Change = (inout FundedCase) -> Void

        private func isWhole(
            _ promised: Change = { _ in }, since changes: [(String, Change)], brokenAt: String, at instant: String
        ) -> Bool {
            let given = FundedCase(promised)
            let states = changes.map { since, change in
                let changed = FundedCase {
                    promised(&$0)
                    change(&$0)
                }
                return PastEvent(event: changed.event, since: clock(since))
            }
            let decided = PastEvent(event: given.event, since: clock("2027-03-01T12:00"))
            return Mending(
                [decided] + states, brokenAt: clock(brokenAt), facts: given.facts, at: clock(instant)
            ).isWhole
        }

        private let closed: Change = { $0.details.registration.closesAt = clock("2027-03-10T12:00") }
        private let untouched: Change = { _ in }

        @Test func `when the registration is open again, and not by another change`() {
            let ended = ("2027-03-10T12:00", closed)
            #expect(!isWhole(since: [ended], brokenAt: "2027-03-10T11:59", at: "2027-03-11T12:00"))
            #expect(
                isWhole(
                    since: [ended, ("2027-03-11T12:00", untouched)], brokenAt: "2027-03-10T11:59",
                    at: "2027-03-11T12:01"))
        }

        @Test func `when it is open again also after the day on which it was to close`() {
            let promised: Change = { $0.details.registration.closesAt = clock("2027-03-20T12:00") }
            let ended = ("2027-03-10T12:00", closed)
            #expect(!isWhole(promised, since: [ended], brokenAt: "2027-03-10T11:59", at: "2027-03-25T12:00"))
            let opened: Change = { $0.details.registration.closesAt = clock("2027-04-10T12:00") }
            #expect(
                isWhole(
                    promised, since: [ended, ("2027-03-25T12:00", opened)], brokenAt: "2027-03-10T11:59",
                    at: "2027-03-25T12:01"))
        }

        @Test func `when others have the time that they were promised to register in`() {
            let promised: Change = { $0.publishedAt = clock("2027-03-09T12:00") }
            func reopened(_ since: String) -> Bool {
                isWhole(
                    promised, since: [("2027-03-10T12:00", closed), (since, untouched)], brokenAt: "2027-03-10T11:59",
                    at: since)
            }
            #expect(reopened("2027-03-11T12:00"))
            #expect(!reopened("2027-04-26T12:00"), "one day before the start, and one before it was ended")
        }

        @Test func `when the price is what it was`() {
            let dearer: Change = { $0.details.prices = Prices(own: .kronor(500), others: .kronor(500)) }
            let raised = ("2027-03-10T12:00", dearer)
            #expect(!isWhole(since: [raised], brokenAt: "2027-03-10T11:59", at: "2027-03-11T12:00"))
            #expect(
                isWhole(
                    since: [raised, ("2027-03-11T12:00", untouched)], brokenAt: "2027-03-10T11:59",
                    at: "2027-03-11T12:01"))
        }

        @Test func `when those who are invited again have the notice, whatever the invitation says`() {
            let narrow: Change = { ($0.scope, $0.libraries) = (.list, [Skane.malmo]) }
            func again(_ since: String) -> Bool {
                isWhole(
                    since: [("2027-03-10T12:00", narrow), (since, untouched)], brokenAt: "2027-03-10T11:59", at: since)
            }
            #expect(again("2027-04-01T12:00"))
            #expect(!again("2027-04-20T12:00"))
        }

        @Test func `when there was no gap before it, but for what it is itself`() {
            let own: Change = { $0.scope = .own }
            let over = [("2027-03-05T12:00", own), ("2027-03-06T12:00", untouched)]
            #expect(!isWhole(since: over, brokenAt: "2027-03-10T12:00", at: "2027-03-11T12:00"))
            let on = [("2027-03-05T12:00", own), ("2027-03-11T12:00", untouched)]
            #expect(isWhole(since: on, brokenAt: "2027-03-10T12:00", at: "2027-03-11T12:01"))
        }

        @Test func `before the event has ended, also when it is said to end later after that`() {
            let own: Change = { $0.scope = .own }
            let later: Change = {
                $0.details.startsAt = clock("2027-06-01T10:00")
                $0.details.endsAt = clock("2027-06-01T16:00")
            }
            let narrowed = ("2027-03-10T12:00", own)
            func moved(_ since: String) -> Bool {
                isWhole(since: [narrowed, (since, later)], brokenAt: "2027-03-10T11:59", at: since)
            }
            #expect(moved("2027-04-20T12:00"))
            #expect(!moved("2027-04-28T12:00"))
        }
    }
}
