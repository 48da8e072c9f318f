/// Somebody who is logged in, with the roles that hold today.
package struct Person: Sendable, Equatable {
    package typealias ID = Identifier<Person>

    package let id: ID
    package let name: String
    package let email: String
    /// Where they work: a library, or if nil the region, or somewhere else.
    package let libraryID: Library.ID?
    package let roles: Set<Assignment>

    /// A role, at a library if it is one of a library's.
    package struct Assignment: Hashable, Sendable {
        package let role: Role
        package let libraryID: Library.ID?

        package init(role: Role, libraryID: Library.ID?) {
            self.role = role
            self.libraryID = libraryID
        }
    }

    package init(id: ID, name: String, email: String, libraryID: Library.ID?, roles: Set<Assignment>) {
        self.id = id
        self.name = name
        self.email = email
        self.libraryID = libraryID
        self.roles = roles
    }
}

extension Person {
    package func has(_ role: Role) -> Bool { roles.contains { $0.role == role } }

    package func has(_ role: Role, at library: Library.ID) -> Bool {
        roles.contains(Assignment(role: role, libraryID: library))
    }

    /// The libraries where the person has one of `wanted`.
    package func libraries(as wanted: Role...) -> [Library.ID] {
        var found: Set<Library.ID> = []
        for assignment in roles where wanted.contains(assignment.role) {
            if let library = assignment.libraryID { found.insert(library) }
        }
        return found.sorted()
    }

    /// Whether the person works for, or has any role at, one of `libraries`: a conflict of interest in their cases.
    package func belongs(to libraries: [Library.ID]) -> Bool {
        libraries.contains { library in libraryID == library || roles.contains { $0.libraryID == library } }
    }

    /// Works for a library of the region or for the region itself.
    package var isOfRegionalDesk: Bool {
        has(.caseOfficer) || has(.decisionMaker) || has(.finance) || has(.auditor)
    }

    /// Acts for the region in cases, so that a conflict of interest matters.
    package var actsForRegion: Bool { has(.caseOfficer) || has(.decisionMaker) || has(.finance) }
}
