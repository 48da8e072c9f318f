/// An event's offer to staff of other libraries. It stands on the event and changes with it.
package struct Invitation: Sendable, Equatable {
    package let scope: Scope
    package let state: State
    /// The libraries of a list; empty for every other scope.
    package let libraries: [Library.ID]
    /// The branches of a list; each counts as its library.
    package let branches: [Branch.ID]
    /// When all whom it reaches could first read it: its notice counts from there (P8).
    package let publishedAt: Instant?
    /// When it is seen, and how late it may be published.
    package let window: Window

    /// When the region sees an event by its invitation. Where nothing is said: from publication on, for ever.
    package struct Window: Sendable, Equatable {
        package let visibleFrom: Instant?
        /// The first instant at which it is no longer seen.
        package let visibleUntil: Instant?
        /// The latest instant at which one that is bound is to be published.
        package let publishBy: Instant?

        package static let always = Window()

        package init(visibleFrom: Instant? = nil, visibleUntil: Instant? = nil, publishBy: Instant? = nil) {
            self.visibleFrom = visibleFrom
            self.visibleUntil = visibleUntil
            self.publishBy = publishBy
        }

        /// Whether the region sees it at an instant.
        package func isOpen(at instant: Instant) -> Bool {
            visibleFrom.map { $0 <= instant } ?? true && visibleUntil.map { instant < $0 } ?? true
        }

        /// Refuses a window that ends before anybody could have looked through it.
        package func validate() throws(Refusal) {
            guard let end = visibleUntil else { return }
            var errors = FieldErrors()
            errors.require(visibleFrom.map { $0 < end } ?? true, "visibleUntil", .isNotAfter("visibleFrom"))
            errors.require(publishBy.map { $0 < end } ?? true, "visibleUntil", .isNotAfter("publishBy"))
            try errors.check()
        }
    }

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
        scope: Scope, state: State, libraries: [Library.ID], branches: [Branch.ID], publishedAt: Instant?,
        window: Window = .always
    ) {
        self.window = window
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
    /// nil: as it was.
    package let window: Invitation.Window?

    package init(
        scope: Invitation.Scope, libraries: [Library.ID] = [], branches: [Branch.ID] = [], state: Invitation.State,
        window: Invitation.Window? = nil
    ) {
        self.window = window
        self.scope = scope
        self.libraries = libraries
        self.branches = branches
        self.state = state
    }
}

extension Invitation {
    /// The invitation as wished for at `instant`.
    func changed(to wish: InvitationWish, at instant: Instant, isFunded: Bool) -> Invitation {
        let isList = wish.scope == .list
        let isTakenBack = state == .published && wish.state != .published || state == .withdrawn && wish.state == .draft
        return Invitation(
            scope: wish.scope, state: isTakenBack ? .withdrawn : wish.state,
            libraries: isList ? Array(Set(wish.libraries)).sorted() : [],
            branches: isList ? Array(Set(wish.branches)).sorted() : [],
            publishedAt: wish.state == .published
                ? (keepsNotice(as: wish, isFunded: isFunded) && window.isOpen(at: instant) ? publishedAt : nil)
                    ?? instant
                : nil,
            window: wish.window ?? window)
    }

    /// The same invitation as if it were published at `instant`, since before it was none that anybody could use.
    func offered(at instant: Instant) -> Invitation {
        guard state == .published else { return self }
        return Invitation(
            scope: scope, state: state, libraries: libraries, branches: branches, publishedAt: instant, window: window)
    }

    /// Whoever is invited anew, or has not seen it until now, has the notice from now on (P8). While a condition binds,
    /// one more invited takes nothing from those who were promised it; whoever is left out begins anew, lest a late
    /// guest stand in for an early one. A broken one promises nobody anything: who is invited again begins anew too.
    private func keepsNotice(as wish: InvitationWish, isFunded: Bool) -> Bool {
        guard scope != .own else { return false }
        return isFunded ? wish.reaches(self) : reaches(wish)
    }

    /// Whether everybody whom the other one reaches is reached by this one.
    func reaches(_ other: Invitation) -> Bool {
        Self.isWithin((other.scope, other.libraries, other.branches), (scope, libraries, branches))
    }

    private func reaches(_ wish: InvitationWish) -> Bool {
        Self.isWithin(
            (wish.scope, wish.libraries, wish.branches), (scope, libraries, branches))
    }

    /// Whether everybody of the first is reached by the second.
    fileprivate static func isWithin(
        _ few: (scope: Scope, libraries: [Library.ID], branches: [Branch.ID]),
        _ many: (scope: Scope, libraries: [Library.ID], branches: [Branch.ID])
    ) -> Bool {
        switch (few.scope, many.scope) {
        case (.own, _), (_, .all), (_, .public): true
        case (.list, .list):
            Set(few.libraries).isSubset(of: many.libraries) && Set(few.branches).isSubset(of: many.branches)
        case (.all, _), (.public, _), (.list, .own): false
        }
    }
}

extension InvitationWish {
    fileprivate func reaches(_ invitation: Invitation) -> Bool {
        Invitation.isWithin(
            (invitation.scope, invitation.libraries, invitation.branches), (scope, libraries, branches))
    }
}
