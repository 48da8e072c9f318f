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

private func list(_ libraries: [Library.ID]) -> InvitationWish {
    InvitationWish(scope: .list, libraries: libraries, state: .published)
}

@Suite struct `Invitations` {
    @Test func `are published at the instant when they are`() throws {
        let published = try invitation((wish(.draft), first), (wish(.bound), first), (wish(.published), second))
        #expect(published.state == .published && published.publishedAt == second)
        #expect(try invitation((wish(.bound), first)).publishedAt == nil)
    }

    @Test func `keep their publication as long as nobody is invited anew`() throws {
        let one = list([Skane.malmo])
        #expect(try invitation((wish(.published), first), (wish(.published), second)).publishedAt == first)
        #expect(try invitation((wish(.published), first), (wish(.published, .public), second)).publishedAt == first)
        #expect(try invitation((wish(.published), first), (one, second)).publishedAt == first)
        #expect(try invitation((list([Skane.malmo, Skane.eslov]), first), (one, second)).publishedAt == first)
    }

    /// Predicate P8: who is invited anew, or again, has the notice from then on.
    @Test func `are published anew to whoever they did not reach before`() throws {
        let both = list([Skane.malmo, Skane.eslov])
        #expect(try invitation((list([Skane.malmo]), first), (both, second)).publishedAt == second)
        #expect(try invitation((list([Skane.malmo]), first), (list([Skane.eslov]), second)).publishedAt == second)
        #expect(try invitation((both, first), (wish(.published), second)).publishedAt == second)
        #expect(try invitation((both, first), (list([Skane.malmo]), second), (both, third)).publishedAt == third)
        let branch = InvitationWish(
            scope: .list, libraries: [Skane.malmo], branches: [Skane.branchOfUniversity], state: .published)
        #expect(try invitation((list([Skane.malmo]), first), (branch, second)).publishedAt == second)
    }

    /// Else one more guest would be a breach, or a late one could take the place of an early one.
    @Test func `of a funded event keep their publication while everybody stays invited`() throws {
        let event = try Event.drafted(lecture(), at: first).inviting(list([Skane.malmo]), at: first)
        let both = try event.inviting(list([Skane.malmo, Skane.eslov]), at: second, isFunded: true)
        #expect(both.invitation.publishedAt == first)
        let late = try both.inviting(list([Skane.eslov]), at: third, isFunded: true)
        #expect(late.invitation.publishedAt == third)
    }

    @Test func `that nobody could use are published when they can be used`() throws {
        let spoilt: [(inout EventDetails) -> Void] = [
            { $0.audience = [.public] }, { $0.seats = Seats(capacity: 40, own: 40, others: 0, any: 0) },
        ]
        for spoil in spoilt {
            let event = try Event.drafted(lecture(spoil), at: first).inviting(wish(.published), at: first)
            #expect(try event.changed(to: lecture(), at: second).invitation.publishedAt == second)
            #expect(
                try event.changed(
                    to: lecture {
                        spoil(&$0); $0.title = "Ny"
                    }, at: second
                ).invitation.publishedAt == first)
        }
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
