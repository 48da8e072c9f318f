/// A person as the register has them, with every role that they ever had: also somebody who has left.
package struct RegisteredPerson: Sendable, Equatable {
    /// With the roles of today.
    package let person: Person
    /// The name of the library where they work; nil for people of the region.
    package let libraryName: String?
    package let tenures: [Tenure]
    /// When they left, if they have.
    package let leftAt: Instant?

    package init(person: Person, libraryName: String?, tenures: [Tenure], leftAt: Instant?) {
        self.person = person
        self.libraryName = libraryName
        self.tenures = tenures
        self.leftAt = leftAt
    }
}

/// A role with the days on which it holds.
package struct Tenure: Hashable, Sendable {
    package let assignment: Person.Assignment
    package let validFrom: Day
    /// The first day on which it no longer holds; nil while nobody has said when it ends.
    package let validTo: Day?

    package init(assignment: Person.Assignment, validFrom: Day, validTo: Day? = nil) {
        self.assignment = assignment
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package var role: Role { assignment.role }

    /// Whether both are the same role at the same place on some day.
    package func overlaps(_ other: Tenure) -> Bool {
        assignment == other.assignment && other.validTo.map { validFrom < $0 } != false
            && validTo.map { other.validFrom < $0 } != false
    }

    package func validate(_ errors: inout FieldErrors) {
        errors.require(role.belongsToLibrary == (assignment.libraryID != nil), "library", .isMissing)
        if let validTo { errors.require(validFrom < validTo, "validTo", .isNotAfter("validFrom")) }
    }
}
