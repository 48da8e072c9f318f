/// A paper of a case: the decision's letter, or what corrects or supersedes it. The record is its HTML.
package struct DecisionDocument: Sendable, Equatable {
    package typealias ID = Identifier<DecisionDocument>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let decisionID: Decision.ID
    package let kind: Kind
    package let number: String
    package let issuedBy: Person.ID
    package let issuedAt: Instant

    package enum Kind: String, Sendable, CaseIterable {
        case decision, correction, reopening, amendment, withholding, revocation
        case changeRefusal = "change-refusal"
        case repaymentDemand = "repayment-demand"
        case reportSettlement = "report-settlement"

        /// What the region decides of a grant after it was given: posted, appealed and final as the first decision is.
        package var isLaterDecision: Bool { GrantDecision.Kind.allCases.contains { $0.document == self } }
    }

    package init(
        id: ID, applicationID: GrantApplication.ID, decisionID: Decision.ID, kind: Kind, number: String,
        issuedBy: Person.ID, issuedAt: Instant
    ) {
        self.id = id
        self.applicationID = applicationID
        self.decisionID = decisionID
        self.kind = kind
        self.number = number
        self.issuedBy = issuedBy
        self.issuedAt = issuedAt
    }
}

/// Why a decision no longer stands (A14). The list of FL 37 and 38 §§ and of the courts, which binds where a call says
/// administrative appeal; under legality review (FL 2 §) it is *ours*, by the same principle (HFD 2021:12). Anything else
/// is no ground to take a decision back.
package struct Reopening: Sendable, Equatable {
    package let ground: Ground
    /// The judgment, the reservation or the letter that it rests on.
    package let reference: String
    package let reasons: String

    package enum Ground: String, Sendable, CaseIterable {
        /// A court has annulled it (KL 13 kap., or FL 40 § and on).
        case court
        /// Taken back by a reservation in the decision (FL 37 § 2 st 1).
        case reservation
        /// It rests on what a party said and was wrong (FL 37 § 2 st 3).
        case incorrectInformation = "incorrect-information"
        /// Plainly wrong in an essential respect, and to be changed quickly and simply, to no party's harm (FL 38 §).
        case plainlyWrong = "plainly-wrong"
        /// A new decision is better for the applicant (FL 37 § 1 st).
        case betterForApplicant = "better-for-applicant"
    }

    package init(ground: Ground, reference: String, reasons: String) {
        self.ground = ground
        self.reference = reference
        self.reasons = reasons
    }

    /// Adds what is missing.
    package func validate(_ errors: inout FieldErrors) {
        errors.text(reference, "reference", limit: 500, required: true)
        errors.text(reasons, "reasons", limit: 20_000, required: true, lines: true)
    }
}
