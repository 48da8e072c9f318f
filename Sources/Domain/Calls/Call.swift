/// A call for grant applications: when one may apply, how much money there is and what the funding rule asks for.
package struct Call: Sendable, Equatable {
    package typealias ID = Identifier<Call>

    package let id: ID
    package let details: CallDetails
    package let rule: CallRule
    package var questions: QuestionSet
    /// What has been granted so far.
    package let committed: Money
    package let publishedAt: Instant?
    package let version: Int
    package let decisionTerms: DecisionTerms
    /// The part of `committed` that nobody outside the region may know of yet.
    package let untold: Money

    package init(
        id: ID, details: CallDetails, rule: CallRule, questions: QuestionSet = QuestionSet(), committed: Money,
        publishedAt: Instant?, version: Int, decisionTerms: DecisionTerms = DecisionTerms(), untold: Money = .zero
    ) {
        self.id = id
        self.details = details
        self.rule = rule
        self.questions = questions
        self.committed = committed
        self.publishedAt = publishedAt
        self.version = version
        self.decisionTerms = decisionTerms
        self.untold = untold
    }

    package var free: Money { details.budget - committed }

    /// Whether an application may be submitted at `instant`. The closing instant itself is too late.
    package func isOpen(at instant: Instant) -> Bool {
        guard publishedAt != nil, details.opensAt <= instant, instant < details.closesAt else { return false }
        if details.isRolling, free <= .zero { return false }
        return details.rounds.isEmpty || round(at: instant) != nil
    }

    /// The round in which one may submit at `instant`; nil between two, and of a call without rounds.
    package func round(at instant: Instant) -> CallRound? {
        details.rounds.first { $0.opensAt <= instant && instant < $0.closesAt }
    }

    /// The round that is open at `instant`, or else the next to open.
    package func nextRound(at instant: Instant) -> CallRound? { details.rounds.first { instant < $0.closesAt } }

    /// Whether one may begin to write: the call is announced and can still be applied in.
    package func takesDrafts(at instant: Instant) -> Bool {
        publishedAt != nil && instant < details.lastClosing
    }
}

/// What the region says of a call.
package struct CallDetails: Sendable, Equatable {
    package var title: String
    package var description: String
    package var opensAt: Instant
    package var closesAt: Instant
    /// The days within which events may take place, both included.
    package var projectStartsOn: Day?
    package var projectEndsOn: Day?
    package var budget: Money
    package var maximumAmount: Money?
    /// What it says of the money that it grants.
    package var terms: GrantTerms
    /// What stands under the headings of its page.
    package var texts: [CallSection: BilingualText]
    package var tracks: [CallTrack]
    /// In the order in which they open; none: the whole time is one.
    package var rounds: [CallRound]
    /// Whether one may apply only for as long as money is left.
    package var isRolling: Bool

    package init(
        title: String, description: String = "", opensAt: Instant, closesAt: Instant, projectStartsOn: Day? = nil,
        projectEndsOn: Day? = nil, budget: Money, maximumAmount: Money? = nil, terms: GrantTerms = GrantTerms(),
        texts: [CallSection: BilingualText] = [:], tracks: [CallTrack] = [], rounds: [CallRound] = [],
        isRolling: Bool = false
    ) {
        self.title = title
        self.description = description
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.projectStartsOn = projectStartsOn
        self.projectEndsOn = projectEndsOn
        self.budget = budget
        self.maximumAmount = maximumAmount
        self.terms = terms
        self.texts = texts
        self.tracks = tracks
        self.rounds = rounds
        self.isRolling = isRolling
    }

    /// From when on nothing can be submitted: when the last round closes, or the call, if it has none.
    package var lastClosing: Instant { rounds.map(\.closesAt).max() ?? closesAt }

    package func validate(_ errors: inout FieldErrors) {
        errors.text(title, "title", limit: 200, required: true)
        errors.text(description, "description", limit: 20_000, lines: true)
        errors.require(closesAt > opensAt, "closesAt", .isNotAfter("opensAt"))
        if let projectStartsOn, let projectEndsOn {
            errors.require(projectEndsOn >= projectStartsOn, "projectEndsOn", .isNotAfter("projectStartsOn"))
        }
        errors.require(budget > .zero, "budget", .isTooSmall(least: 1))
        if let maximumAmount {
            errors.require(maximumAmount > .zero, "maximumAmount", .isTooSmall(least: 1))
            errors.require(maximumAmount <= budget, "maximumAmount", .isMoreThan(budget))
        }
        terms.validate(&errors)
        for section in CallSection.allCases {
            texts[section]?.validate(&errors, "texts.\(section.name)", limit: CallSection.limit, lines: true)
        }
        tracks.validate(&errors, budget: budget)
        rounds.validate(&errors, opensAt: opensAt, closesAt: closesAt)
    }
}

