/// Which people somebody may see, and what of each. Whoever is in doubt sees less: names of staff are personal data.
package struct PeopleInSight: Sendable, Equatable {
    /// The libraries whose people are colleagues: those that the reader is on the staff of, or heads.
    package let colleaguesAt: [Library.ID]
    /// Whether the reader sees who works in all libraries, and in which roles.
    package let seesLibraries: Bool
    /// Whether the reader sees everybody and everything, also who has left.
    package let seesEverybody: Bool

    /// What is shown of a person beside name and library.
    package enum Part: Sendable, CaseIterable {
        case address, roles, tenures
    }

    package init(of reader: Person) {
        colleaguesAt = reader.libraries(as: .staff, .head)
        seesLibraries = [.caseOfficer, .decisionMaker, .finance, .developer].contains(where: reader.has)
        seesEverybody = reader.has(.administrator) || reader.has(.auditor)
    }

    private init(everybody: Bool) {
        (colleaguesAt, seesLibraries, seesEverybody) = ([], false, everybody)
    }

    /// What whoever operates the service sees.
    package static let all = PeopleInSight(everybody: true)

    /// What is shown of `other`; nil if nothing is, not even that there is such a person.
    package func parts(of other: RegisteredPerson) -> Set<Part>? {
        if seesEverybody { return Set(Part.allCases) }
        guard other.leftAt == nil, let library = other.person.libraryID else { return nil }
        var parts: Set<Part> = []
        if colleaguesAt.contains(library) { parts.insert(.address) }
        if seesLibraries { parts.insert(.roles) }
        return parts.isEmpty ? nil : parts
    }
}
