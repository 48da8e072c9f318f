/// One line of the region's delegation order: who may decide what, up to how much, and when.
package struct Delegation: Sendable, Equatable {
    package typealias ID = Identifier<Delegation>

    package let id: ID
    package let number: String
    package let text: String
    /// nil: whoever has the role of decision maker.
    package let personID: Person.ID?
    package let outcomes: Set<GrantApplication.Status>
    /// nil: any amount.
    package let maximumAmount: Money?
    package let validFrom: Day
    /// The first day on which it no longer holds.
    package let validTo: Day?

    package init(
        id: ID, number: String, text: String, personID: Person.ID?, outcomes: Set<GrantApplication.Status>,
        maximumAmount: Money?, validFrom: Day, validTo: Day?
    ) {
        self.id = id
        self.number = number
        self.text = text
        self.personID = personID
        self.outcomes = outcomes
        self.maximumAmount = maximumAmount
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether `person` may decide so under it on `day`.
    package func covers(_ outcome: Decision.Outcome, by person: Person, on day: Day) -> Bool {
        guard outcomes.contains(outcome.status), isHeld(by: person, on: day) else { return false }
        guard let amount = outcome.amount, let maximumAmount else { return true }
        return amount <= maximumAmount
    }

    /// Whether it is a line of `person`'s on `day`, whatever it is for.
    package func isHeld(by person: Person, on day: Day) -> Bool {
        (personID == nil || personID == person.id) && validFrom <= day && validTo.map { day < $0 } ?? true
    }

    /// Adds what no line of a delegation order may have.
    package func validate(_ errors: inout FieldErrors) {
        errors.text(number, "number", limit: 50, required: true)
        errors.text(text, "text", limit: 2000, required: true, lines: true)
        errors.require(!outcomes.isEmpty, "outcomes", .isMissing)
        errors.require(outcomes.allSatisfy(\.isDecided), "outcomes", .isNotOneOf(Self.decidable))
        if let maximumAmount { errors.require(maximumAmount > .zero, "maximumAmount", .isTooSmall(least: 1)) }
        if let validTo { errors.require(validTo > validFrom, "validTo", .isNotAfter("validFrom")) }
    }

    /// The outcomes that can be delegated.
    package static let decidable = GrantApplication.Status.allCases.filter(\.isDecided).map(\.rawValue)
}

extension Sequence where Element == Delegation {
    /// A line of `person`'s for what neither gives money nor takes any: the narrowest, whatever the amount of the
    /// grant.
    package func held(by person: Person, on day: Day) throws(Refusal) -> Delegation {
        guard let found = filter({ $0.isHeld(by: person, on: day) }).min(by: Self.isNarrower) else {
            throw .notAllowed(.delegationIsMissing)
        }
        return found
    }

    private static func isNarrower(_ left: Delegation, _ right: Delegation) -> Bool {
        (left.maximumAmount ?? .largest, left.number) < (right.maximumAmount ?? .largest, right.number)
    }

    /// The one to decide under: of those that cover it the narrowest, so that the reference says no more than is
    /// needed.
    package func covering(
        _ outcome: Decision.Outcome, by person: Person, on day: Day
    ) throws(Refusal) -> Delegation {
        guard let found = filter({ $0.covers(outcome, by: person, on: day) }).min(by: Self.isNarrower) else {
            throw .notAllowed(.delegationIsMissing)
        }
        return found
    }
}
