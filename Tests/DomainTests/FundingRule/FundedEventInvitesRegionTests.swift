import Domain
import Testing

/// `funded_event_invites_region`: the worked examples of docs/rules.md, under their numbers. The suites inside this one
/// hold each predicate to its boundaries, and thousands of random cases to its properties.
@Suite struct `Funded event invites region` {
    @Test func `R01 an event to which all are invited in time is approved`() {
        let given = FundedCase()
        #expect(given.evaluation.verdict == .holds)
        #expect(given.evaluation.findings.allSatisfy { $0.verdict == .holds && $0.reason == .holds })
        // What other cases there are, and what the event has been, are asked apart.
        let apart: Set<Predicate> = [.uniqueness, .continuity, .outcome]
        #expect(Set(given.evaluation.findings.map(\.predicate)) == Set(Predicate.allCases).subtracting(apart))
        #expect(given.evaluation.ruleVersion == 1 && given.evaluation.evaluatedAt == given.now)
        #expect(given.held.verdict == .holds)
    }

    @Test func `R02 an event for own staff only is refused when it is submitted`() {
        let given = FundedCase { $0.scope = .own }
        let refused = fails(.invited, .core, .nobodyIsInvited, repair: inviteAll(.published))
        #expect(given.evaluation.blockingCore == [refused])
        #expect(given.evaluation.verdict == .fails)
    }

    @Test func `R03 a list of the host's own branches invites nobody`() {
        let given = FundedCase { ($0.scope, $0.branches) = (.list, [Skane.sodraSandby, Skane.dalby]) }
        #expect(
            given.evaluation.blockingCore == [
                fails(
                    .other, .core, .onlyTheHostsOwnUnitsAreInvited, libraries: [Skane.lund],
                    repair: inviteAll(.published)),
                fails(.invited, .core, .nobodyIsInvited, repair: inviteAll(.published)),
            ])
    }

    @Test func `R04 a list of one is enough only where the call says so`() {
        let all = FundedCase { ($0.scope, $0.libraries) = (.list, [Skane.malmo]) }
        let forgotten = Skane.others.filter { $0 != Skane.malmo }.sorted()
        #expect(
            all.obstacles == [
                fails(.invited, .call, .tooFewAreInvited, libraries: forgotten, repair: inviteAll(.published))
            ])
        let one = FundedCase {
            ($0.scope, $0.libraries) = (.list, [Skane.malmo])
            $0.rule = CallRule(invite: .atLeast(1))
        }
        #expect(one.evaluation.verdict == .holds)
    }

    @Test func `R05 libraries of universities and hospitals do not count`() {
        let named = [Skane.universityLibrary, Skane.hospitalLibrary]
        let given = FundedCase { ($0.scope, $0.libraries) = (.list, named) }
        #expect(
            given.evaluation.blockingCore == [
                fails(
                    .other, .core, .inviteesAreNotOfTheRegion, libraries: named.sorted(), repair: inviteAll(.published)),
                fails(.invited, .core, .nobodyIsInvited, repair: inviteAll(.published)),
            ])
    }

    @Test func `R07 a list that forgets Perstorp is refused by the name of Perstorp`() {
        let given = FundedCase {
            ($0.scope, $0.libraries) = (.list, Skane.others.filter { $0 != Skane.perstorp })
        }
        #expect(
            given.obstacles == [
                fails(.invited, .call, .tooFewAreInvited, libraries: [Skane.perstorp], repair: inviteAll(.published))
            ])
        #expect(given.evaluation.blockingCore.isEmpty)
    }

    @Test func `R08 a bound invitation is approved, and published by the approval`() throws {
        let given = FundedCase { ($0.state, $0.status) = (.bound, .draft) }
        #expect(given.evaluation.verdict == .holds)
        let published = try given.event.publishedWithInvitation(at: given.now)
        #expect(published.isPublished && published.invitation.publishedAt == given.now)
        #expect(FundingRule.evaluateHeld(published, facts: given.facts, at: given.now).verdict == .holds)
    }

    @Test func `R09 a draft of an invitation is refused until it is bound`() {
        let given = FundedCase { $0.state = .draft }
        #expect(
            given.obstacles == [
                fails(
                    .inForce, .core, .invitationIsDraft, repair: .bindInvitation(Event.ID(number: 1), given.invitation))
            ])
    }

    @Test func `R11 registration that closes earlier for others is refused`() {
        let closes = clock("2027-04-26T12:00")
        let window = RegistrationWindow(closesAt: closes, othersCloseAt: closes.adding(days: -7))
        let given = FundedCase { $0.details.registration = window }
        #expect(
            given.evaluation.blockingCore == [
                fails(
                    .openToAct, .core, .othersCloseEarlier,
                    repair: .closeRegistrationTogether(Event.ID(number: 1), window))
            ])
    }

    @Test func `R12 an event whose thirty seats are all for own staff is refused`() {
        let seats = Seats(capacity: 30, own: 30, others: 0, any: 0)
        let given = FundedCase { $0.details.seats = seats }
        #expect(
            given.evaluation.blockingCore == [
                fails(.seats, .core, .noSeatsForOthers, repair: .openSeats(Event.ID(number: 1), seats))
            ])
    }

    @Test func `R14 an online event without a limit has seats for others`() {
        let given = FundedCase {
            $0.details.attendance = .online
            ($0.details.venue, $0.details.onlineURL) = (nil, "https://link.example/rum")
            $0.details.seats = .unlimited
        }
        #expect(given.findings(.seats) == [holds(.seats)])
        #expect(given.evaluation.verdict == .holds)
    }

    @Test func `R18 an event for the public is refused unless staff are named`() {
        let given = FundedCase { ($0.scope, $0.details.audience) = (.public, [.public]) }
        #expect(
            given.evaluation.blockingCore == [
                fails(
                    .staff, .core, .staffAreNotNamed,
                    repair: .nameStaff(Event.ID(number: 1), audience: [.staff, .public]))
            ])
        let named = FundedCase { ($0.scope, $0.details.audience) = (.public, [.public, .staff]) }
        #expect(named.evaluation.verdict == .holds)
    }

    @Test func `R19 one open event does not cover a closed one, and only the closed one is named`() {
        let closed = FundedCase { $0.scope = .own }.event(number: 2)
        let given = FundedCase { $0.more = [closed] }
        #expect(
            given.obstacles == [
                fails(.invited, .core, .nobodyIsInvited, repair: inviteAll(.published, event: 2), event: 2)
            ])
    }

    @Test func `R43 a series of four is refused for the third alone`() {
        let closed = FundedCase { $0.details.seats = Seats(capacity: 10, own: 10, others: 0, any: 0) }.event(number: 3)
        let open = FundedCase()
        let given = FundedCase { $0.more = [open.event(number: 2), closed, open.event(number: 4)] }
        #expect(given.obstacles.map(\.eventID) == [Event.ID(number: 3)])
        #expect(given.obstacles.map(\.reason) == [.noSeatsForOthers])
    }

    @Test func `R35 that a library closes is not the host's fault`() {
        let given = FundedCase { given in
            given.members = Skane.members.filter { $0.libraryID != Skane.perstorp }
            given.rule = CallRule(invite: .atLeast(32))
        }
        #expect(given.held.verdict == .holds, "a number that was all of them is all of those that are left")
    }
}
