/// Who acts in a case: a person with the roles that they hold in it, or the clock.
package enum CaseActor: Sendable, Hashable {
    /// `roles` are those at the applicant's library, or of the region; `isImpartial` is what `Impartiality` says.
    case person(Person.ID, roles: Set<Role>, isImpartial: Bool)
    case clock

    /// Whether this one makes the moves of `actor`.
    package func isActor(_ actor: Actor) -> Bool {
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

extension CaseActor {
    /// A person with their roles at the applicant's `library` and in the region.
    package init(_ person: Person, inCaseOf library: Library.ID, isImpartial: Bool = true) {
        let roles = Role.allCases.filter { role in
            role.belongsToLibrary ? person.has(role, at: library) : person.has(role)
        }
        self = .person(person.id, roles: Set(roles), isImpartial: isImpartial)
    }
}
