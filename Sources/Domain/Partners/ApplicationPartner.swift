/// A library that takes part in what another one applies for.
package struct ApplicationPartner: Sendable, Equatable {
    package let libraryID: Library.ID
    package let role: Role
    /// What the library does.
    package let contribution: String
    /// That one of its own people has said yes; only of a co-applicant.
    package let confirmation: Confirmation?

    /// A co-applicant stands behind the application and says so before it is submitted; a partner is named only.
    package enum Role: String, Sendable, CaseIterable {
        case coApplicant = "co-applicant"
        case partner
    }

    package struct Confirmation: Sendable, Equatable {
        package let confirmedBy: Person.ID
        package let confirmedAt: Instant

        package init(confirmedBy: Person.ID, confirmedAt: Instant) {
            self.confirmedBy = confirmedBy
            self.confirmedAt = confirmedAt
        }
    }

    package init(libraryID: Library.ID, role: Role, contribution: String, confirmation: Confirmation? = nil) {
        self.libraryID = libraryID
        self.role = role
        self.contribution = contribution
        self.confirmation = confirmation
    }

    package var isConfirmedOrNeedsNot: Bool { role == .partner || confirmation != nil }
}

extension ApplicationPartner {
    /// The most partners of an application.
    package static let most = 40

    /// Adds what is wrong with the partners of an application of `applicant`.
    package static func validate(
        _ partners: [ApplicationPartner], of applicant: Library.ID, _ errors: inout FieldErrors
    ) {
        errors.require(partners.count <= most, "partners", .isTooLong(limit: most))
        var named: Set<Library.ID> = []
        for (index, partner) in partners.enumerated() {
            let field = "partners[\(index)]"
            errors.require(named.insert(partner.libraryID).inserted, "\(field).libraryId", .isTwice)
            errors.require(partner.libraryID != applicant, "\(field).libraryId", .doesNotExist)
            errors.text(partner.contribution, "\(field).contribution", limit: 1000, required: true, lines: true)
        }
    }

    /// This, with the yes that `kept` had been given: it was to this part and these words.
    package func keepingConfirmation(of kept: [ApplicationPartner]) -> ApplicationPartner {
        let same = kept.first {
            $0.libraryID == libraryID && $0.role == role && $0.contribution == contribution
        }
        return ApplicationPartner(
            libraryID: libraryID, role: role, contribution: contribution, confirmation: same?.confirmation)
    }
}

extension GrantApplication {
    /// The libraries that apply with the applicant.
    package var coApplicants: [Library.ID] { partners.filter { $0.role == .coApplicant }.map(\.libraryID) }

    /// Whose case it is: the applicant, those who apply with it, and the hosts of its events. Whoever works there is of
    /// the other side for the region.
    package func parties(hosts: [Library.ID]) -> [Library.ID] { [libraryID] + coApplicants + hosts }

    /// Whether `person` may say yes or no for a library that is asked to apply together: whoever may sign for it.
    package func mayConfirm(_ person: Person, for library: Library.ID) -> Bool {
        coApplicants.contains(library) && person.has(.signatory, at: library)
    }
}
