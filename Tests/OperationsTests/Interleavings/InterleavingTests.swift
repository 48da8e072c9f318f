import Domain
import TestDatabase
import Testing

/// Two commands of the service meet, statement by statement, in every order in which each is interrupted at most once
/// (docs/rules.md, Locks; `Encounter.stride`). The race of the funding rule finds what chance finds; this leaves
/// nothing of these orders out. Each family has its control: without its locks and guards the same orders break the
/// same invariants.
@Suite struct `Every order of the statements of two commands` {
    @Test(arguments: Meeting.allCases)
    func `keeps every rule at every commit`(_ meeting: Meeting) async throws {
        let found = try await Explorer.explore(meeting)
        found.expectNoViolation(in: meeting)
        switch meeting {
        case .approvalAndDeviation: #expect(found.bothDone > 0 && found.secondRefused > 0)
        // A conflict that is declared after the decision binds from then on.
        case .approvalAndConflict: #expect(found.bothDone > 0 && found.firstRefused > 0 && found.secondRefused == 0)
        default: found.expectOneOfTwo()
        }
    }

    @Test(arguments: [Meeting.approvalAndOwnStaffOnly, .approvalAndNarrowing, .approvalAndFewerSeats])
    func `breaks the funding rule in some, without locks and foreign key`(_ meeting: Meeting) async throws {
        let found = try await Explorer.explore(
            meeting, without: ["ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region"],
            unlocking: ["Events.lock"])
        found.expectViolation(in: meeting)
    }

    @Test(arguments: [Meeting.approvalAndApproval, .approvalAndApprovalOfTheTrack])
    func `spends money twice in some, without the call's lock and the budgets' constraints`(
        _ meeting: Meeting
    ) async throws {
        let found = try await Explorer.explore(
            meeting,
            without: [
                "ALTER TABLE calls DROP CONSTRAINT grants_stay_within_call_budget",
                "ALTER TABLE call_tracks DROP CONSTRAINT grants_stay_within_track_budget",
            ], unlocking: ["Calls.lock"])
        found.expectViolation(in: meeting)
    }

    @Test func `lets a partial person decide in some, without the application's lock and trigger`() async throws {
        let meeting = Meeting.approvalAndConflict
        let found = try await Explorer.explore(
            meeting, without: ["DROP TRIGGER case_officer_is_impartial ON decisions"],
            unlocking: ["Calls.lock", "GrantApplications.lock"])
        found.expectViolation(in: meeting)
    }

    @Test(arguments: MoneyMeeting.allCases)
    func `moves no money once a breach stands`(_ meeting: MoneyMeeting) async throws {
        let found = try await Explorer.explore(meeting)
        found.expectNoViolation(in: meeting)
        #expect(meeting == .acceptanceAndCancellationTold || meeting.isTold == (found.firstRefused > 0))
        #expect(meeting.isTold == (found.bothDone > 0))
        #expect(meeting.isTold == (found.secondRefused == 0), "what is told is never refused")
    }

    /// An acceptance is not among them: it has written into the log of the case before it plans a payment, and there a
    /// deviation waits for it.
    @Test(arguments: [MoneyMeeting.paymentAndCancellationTold, .attestAndNarrowingTold])
    func `moves money during a breach in some, without locks and trigger`(_ meeting: MoneyMeeting) async throws {
        let found = try await Explorer.explore(
            meeting, without: ["DROP TRIGGER no_breach_stands ON payments"],
            unlocking: ["Events.lock", "Grants.lock", "GrantApplications.lock"])
        found.expectViolation(in: meeting)
    }

    @Test(arguments: ClaimMeeting.allCases)
    func `gives no event to two cases`(_ meeting: ClaimMeeting) async throws {
        let found = try await Explorer.explore(meeting)
        found.expectNoViolation(in: meeting)
        #expect(found.firstRefused > 0)
        #expect((found.bothDone > 0) == (meeting == .completionAndWithdrawal))
    }

    @Test func `gives an event to two cases in some, without locks and trigger`() async throws {
        let found = try await Explorer.explore(
            ClaimMeeting.completionAndCompletion, without: ["DROP TRIGGER event_is_in_one_case ON grant_applications"],
            unlocking: ["Events.lock"])
        found.expectViolation(in: ClaimMeeting.completionAndCompletion)
    }
}
