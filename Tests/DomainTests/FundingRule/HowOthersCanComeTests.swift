import Domain
import Testing

private let id = Event.ID(number: 1)
private let start = clock("2027-04-27T10:00")

/// A microsecond before, at, and a microsecond after.
private func around(_ instant: Instant) -> (before: Instant, at: Instant, after: Instant) {
    (instant.adding(microseconds: -1), instant, instant.adding(microseconds: 1))
}

extension `Funded event invites region` {
    @Suite struct `P5 others can act` {
        private func found(at now: Instant, _ window: RegistrationWindow) -> [Finding] {
            FundedCase { ($0.now, $0.details.registration) = (now, window) }.findings(.openToAct)
        }

        /// A registration that has closed, and can be opened again before the start.
        private func closed(_ mended: RegistrationWindow?) -> [Finding] {
            [
                fails(
                    .openToAct, .core, .registrationHasClosed, repair: mended.map { .openRegistration(id, $0) })
            ]
        }

        @Test func `until registration closes`() {
            let window = RegistrationWindow(closesAt: clock("2027-04-20T12:00"))
            let closing = around(clock("2027-04-20T12:00"))
            #expect(found(at: closing.before, window) == [holds(.openToAct)])
            #expect(found(at: closing.at, window) == [holds(.openToAct)])
            #expect(found(at: closing.after, window) == closed(RegistrationWindow()))
        }

        @Test func `until the start where no closing is set`() {
            let window = RegistrationWindow()
            #expect(found(at: start, window) == [holds(.openToAct)])
            #expect(found(at: start.adding(microseconds: 1), window) == closed(nil))
        }

        @Test func `when registration opens with the notice that the call asks for`() {
            let opening = around(start.adding(days: -14))
            func window(_ opens: Instant) -> RegistrationWindow { RegistrationWindow(opensAt: opens) }
            let now = clock("2027-03-01T12:00")
            #expect(found(at: now, window(opening.before)) == [holds(.openToAct)])
            #expect(found(at: now, window(opening.at)) == [holds(.openToAct)])
            #expect(
                found(at: now, window(opening.after)) == [
                    fails(
                        .openToAct, .core, .registrationOpensTooLate,
                        repair: .openRegistration(id, RegistrationWindow()))
                ])
        }

        @Test func `when registration is open now, however late it opened`() {
            let opens = start.adding(days: -3)
            let window = RegistrationWindow(opensAt: opens)
            #expect(found(at: opens, window) == [holds(.openToAct)])
            #expect(found(at: opens.adding(microseconds: -1), window).first?.reason == .registrationOpensTooLate)
        }

        @Test func `as long as own staff can`() {
            let closes = clock("2027-04-20T12:00")
            for (others, own, isRefused) in [
                (closes.adding(microseconds: -1), closes, true), (closes, closes, false),
                (closes.adding(microseconds: 1), closes, false), (start.adding(microseconds: -1), nil, true),
                (start, nil, false),
            ] as [(Instant, Instant?, Bool)] {
                let window = RegistrationWindow(closesAt: own, othersCloseAt: others)
                let refused = fails(
                    .openToAct, .core, .othersCloseEarlier, repair: .closeRegistrationTogether(id, window))
                #expect(found(at: clock("2027-03-01T12:00"), window) == [isRefused ? refused : holds(.openToAct)])
            }
        }

        @Test func `and longer, where the host lets others register after own staff`() {
            let own = clock("2027-04-10T12:00")
            let others = clock("2027-04-20T12:00")
            let window = RegistrationWindow(closesAt: own, othersCloseAt: others)
            #expect(found(at: own.adding(microseconds: 1), window) == [holds(.openToAct)])
            #expect(found(at: others, window) == [holds(.openToAct)])
            #expect(found(at: others.adding(microseconds: 1), window).first?.reason == .registrationHasClosed)
        }

        @Test func `and that registration ends after the decision is no breach`() {
            let given = FundedCase {
                $0.now = start.adding(days: -1)
                $0.details.registration = RegistrationWindow(closesAt: start.adding(days: -2))
            }
            #expect(given.held.verdict == .holds)
        }

