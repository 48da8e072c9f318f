/// How a case stands for those who may not learn its outcome yet: as the decision found it.
package struct Standing: Sendable, Equatable {
    package let status: GrantApplication.Status
    package let version: Int
    package let changedAt: Instant

    package init(status: GrantApplication.Status, version: Int, changedAt: Instant) {
        self.status = status
        self.version = version
        self.changedAt = changedAt
    }
}

extension Person {
    /// Whether outcomes are told to the person as soon as they are decided. To everybody else they are told when their
    /// call says; that the person works in a library besides changes nothing.
    package var learnsOutcomesAtOnce: Bool { isOfRegionalDesk || has(.developer) }
}

extension GrantApplication {
    /// The application as `person` may know it.
    package func told(to person: Person?) -> GrantApplication {
        guard let untold, person?.learnsOutcomesAtOnce != true else { return self }
        return GrantApplication(
            id: id, callID: callID, libraryID: libraryID, request: request, partners: partners, status: untold.status,
            receipt: receipt, caseOfficerID: caseOfficerID, createdBy: createdBy, version: untold.version,
            changedAt: untold.changedAt, untold: untold, questionVersion: questionVersion, roundID: roundID)
    }
}

extension Call {
    /// The call as `person` may know it: without the money of decisions that are not told yet.
    package func told(to person: Person?) -> Call {
        guard untold > .zero, person?.learnsOutcomesAtOnce != true else { return self }
        return Call(
            id: id, details: details, rule: rule, questions: questions, committed: committed - untold,
            publishedAt: publishedAt, version: version, decisionTerms: decisionTerms)
    }
}

/// What a call says of its decisions, whenever that is settled.
package struct DecisionTerms: Sendable, Equatable {
    /// Nobody outside the region learns an outcome before this; nil: they learn it at once.
    package var outcomesToldAt: Instant?
    package var appeal: Appeal
    package var reportDueOn: Day?

    package init(outcomesToldAt: Instant? = nil, appeal: Appeal = .legalityReview, reportDueOn: Day? = nil) {
        self.outcomesToldAt = outcomesToldAt
        self.appeal = appeal
        self.reportDueOn = reportDueOn
    }

    /// Whether outcomes are still kept back at `instant`.
    package func keepsBack(at instant: Instant) -> Bool { outcomesToldAt.map { instant < $0 } ?? false }
}
