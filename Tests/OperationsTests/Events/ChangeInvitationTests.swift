import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To change an invitation` {
    @Test func `sorts invitees into libraries and branches, each once`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let lund = try scene.library(of: scene.lena)
            let branch = try #require(try await scene.database.branches(of: [lund]).first)
            let asLibrary = Library.ID(rawValue: branch.id.rawValue)
            let event = try await scene.invite(id, .list, .bound, [lund, asLibrary, lund])
            #expect(event.invitation.libraries == [lund])
            #expect(event.invitation.branches == [branch.id])
            #expect(try await scene.event(id) == event)
        }
    }

    @Test func `publishes, and counts as published from the first time`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let first = try await scene.event(id).invitation.publishedAt
            let again = try await scene.invite(id, .public, .published)
            #expect(again.invitation.publishedAt == first)
            #expect(again.invitesRegion)
        }
    }

    @Test func `takes back a published one as withdrawn`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let event = try await scene.invite(id, .all, .draft)
            #expect(event.invitation.state == .withdrawn)
            #expect(event.invitation.publishedAt == nil)
            #expect(!event.invitesRegion)
        }
    }

    @Test func `refuses invitees who do not exist, and invitees without a list`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let unknown = try await refusal { try await scene.invite(id, .list, .bound, [Library.ID()]) }
            #expect(unknown == .invalid("invitees", .doesNotExist))
            let misplaced = try await refusal {
                try await scene.invite(id, .all, .bound, [scene.library(of: scene.lena)])
            }
            #expect(misplaced.fields == ["invitees"])
        }
    }

    @Test func `is refused to other libraries, for an old version and for a cancelled event`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.invite(id, .own, .draft, by: scene.lena)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.changeInvitation(
                    of: id, to: InvitationForm(scope: .all, state: .published), by: scene.karin, expecting: 1)
            }
            _ = try await scene.operations.cancelEvent(id, because: "X", by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsCancelled)) { try await scene.invite(id, .all, .bound) }
        }
    }

    @Test(arguments: [Invitation.Scope.own, .list])
    func `cannot narrow what a grant depends on`(_ scope: Invitation.Scope) async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let grant = try #require(try await scene.grant(of: funded.application))
            let before = try await scene.event(funded.event)
            let invitees = scope == .list ? [try scene.library(of: scene.lena)] : []
            let refused = try await refusal { try await scene.invite(funded.event, scope, .published, invitees) }
            guard case .wouldBreach(_, let grants) = refused else {
                Issue.record("\(refused)")
                return
            }
            #expect(refused.reasons == (scope == .own ? [.nobodyIsInvited] : [.tooFewAreInvited]))
            #expect(grants == [grant.id])
            #expect(try await scene.event(funded.event) == before)
        }
    }

    @Test func `may widen what a grant depends on`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            #expect(try await scene.invite(funded.event, .public, .published).invitesRegion)
        }
    }
}
