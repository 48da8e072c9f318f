/// A case as one file for the archive: ordered, and once it is made, ready to be fetched.
package struct CaseArchive: Sendable, Equatable {
    package typealias ID = Identifier<CaseArchive>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let orderedBy: Person.ID
    package let orderedAt: Instant
    /// How often it has been tried, this time included.
    package let attempts: Int
    /// Why it is not made yet, if that was tried.
    package let fault: String?
    package let made: Made?

    /// What is there once it is made.
    package struct Made: Sendable, Equatable {
        package let at: Instant
        package let size: Int
        /// SHA-256 of the whole file.
        package let hash: [UInt8]

        package init(at instant: Instant, size: Int, hash: [UInt8]) {
            at = instant
            self.size = size
            self.hash = hash
        }
    }

    package init(
        id: ID, applicationID: GrantApplication.ID, orderedBy: Person.ID, orderedAt: Instant, attempts: Int,
        fault: String?, made: Made?
    ) {
        self.id = id
        self.applicationID = applicationID
        self.orderedBy = orderedBy
        self.orderedAt = orderedAt
        self.attempts = attempts
        self.fault = fault
        self.made = made
    }
}

extension Person {
    /// Whether they may take whole cases out of the service: those who handle them, and the auditor.
    package var mayArchive: Bool { has(.caseOfficer) || has(.auditor) }
}
