package import Domain

/// Who may use a route. `Who` is what its closure gets: a `Person`, or a `Person?` where everybody may.
package struct Access<Who: Sendable>: Sendable {
    /// As it stands in the inventory of routes.
    package let name: String
    let admit: @Sendable (Person?) throws(Refusal) -> Who
}

extension Access where Who == Person? {
    /// Anybody, logged in or not.
    package static var everyone: Self {
        Self(name: "everyone", admit: { (person: Person?) throws(Refusal) -> Person? in person })
    }
}

extension Access where Who == Person {
    /// Anybody who is logged in.
    package static var loggedIn: Self { Self(name: "logged in", admit: present) }

    /// Who has one of `roles`, wherever. At which library is asked by the operation.
    package static func role(_ roles: Role...) -> Self { anyRole(roles) }

    /// Who has one of `roles`, wherever. At which library is asked by the operation.
    package static func anyRole(_ roles: [Role]) -> Self {
        Self(
            name: roles.map(\.rawValue).joined(separator: " or "),
            admit: { (person: Person?) throws(Refusal) -> Person in
                let person = try present(person)
                guard roles.contains(where: person.has) else { throw .notAllowed(.roleIsMissing) }
                return person
            })
    }

    private static func present(_ person: Person?) throws(Refusal) -> Person {
        guard let person else { throw .notLoggedIn }
        return person
    }
}
