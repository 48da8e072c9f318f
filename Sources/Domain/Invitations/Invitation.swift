/// An event's offer to staff of other libraries. It stands on the event and changes with it.
package struct Invitation: Sendable, Equatable {
    package let scope: Scope
    package let state: State
    /// The libraries of a list; empty for every other scope.
    package let libraries: [Library.ID]
    /// The branches of a list; each counts as its library.
    package let branches: [Branch.ID]
    /// When others could first read it. Kept as long as it stays published.
    package let publishedAt: Instant?

    /// Who is invited.
    package enum Scope: String, Sendable, CaseIterable {
        case all, list, `public`, own
    }

    /// A draft binds nobody; a bound one is published by the decision that funds the event.
    package enum State: String, Sendable, CaseIterable {
        case draft, bound, published, withdrawn
    }

    package static let none = Invitation(scope: .own, state: .draft, libraries: [], branches: [], publishedAt: nil)

    package init(
        scope: Scope, state: State, libraries: [Library.ID], branches: [Branch.ID], publishedAt: Instant?
    ) {
        self.scope = scope
        self.state = state
        self.libraries = libraries
        self.branches = branches
        self.publishedAt = publishedAt
    }
}

/// What a host asks an invitation to become. A published one that is asked to be a draft is withdrawn.
package struct InvitationWish: Sendable, Equatable {
    package let scope: Invitation.Scope
    package let libraries: [Library.ID]
    package let branches: [Branch.ID]
    package let state: Invitation.State

    package init(
        scope: Invitation.Scope, libraries: [Library.ID] = [], branches: [Branch.ID] = [], state: Invitation.State
    ) {
        self.scope = scope
        self.libraries = libraries
        self.branches = branches
        self.state = state
    }
}

extension Invitation {
    /// The invitation as wished for at `instant`.
    func changed(to wish: InvitationWish, at instant: Instant) -> Invitation {
        let isList = wish.scope == .list
        let isTakenBack = state == .published && wish.state != .published || state == .withdrawn && wish.state == .draft
        return Invitation(
            scope: wish.scope, state: isTakenBack ? .withdrawn : wish.state,
            libraries: isList ? Array(Set(wish.libraries)).sorted() : [],
            branches: isList ? Array(Set(wish.branches)).sorted() : [],
            publishedAt: wish.state == .published ? (scope == .own ? nil : publishedAt) ?? instant : nil)
    }
}