/// The parameters of the funding rule in one call. Each change makes a new version; old ones are kept.
package struct CallRule: Sendable, Equatable {
    package var version: Int
    package var invite: Breadth
    /// Whole days of 24 hours between the publication of the invitation and the start (predicate P8).
    package var noticeDays: Int
    package var minimumSeatsForOthers: Int
    /// The largest part of the seats that may be kept for own staff, from 0 to 1.
    package var maximumOwnShare: Double
    /// Whether the price for others may not be above that for own staff (P7).
    package var othersPayNoMore: Bool
    /// Whether an invitation that stands in the region's calendar has reached the libraries (P9).
    package var calendarIsChannel: Bool
    /// Whether an event may be in one grant or active application at most (P13).
    package var oneGrantPerEvent: Bool
    /// Days of 24 hours that a host has to answer after a breach.
    package var daysToReply: Int
    /// Kinds of cost that may be sought without an event (P12). What is granted of them follows the events, in proportion
    /// to their shares: without events there is nothing that they are for.
    package var costsWithoutEvent: [GrantRequest.BudgetLine.Kind]

    /// How many other libraries must be invited.
    package enum Breadth: Sendable, Equatable {
        case all
        case atLeast(Int)
    }

    package init(
        version: Int = 1, invite: Breadth = .all, noticeDays: Int = 14, minimumSeatsForOthers: Int = 5,
        maximumOwnShare: Double = 0.5, othersPayNoMore: Bool = true, calendarIsChannel: Bool = true,
        oneGrantPerEvent: Bool = true, daysToReply: Int = Deviation.daysToReply,
        costsWithoutEvent: [GrantRequest.BudgetLine.Kind] = []
    ) {
        self.version = version
        self.invite = invite
        self.noticeDays = noticeDays
        self.minimumSeatsForOthers = minimumSeatsForOthers
        self.maximumOwnShare = maximumOwnShare
        self.othersPayNoMore = othersPayNoMore
        self.calendarIsChannel = calendarIsChannel
        self.oneGrantPerEvent = oneGrantPerEvent
        self.daysToReply = daysToReply
        self.costsWithoutEvent = GrantRequest.BudgetLine.Kind.allCases.filter(costsWithoutEvent.contains)
    }

    /// What a budget has of the costs that need no event.
    package func withoutEvent(in budget: [GrantRequest.BudgetLine]) -> Money {
        budget.filter { costsWithoutEvent.contains($0.kind) }.map(\.amount).sum
    }

    package func validate(_ errors: inout FieldErrors) {
        if case .atLeast(let least) = invite { errors.require(least >= 1, "rule.invite", .isTooSmall(least: 1)) }
        errors.require(noticeDays >= 0, "rule.noticeDays", .isTooSmall(least: 0))
        errors.require(noticeDays <= 365, "rule.noticeDays", .isTooLarge(most: 365))
        errors.require(minimumSeatsForOthers >= 1, "rule.minimumSeatsForOthers", .isTooSmall(least: 1))
        errors.require(
            minimumSeatsForOthers <= Seats.largestCapacity, "rule.minimumSeatsForOthers",
            .isTooLarge(most: Seats.largestCapacity))
        errors.require((0...1).contains(maximumOwnShare), "rule.maximumOwnShare", .isTooLarge(most: 1))
        errors.require(daysToReply >= 1, "rule.daysToReply", .isTooSmall(least: 1))
        errors.require(daysToReply <= 365, "rule.daysToReply", .isTooLarge(most: 365))
    }
}
