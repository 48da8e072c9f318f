import Domain
import TestDatabase
import Testing

/// What is decided, paid and ended after the decision, in every order of the statements of two commands.
@Suite struct `Every order of the statements of two later commands` {
    @Test(arguments: LaterMeeting.allCases)
    func `keeps every rule at every commit, too`(_ meeting: LaterMeeting) async throws {
        let found = try await Explorer.explore(meeting)
        found.expectNoViolation(in: meeting)
        switch meeting {
        case .swapAndSilentNarrowing: found.expectOneOfTwo()
        // Nobody keeps an appeal from coming, nor a library from ending.
        case .paymentAndAppeal, .approvalAndEndOfLibrary:
            #expect(found.bothDone > 0 && found.firstRefused > 0 && found.secondRefused == 0)
        }
    }

    /// The control. What a swap's control is to show is shown by `A swap and a narrowing at the same time`.
    @Test func `pays while an appeal runs in some, without locks`() async throws {
        let found = try await Explorer.explore(
            LaterMeeting.paymentAndAppeal,
            unlocking: ["Events.lock", "Grants.lock", "GrantApplications.lock", "Calls.lock"])
        found.expectViolation(in: LaterMeeting.paymentAndAppeal)
    }
}
