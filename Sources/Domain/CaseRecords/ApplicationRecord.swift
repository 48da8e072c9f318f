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
    /// What an application says since more is asked of it than at first; nil in a record of the first form.
    package let more: More?

    /// The standard fields of the project, the track, the round, and the answers to the questions of the call.
    package struct More: Sendable, Equatable {
        package let plan: ProjectPlan
        package let track: BilingualText?
        package let answers: [AnsweredQuestion]

        package init(plan: ProjectPlan, track: BilingualText?, answers: [AnsweredQuestion]) {
            self.plan = plan
            self.track = track
            self.answers = answers
        }
    }
    /// In the order of the libraries' ids.
    package let partners: [NamedPartner]
    /// In the order in which they were added.
    package let attachments: [KeptAttachment]

    package init(
        applicant: NamedUnit, title: String, purpose: String, requestedAmount: Money,
        budget: [GrantRequest.BudgetLine], costShares: [NamedShare], rule: CallRule, projectStartsOn: Day?,
        projectEndsOn: Day?, events: [EventRecord], more: More? = nil, partners: [NamedPartner] = [],
        attachments: [KeptAttachment] = []
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
        self.more = more
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
            events: records,
            more: More(
                plan: request.plan, track: call.details.tracks[id: request.trackID]?.name,
                answers: call.questions.sent(request.answers)),
            partners: NamedPartner.all(of: application, names), attachments: attachments.map(KeptAttachment.init))
    }

    /// What it says besides its events, fact by fact. A record of the first form knows nothing of what came later.
    package var facts: [CaseFact] {
        let first = [
            CaseFact(.applicant, .units([applicant])), CaseFact(.title, .text(title)),
            CaseFact(.purpose, .text(purpose)), CaseFact(.requestedAmount, .money(requestedAmount)),
            CaseFact(.budget, .budget(budget)), CaseFact(.costShares, .shares(costShares)),
            CaseFact(.partners, .partners(partners)), CaseFact(.attachments, .attachments(attachments)),
            CaseFact(.rule, .rule(rule)), CaseFact(.projectPeriod, .period(from: projectStartsOn, to: projectEndsOn)),
        ]
        guard let more else { return first }
        return first + [
            CaseFact(.track, .bilingual(more.track)), CaseFact(.plan, .plan(more.plan)),
            CaseFact(.answers, .answers(more.answers)),
        ]
    }
}
