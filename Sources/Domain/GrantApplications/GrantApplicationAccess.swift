extension GrantApplication {
    /// Drafts are the applicant's own room, which the region cannot enter (TF chapter 2); everything received is seen
    /// by those who handle cases. Libraries see their own, and those in which they apply together with another.
    package func maySee(_ person: Person) -> Bool {
        if isOwn(person) { return true }
        return receipt != nil && person.isOfRegionalDesk
    }

    /// Whether `person` may write in the draft.
    package func mayBeEdited(by person: Person) -> Bool {
        person.has(.applicant, at: libraryID) || person.has(.signatory, at: libraryID)
    }

    private func isOwn(_ person: Person) -> Bool {
        let own = [libraryID] + coApplicants
        return [Role.applicant, .signatory, .head, .host].contains { role in
            own.contains { person.has(role, at: $0) }
        }
    }
}

/// Those who have prepared a case for the region: everybody who took it or was its officer, and who has reviewed it, asked
/// for a completion, recommended in it, found a breach or that nobody could help it, offered a new date or returned a
/// report, at any time.
package struct Preparation: Sendable, Equatable {
    package let preparedBy: Set<Person.ID>

    package init(preparedBy: Set<Person.ID>) {
        self.preparedBy = preparedBy
    }

    /// Four eyes: whoever decides has not prepared.
    package func checkFourEyes(_ person: Person) throws(Refusal) {
        guard !preparedBy.contains(person.id) else { throw .notAllowed(.fourEyesDecide) }
    }
}

/// Who may act for the region in a case.
package struct Impartiality: Sendable, Equatable {
    /// The applicant and the hosts of its events.
    package let libraries: [Library.ID]
    /// Everybody who wrote, signed or hosted in it.
    package let participants: Set<Person.ID>
    /// Those for whom a conflict is declared in the case and not lifted, with its ground.
    package let declared: [Person.ID: DeclaredConflict.Ground]

    package init(
        libraries: [Library.ID], participants: Set<Person.ID>, declared: [Person.ID: DeclaredConflict.Ground] = [:]
    ) {
        self.libraries = libraries
        self.participants = participants
        self.declared = declared
    }

    /// Why somebody may not act for the region in the case.
    package enum Conflict: Sendable, Equatable {
        case worksForLibrary
        case tookPart
        case declared(DeclaredConflict.Ground)
    }

    /// The conflict of interest that `person` has, derived or declared; nil: none.
    package func conflict(of person: Person) -> Conflict? {
        if person.belongs(to: libraries) { return .worksForLibrary }
        if participants.contains(person.id) { return .tookPart }
        return declared[person.id].map(Conflict.declared)
    }

    /// Refuses a person with a conflict of interest.
    package func check(_ person: Person) throws(Refusal) {
        guard conflict(of: person) == nil else { throw .notAllowed(.conflictOfInterest) }
    }
}
