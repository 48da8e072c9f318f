/// What a case keeps of an application: what was asked for, by which rule of the call, and for which events.
package struct ApplicationRecord: Sendable, Equatable {
    package let applicant: NamedUnit
    package let title: String
    package let purpose: String
    package let requestedAmount: Money
    package let budget: [GrantRequest.BudgetLine]
    package let costShares: [NamedShare]
    package let rule: CallRule
    package let projectStartsOn: Day?
    package let projectEndsOn: Day?
    /// In the order of their ids.
    package let events: [EventRecord]
    /// In the order of the libraries' ids.
    package let partners: [NamedPartner]
    /// In the order in which they were added.
    package let attachments: [KeptAttachment]

    package init(
        applicant: NamedUnit, title: String, purpose: String, requestedAmount: Money,
        budget: [GrantRequest.BudgetLine], costShares: [NamedShare], rule: CallRule, projectStartsOn: Day?,
        projectEndsOn: Day?, events: [EventRecord], partners: [NamedPartner] = [], attachments: [KeptAttachment] = []
    ) {
        self.applicant = applicant
        self.title = title
        self.purpose = purpose
        self.requestedAmount = requestedAmount
        self.budget = budget
        self.costShares = costShares
        self.rule = rule
        self.projectStartsOn = projectStartsOn
        self.projectEndsOn = projectEndsOn
        self.events = events
        self.partners = partners
        self.attachments = attachments
    }
}

extension ApplicationRecord {
    /// An application as it stands, with its call, its events and its files.
    package init(
        _ application: GrantApplication, call: Call, events: [Event], attachments: [Attachment], region: RegionFacts,
        names: UnitNames, at instant: Instant
    ) {
        let request = application.request
        let records = events.sorted { $0.id < $1.id }
            .map { EventRecord($0, region: region, names: names, at: instant) }
        self.init(
            applicant: names[application.libraryID], title: request.title, purpose: request.purpose,
            requestedAmount: request.requestedAmount, budget: request.budget,
            costShares: request.events.sorted { $0.eventID < $1.eventID }.map { share in
                let title = records.first { $0.id == share.eventID }?.title ?? "–"
                return NamedShare(eventID: share.eventID, title: title, amount: share.amount)
            },
            rule: call.rule, projectStartsOn: call.details.projectStartsOn, projectEndsOn: call.details.projectEndsOn,
            events: records, partners: NamedPartner.all(of: application, names),
            attachments: attachments.map(KeptAttachment.init))
    }

    /// What it says besides its events, fact by fact.
    package var facts: [CaseFact] {
        [
            CaseFact(.applicant, .units([applicant])), CaseFact(.title, .text(title)),
            CaseFact(.purpose, .text(purpose)), CaseFact(.requestedAmount, .money(requestedAmount)),
            CaseFact(.budget, .budget(budget)), CaseFact(.costShares, .shares(costShares)),
            CaseFact(.partners, .partners(partners)), CaseFact(.attachments, .attachments(attachments)),
            CaseFact(.rule, .rule(rule)), CaseFact(.projectPeriod, .period(from: projectStartsOn, to: projectEndsOn)),
        ]
    }
}