        @Test func `and that registration ended before others could read of it is a breach`() {
            let given = FundedCase {
                $0.details.registration = RegistrationWindow(closesAt: clock("2027-01-31T12:00"))
            }
            #expect(given.held.blockingCore.map(\.predicate) == [.openToAct])
        }
    }

    @Suite struct `P6 others have seats` {
        private func found(_ seats: Seats, _ rule: CallRule = CallRule()) -> [Finding] {
            FundedCase { ($0.details.seats, $0.rule) = (seats, rule) }.findings(.seats)
        }

        private func refused(_ severity: Severity, _ reason: Finding.Reason, _ seats: Seats) -> Finding {
            fails(.seats, severity, reason, repair: .openSeats(id, seats))
        }

        @Test(arguments: [(5, 0), (0, 5), (2, 3), (40, 0)])
        func `as many as the call asks for, kept for them or for anybody`(_ others: Int, _ any: Int) {
            #expect(found(Seats(capacity: others + any, own: 0, others: others, any: any)) == [holds(.seats)])
        }

        @Test(arguments: [(4, 0), (0, 4), (1, 0), (0, 1)])
        func `and fewer are refused by the call alone`(_ others: Int, _ any: Int) {
            let seats = Seats(capacity: others + any, own: 0, others: others, any: any)
            #expect(found(seats) == [fails(.seats, .call, .tooFewSeatsForOthers)], "there are no more to open")
            let enough = Seats(capacity: others + any + 5, own: 5, others: others, any: any)
            let refused = found(enough, CallRule(maximumOwnShare: 1))
            #expect(refused == [self.refused(.call, .tooFewSeatsForOthers, enough)])
        }

        @Test func `and none are refused by the core, of one seat or of many`() {
            for capacity in [1, 40] {
                let seats = Seats(capacity: capacity, own: capacity, others: 0, any: 0)
                #expect(found(seats) == [refused(.core, .noSeatsForOthers, seats)])
            }
        }

        @Test func `of which own staff keep at most the call's part`() {
            let half = Seats(capacity: 40, own: 20, others: 0, any: 20)
            let more = Seats(capacity: 40, own: 21, others: 0, any: 19)
            #expect(found(half) == [holds(.seats)])
            #expect(found(more) == [refused(.call, .ownShareIsTooLarge, more)])
            for hundredths in 1...99 {
                let part = Seats(capacity: 100, own: hundredths, others: 0, any: 100 - hundredths)
                let rule = CallRule(minimumSeatsForOthers: 1, maximumOwnShare: Double(hundredths) / 100)
                #expect(found(part, rule) == [holds(.seats)], "\(hundredths) of 100")
            }
        }

        @Test func `and both faults are told`() {
            let seats = Seats(capacity: 10, own: 8, others: 1, any: 1)
            #expect(
                found(seats) == [
                    refused(.call, .tooFewSeatsForOthers, seats), refused(.call, .ownShareIsTooLarge, seats),
                ])
        }

        @Test func `that own staff have not taken`() {
            let seats = Seats(capacity: 30, own: 10, others: 5, any: 15)
            #expect(seats.reachableByOthers() == 20)
            #expect(seats.reachableByOthers(ownTaken: 15) == 5)
            #expect(seats.reachableByOthers(ownTaken: 99) == 5)
            #expect(Seats.unlimited.reachableByOthers(ownTaken: 99) == nil)
        }
    }

    @Suite struct `P10 others can reach it` {
        private func found(_ attendance: Attendance, place: Venue?, link: String?) -> [Finding] {
            FundedCase {
                $0.details.attendance = attendance
                ($0.details.venue, $0.details.onlineURL) = (place, link)
            }.findings(.reachable)
        }

        private let link = "https://link.example/rum"
        private let lund = Venue(name: "Stadsbiblioteket", municipalityCode: "1281")
        private let stockholm = Venue(name: "Kulturhuset", municipalityCode: "0180")
        private let somewhere = Venue(name: "Någonstans")
        private let unknown = Finding(.reachable, .core, .unknown, event: id, reason: .placeIsUnknown)

        @Test func `at a place of the region`() {
            for link in [nil, link] {
                #expect(found(.onsite, place: lund, link: link) == [holds(.reachable)])
                #expect(
                    found(.onsite, place: stockholm, link: link) == [fails(.reachable, .core, .placeIsOutsideTheRegion)]
                )
                #expect(found(.onsite, place: somewhere, link: link) == [unknown])
                #expect(found(.onsite, place: nil, link: link) == [unknown])
            }
        }

        @Test func `by a link`() {
            for place in [nil, lund, stockholm] {
                #expect(found(.online, place: place, link: link) == [holds(.reachable)])
                #expect(found(.online, place: place, link: nil) == [fails(.reachable, .core, .linkIsMissing)])
            }
        }

        @Test func `by no recording`() {
            func found(_ attendance: Attendance, place: Venue?) -> [Finding] {
                FundedCase {
                    $0.details.attendance = attendance
                    ($0.details.venue, $0.details.onlineURL, $0.details.recordingOnly) = (place, link, true)
                }.findings(.reachable)
            }
            #expect(found(.online, place: lund) == [fails(.reachable, .core, .onlyARecordingIsOffered)])
            #expect(found(.hybrid, place: lund) == [holds(.reachable)], "by its place")
            #expect(found(.hybrid, place: stockholm) == [fails(.reachable, .core, .placeIsOutsideTheRegion)])
            #expect(found(.hybrid, place: nil) == [unknown])
        }

        @Test func `by either where there are both`() {
            for place in [nil, lund, stockholm, somewhere] {
                #expect(found(.hybrid, place: place, link: link) == [holds(.reachable)])
            }
            #expect(found(.hybrid, place: lund, link: nil) == [holds(.reachable)])
            #expect(found(.hybrid, place: stockholm, link: nil) == [fails(.reachable, .core, .placeIsOutsideTheRegion)])
            #expect(found(.hybrid, place: somewhere, link: nil) == [unknown])
        }

        @Test func `and an unknown place blocks`() {
            #expect(FundedCase { $0.details.venue = somewhere }.evaluation.verdict == .unknown)
        }
    }
}
