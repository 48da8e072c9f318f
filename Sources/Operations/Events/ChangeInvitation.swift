package import Domain
import Postgres
import Store

/// An invitation as it is asked for from outside, where invitees are ids of libraries or of branches.
package struct InvitationForm: Sendable, Equatable {
    package let scope: Invitation.Scope
    package let state: Invitation.State
    package let invitees: [Identifier<Invitee>]
    /// nil: as it was.
    package let window: Invitation.Window?

    /// A library or a branch.
    package enum Invitee {}

    package init(
        scope: Invitation.Scope, state: Invitation.State, invitees: [Identifier<Invitee>] = [],
        window: Invitation.Window? = nil
    ) {
        self.window = window
        self.scope = scope
        self.state = state
        self.invitees = invitees
    }
}

extension Operations {
    /// Another invitation for an event. One that a grant depends on cannot be narrowed here, only by a deviation.
    package func changeInvitation(
        of id: Event.ID, to form: InvitationForm, by person: Person, expecting version: Int?
    ) async throws -> Event {
        try await change { transaction in
            let lock = try await transaction.lockEvent(id, editedBy: person, expecting: version)
            let wish = try await transaction.wish(form)
            return try await transaction.save(
                lock.event.inviting(wish, at: lock.instant, isFunded: lock.isFunded), in: lock)
        }
    }
}

extension Querying {
    /// Sorts the invitees into libraries and branches, and refuses those who are neither.
    func wish(_ form: InvitationForm) async throws -> InvitationWish {
        try form.window?.validate()
        guard form.scope == .list else {
            guard form.invitees.isEmpty else { throw Refusal.invalid("invitees", .isNot(.list)) }
            return InvitationWish(scope: form.scope, state: form.state, window: form.window)
        }
        guard form.invitees.count <= 1000 else { throw Refusal.invalid("invitees", .isTooLong(limit: 1000)) }
        let asLibraries = form.invitees.map { Library.ID(rawValue: $0.rawValue) }
        let notLibraries = try await unknownLibraries(asLibraries)
        let branches = form.invitees.map(\.rawValue).map(Branch.ID.init(rawValue:))
            .filter { notLibraries.contains(Library.ID(rawValue: $0.rawValue)) }
        guard try await unknownBranches(branches).isEmpty else { throw Refusal.invalid("invitees", .doesNotExist) }
        return InvitationWish(
            scope: .list, libraries: asLibraries.filter { !notLibraries.contains($0) }, branches: branches,
            state: form.state, window: form.window)
    }
}
