/// A library's application for money from a call, for the events that it names.
package struct GrantApplication: Sendable, Equatable {
    package typealias ID = Identifier<GrantApplication>

    package let id: ID
    package let callID: Call.ID
    package let libraryID: Library.ID
    package let request: GrantRequest
    package let partners: [ApplicationPartner]
    package let status: Status
    package let receipt: Receipt?
    package let caseOfficerID: Person.ID?
    package let createdBy: Person.ID?
    package let version: Int
    package let changedAt: Instant
    /// As the decision found it, while nobody outside the region may learn the outcome.
    package let untold: Standing?
    /// The questions of its call that it answered when it was received; nil before, and where none were asked.
    package let questionVersion: Int?
    /// The round in which it was received, if the call has rounds.
    package let roundID: CallRound.ID?

    /// Where the case stands: what a client sees as `state`.
    package enum Status: String, Sendable, CaseIterable {
        case draft, submitted
        case inReview = "in-review"
        case completionRequested = "completion-requested"
        case readyForDecision = "ready-for-decision"
        case approved
        case approvedPartially = "approved-partially"
        case rejected, dismissed, withdrawn, lapsed
    }

    /// That the region has received it. From here it is an official document.
    package struct Receipt: Sendable, Equatable {
        package let registryNumber: String
        package let submittedBy: Person.ID
        package let submittedAt: Instant

        package init(registryNumber: String, submittedBy: Person.ID, submittedAt: Instant) {
            self.registryNumber = registryNumber
            self.submittedBy = submittedBy
            self.submittedAt = submittedAt
        }
    }

    package init(
        id: ID, callID: Call.ID, libraryID: Library.ID, request: GrantRequest, partners: [ApplicationPartner] = [],
        status: Status, receipt: Receipt?, caseOfficerID: Person.ID?, createdBy: Person.ID?, version: Int,
        changedAt: Instant, untold: Standing? = nil, questionVersion: Int? = nil, roundID: CallRound.ID? = nil
    ) {
        self.id = id
        self.callID = callID
        self.libraryID = libraryID
        self.request = request
        self.partners = partners
        self.status = status
        self.receipt = receipt
        self.caseOfficerID = caseOfficerID
        self.createdBy = createdBy
        self.version = version
        self.changedAt = changedAt
        self.untold = untold
        self.questionVersion = questionVersion
        self.roundID = roundID
    }
}

/// What an applicant asks for: everything that may be typed.
package struct GrantRequest: Sendable, Equatable {
    package var title: String
    package var purpose: String
    package var events: [CostShare]
    package var budget: [BudgetLine]
    package var requestedAmount: Money
    package var trackID: CallTrack.ID?
    package var plan: ProjectPlan
    package var answers: Answers

    /// The part of the sum sought that goes to one event.
    package struct CostShare: Sendable, Equatable {
        package let eventID: Event.ID
        package let amount: Money

        package init(eventID: Event.ID, amount: Money) {
            self.eventID = eventID
            self.amount = amount
        }
    }

    /// One line of the budget.
    package struct BudgetLine: Sendable, Equatable {
        package let kind: Kind
        package let amount: Money

        package init(kind: Kind, amount: Money) {
            self.kind = kind
            self.amount = amount
        }

        package enum Kind: String, Sendable, CaseIterable {
            case fee, travel, premises, catering, material, technology, communication
        }
    }

    package init(
        title: String, purpose: String = "", events: [CostShare] = [], budget: [BudgetLine] = [],
        requestedAmount: Money = .zero, trackID: CallTrack.ID? = nil, plan: ProjectPlan = ProjectPlan(),
        answers: Answers = [:]
    ) {
        self.title = title
        self.purpose = purpose
        self.events = events
        self.budget = budget
        self.requestedAmount = requestedAmount
        self.trackID = trackID
        self.plan = plan
        self.answers = answers
    }

    /// Adds what no draft may have. What only a submission needs is asked by `validateForSubmission`.
    package func validate(_ errors: inout FieldErrors) {
        errors.text(title, "title", limit: 200, required: true)
        errors.text(purpose, "purpose", limit: 20_000, lines: true)
        errors.require(events.count <= 50, "events", .isTooLong(limit: 50))
        errors.require(Set(events.map(\.eventID)).count == events.count, "events", .isTwice)
        errors.require(budget.count <= 100, "budget", .isTooLong(limit: 100))
        errors.require(budget.allSatisfy { $0.amount >= .zero }, "budget", .isTooSmall(least: 0))
        errors.require(events.allSatisfy { $0.amount >= .zero }, "events", .isTooSmall(least: 0))
        errors.require(requestedAmount >= .zero, "requestedAmount", .isTooSmall(least: 0))
        plan.validate(&errors)
    }

    /// Adds what no draft for `call` may have: a track that is none of its own, or an answer that is none to its
    /// questions.
    package func validate(_ errors: inout FieldErrors, for call: Call, over kept: GrantRequest? = nil) {
        validate(&errors)
        errors.require(trackID == nil || call.details.tracks[id: trackID] != nil, "trackId", .doesNotExist)
        call.questions.validate(answers, over: kept?.answers ?? [:], &errors)
    }

    /// Adds what a submission to `call` lacks.
    package func validateForSubmission(_ errors: inout FieldErrors, to call: Call) {
        let track = call.details.tracks[id: trackID]
        errors.require(call.details.tracks.isEmpty || track != nil, "trackId", .isMissing)
        let maxima = [call.details.maximumAmount, track?.maximumAmount].compactMap(\.self)
        validateForSubmission(&errors, maximum: maxima.min())
        call.questions.validateForSubmission(answers, &errors)
    }

    /// Adds what a submission lacks, given the most that the call pays.
    package func validateForSubmission(_ errors: inout FieldErrors, maximum: Money?) {
        errors.require(purpose.contains { !$0.isWhitespace }, "purpose", .isMissing)
        errors.require(requestedAmount > .zero, "requestedAmount", .isMissing)
        if let maximum { errors.require(requestedAmount <= maximum, "requestedAmount", .isMoreThan(maximum)) }
        errors.require(!budget.isEmpty, "budget", .isMissing)
        let total = budget.map(\.amount).sum
        errors.require(total >= requestedAmount, "budget", .doesNotAddUp(to: requestedAmount))
    }
}
