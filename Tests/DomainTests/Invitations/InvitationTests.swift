import Domain
import Testing

private let first = clock("2027-02-01T09:00")
private let second = clock("2027-03-01T09:00")
private let third = clock("2027-04-01T09:00")

/// An event's invitation after these wishes, each at its instant.
private func invitation(_ wishes: (InvitationWish, Instant)...) throws -> Invitation {
    var event = Event.drafted(lecture(), at: first)
    for (wish, instant) in wishes { event = try event.inviting(wish, at: instant) }
    return event.invitation
}

private func wish(_ state: Invitation.State, _ scope: Invitation.Scope = .all) -> InvitationWish {
    InvitationWish(scope: scope, state: state)
}

@Suite struct `Invitations` {
    @Test func `are published at the instant when they are`() throws {
        let published = try invitation((wish(.draft), first), (wish(.bound), first), (wish(.published), second))
        #expect(published.state == .published && published.publishedAt == second)
        #expect(try invitation((wish(.bound), first)).publishedAt == nil)
    }

    @Test func `keep their publication as long as they stay published`() throws {
        let list = InvitationWish(scope: .list, libraries: [Skane.malmo], state: .published)
        #expect(try invitation((wish(.published), first), (wish(.published), second)).publishedAt == first)
        #expect(try invitation((wish(.published), first), (list, second)).publishedAt == first)
    }

    @Test(arguments: [Invitation.State.draft, .bound, .withdrawn])
    func `that were published are withdrawn when they are taken back`(_ state: Invitation.State) throws {
        let withdrawn = try invitation((wish(.published), first), (wish(state), second))
        #expect(withdrawn.state == .withdrawn && withdrawn.publishedAt == nil)
    }

    @Test func `that were withdrawn are no drafts again, and can be bound or published anew`() throws {
        let taken = [(wish(.published), first), (wish(.withdrawn), second)]
        #expect(try invitation(taken[0], taken[1], (wish(.draft), third)).state == .withdrawn)
        #expect(try invitation(taken[0], taken[1], (wish(.bound), third)).state == .bound)
        let again = try invitation(taken[0], taken[1], (wish(.published), third))
        #expect(again.state == .published && again.publishedAt == third)
    }

    @Test func `name libraries only in a list, each once and in one order`() throws {
        let named = InvitationWish(
            scope: .list, libraries: [Skane.malmo, Skane.eslov, Skane.malmo],
            branches: [Skane.dalby, Skane.branchInMalmo, Skane.dalby], state: .draft)
        let list = try invitation((named, first))
        #expect(list.libraries == [Skane.malmo, Skane.eslov].sorted())
        #expect(list.branches == [Skane.dalby, Skane.branchInMalmo].sorted())
        for scope in Invitation.Scope.allCases where scope != .list {
            let other = try invitation(
                (InvitationWish(scope: scope, libraries: [Skane.malmo], branches: [Skane.dalby], state: .draft), first))
            #expect(other.libraries.isEmpty && other.branches.isEmpty)
        }
    }

    @Test func `are published with the event by an approval, and otherwise as they were`() throws {
        let list = InvitationWish(
            scope: .list, libraries: [Skane.malmo], branches: [Skane.branchInMalmo], state: .bound)
        let event = try Event.drafted(lecture(), at: first).inviting(list, at: first).publishedWithInvitation(
            at: second)
        #expect(event.status == .published(at: second))
        #expect(event.invitation.state == .published && event.invitation.publishedAt == second)
        #expect(event.invitation.libraries == [Skane.malmo] && event.invitation.branches == [Skane.branchInMalmo])
        #expect(try event.publishedWithInvitation(at: third) == event)
    }

    /// Predicate P8 counts the notice from the first version that was valid: one that invites somebody.
    @Test func `that were for own staff have not been published to others`() throws {
        let widened = try invitation((wish(.published, .own), first), (wish(.published), second))
        #expect(widened.publishedAt == second)
    }
}
