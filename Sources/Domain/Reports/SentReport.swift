/// What is written of a report and not sent. Each saving moves its version.
package struct ReportDraft: Sendable, Equatable {
    package let report: Report
    package let version: Int
    package let savedBy: Person.ID
    package let savedAt: Instant

    package init(report: Report, version: Int, savedBy: Person.ID, savedAt: Instant) {
        self.report = report
        self.version = version
        self.savedBy = savedBy
        self.savedAt = savedAt
    }
}

/// A report as it was sent. It never changes: a returned one is written anew.
package struct SentReport: Sendable, Equatable {
    package let id: Report.ID
    /// Its place among those of its grant.
    package let number: Int
    package let report: Report
    /// What the service knew of the events when it was sent.
    package let facts: [Report.EventFacts]
    /// SHA-256 of what is kept.
    package let hash: [UInt8]
    package let sentBy: Person.ID
    package let sentAt: Instant
    package let returned: Return?

    /// Why the region wants another.
    package struct Return: Sendable, Equatable {
        package let reasons: String
        package let dueOn: Day
        package let by: Person.ID
        package let at: Instant

        package init(reasons: String, dueOn: Day, by person: Person.ID, at instant: Instant) {
            self.reasons = reasons
            self.dueOn = dueOn
            by = person
            at = instant
        }
    }

    package init(
        id: Report.ID, number: Int, report: Report, facts: [Report.EventFacts], hash: [UInt8], sentBy: Person.ID,
        sentAt: Instant, returned: Return?
    ) {
        self.id = id
        self.number = number
        self.report = report
        self.facts = facts
        self.hash = hash
        self.sentBy = sentBy
        self.sentAt = sentAt
        self.returned = returned
    }
}

/// What a case officer finds of a report. Where the grant comes to less than was granted, or money goes back, it is a
/// proposal until a decision maker has confirmed it, or has sent it back.
package struct ReportSettlement: Sendable, Equatable {
    package typealias ID = Identifier<ReportSettlement>

    package let id: ID
    package let reportID: Report.ID
    /// What the grant gave before.
    package let payable: Money
    /// What the grant comes to by the report.
    package let entitled: Money
    /// What is to come back of what was paid.
    package let claimed: Money
    package let dueOn: Day?
    package let reasons: String
    package let proposedBy: Person.ID
    package let proposedAt: Instant
    package let confirmation: Confirmation?
    package let returned: Return?

    /// It takes something of what was granted: another person decides it.
    package var needsDecision: Bool { claimed > .zero || entitled < payable }

    /// It waits for a decision maker.
    package var isOpen: Bool { needsDecision && confirmation == nil && returned == nil }

    /// Why the decision maker wants another proposal.
    package struct Return: Sendable, Equatable {
        package let reasons: String
        package let by: Person.ID
        package let at: Instant

        package init(reasons: String, by person: Person.ID, at instant: Instant) {
            self.reasons = reasons
            by = person
            at = instant
        }
    }

    /// The decision by which it is settled so.
    package struct Confirmation: Sendable, Equatable {
        package let by: Person.ID
        package let at: Instant
        package let documentID: DecisionDocument.ID
        /// That decision stands no longer: the report is to be settled anew.
        package let isReopened: Bool

        package init(
            by person: Person.ID, at instant: Instant, in document: DecisionDocument.ID, isReopened: Bool = false
        ) {
            by = person
            at = instant
            documentID = document
            self.isReopened = isReopened
        }
    }

    package init(
        id: ID = ID(), reportID: Report.ID, payable: Money, entitled: Money, claimed: Money, dueOn: Day?,
        reasons: String, proposedBy: Person.ID, proposedAt: Instant, confirmation: Confirmation? = nil,
        returned: Return? = nil
    ) {
        self.id = id
        self.reportID = reportID
        self.payable = payable
        self.entitled = entitled
        self.claimed = claimed
        self.dueOn = dueOn
        self.reasons = reasons
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.confirmation = confirmation
        self.returned = returned
    }
}
