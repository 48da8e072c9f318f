/// A conflict of interest that somebody has declared in a case, or had recorded for them. While it is open they act for
/// the region in nothing there.
package struct DeclaredConflict: Sendable, Equatable {
    package typealias ID = Identifier<DeclaredConflict>

    package let id: ID
    package let personID: Person.ID
    package let ground: Ground
    package let explanation: String
    package let declaredBy: Person.ID
    package let declaredAt: Instant
    /// nil: it stands.
    package let lifting: Lifting?

    /// The grounds of KL 6 kap. 28 § and 7 kap. 4 § (2017:725), in the order of FL 16 § (2017:900), which has the same and
    /// binds where a call says administrative appeal (FL 2 §).
    package enum Ground: String, Sendable, CaseIterable {
        case ownInterest = "own-interest"
        case closeRelation = "close-relation"
        case representative
        case earlierInstance = "earlier-instance"
        case otherCircumstance = "other-circumstance"
    }

    /// That another decision maker has found it to be none, and why.
    package struct Lifting: Sendable, Equatable {
        package let liftedBy: Person.ID
        package let liftedAt: Instant
        package let reason: String

        package init(liftedBy: Person.ID, liftedAt: Instant, reason: String) {
            self.liftedBy = liftedBy
            self.liftedAt = liftedAt
            self.reason = reason
        }
    }

    package init(
        id: ID = ID(), personID: Person.ID, ground: Ground, explanation: String, declaredBy: Person.ID,
        declaredAt: Instant, lifting: Lifting? = nil
    ) {
        self.id = id
        self.personID = personID
        self.ground = ground
        self.explanation = explanation
        self.declaredBy = declaredBy
        self.declaredAt = declaredAt
        self.lifting = lifting
    }

    package var isOpen: Bool { lifting == nil }

    /// Refuses whoever it is about, and whoever recorded it: another decides that it is none (*ours*, as FL 18 §).
    package func checkLifting(by person: Person) throws(Refusal) {
        guard person.id != personID, person.id != declaredBy else { throw .notAllowed(.anotherLiftsConflict) }
        guard isOpen else { throw .conflict(.wrongState) }
    }
}

extension [DeclaredConflict] {
    /// The grounds of those that stand, by person.
    package var open: [Person.ID: DeclaredConflict.Ground] {
        Dictionary(filter(\.isOpen).map { ($0.personID, $0.ground) }) { first, _ in first }
    }
}
