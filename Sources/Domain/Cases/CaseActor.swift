/// Who acts in a case: a person with the roles that they hold in it, or the clock.
package enum CaseActor: Sendable, Hashable {
    /// `roles` are those at the applicant's library, or of the region; `isImpartial` is what `Impartiality` says.
    case person(Person.ID, roles: Set<Role>, isImpartial: Bool)
    case clock

    func isActor(_ actor: Actor) -> Bool {
        switch (self, actor) {
        case (.clock, .clock): true
        case (.person(_, let roles, _), .person(let role)): roles.contains(role)
        default: false
        }
    }

    var id: Person.ID? {
        if case .person(let id, _, _) = self { id } else { nil }
    }

    var isImpartial: Bool {
        if case .person(_, _, let isImpartial) = self { isImpartial } else { true }
    }
}
