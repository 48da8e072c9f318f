/// What the region asks an applicant to complete, and until when. Only the parts that it names unlock.
package struct CompletionRequest: Sendable, Equatable {
    package typealias ID = Identifier<CompletionRequest>

    package let id: ID
    /// In the order of the form.
    package let parts: [GrantRequest.Part]
    package let message: String
    /// The last day, in Stockholm.
    package let dueOn: Day
    package let requestedBy: Person.ID
    package let requestedAt: Instant
    /// nil: it is open.
    package let end: End?

    /// How a request ended, and when.
    package struct End: Sendable, Equatable {
        package let ending: Ending
        package let endedAt: Instant

        package init(_ ending: Ending, at instant: Instant) {
            self.ending = ending
            endedAt = instant
        }
    }

    /// How a request can end.
    package enum Ending: String, Sendable, CaseIterable {
        case completed, overdue, withdrawn
    }

    package init(
        id: ID = ID(), parts: [GrantRequest.Part], message: String, dueOn: Day, requestedBy: Person.ID,
        requestedAt: Instant, end: End? = nil
    ) {
        self.id = id
        self.parts = parts
        self.message = message
        self.dueOn = dueOn
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.end = end
    }

    package var isOpen: Bool { end == nil }

    /// Whether its last day is over.
    package func isOverdue(at instant: Instant) -> Bool { Stockholm.day(instant) > dueOn }
}

/// What a case officer types to ask for a completion.
package struct CompletionWish: Sendable, Equatable {
    package let parts: [GrantRequest.Part]
    package let message: String
    package let dueOn: Day

    /// The parts are put in the order of the form, each once.
    package init(parts: [GrantRequest.Part], message: String, dueOn: Day) {
        self.parts = GrantRequest.Part.allCases.filter(parts.contains)
        self.message = message
        self.dueOn = dueOn
    }

    /// A year: whoever needs longer than that starts anew (*ours*).
    private static let longest = 365

    package func validate(_ errors: inout FieldErrors, at instant: Instant) {
        let today = Stockholm.day(instant)
        errors.require(!parts.isEmpty, "fields", .isMissing)
        errors.text(message, "message", limit: 5000, required: true, lines: true)
        errors.require(dueOn > today, "dueOn", .isNotAfter(today.text))
        let last = today.adding(days: Self.longest)
        errors.require(dueOn <= last, "dueOn", .isTooLate(than: last.text))
    }
}

extension GrantRequest {
    /// The parts of an application that can be asked for and unlocked one by one.
    package enum Part: String, Sendable, CaseIterable {
        case title, purpose, events, budget, requestedAmount
    }

    /// The parts that are another here than in `other`.
    package func parts(otherThanIn other: GrantRequest) -> [Part] {
        Part.allCases.filter { part in
            switch part {
            case .title: title != other.title
            case .purpose: purpose != other.purpose
            // Shares are kept in the order of their events.
            case .events:
                events.sorted { $0.eventID < $1.eventID } != other.events.sorted { $0.eventID < $1.eventID }
            case .budget: budget != other.budget
            case .requestedAmount: requestedAmount != other.requestedAmount
            }
        }
    }

    /// Adds a fault beside each part that is another than `received` says and is not unlocked.
    package func validate(_ errors: inout FieldErrors, unlocked: [Part], received: GrantRequest) {
        for part in parts(otherThanIn: received) where !unlocked.contains(part) {
            errors.add(part.rawValue, .isLocked)
        }
        // No completion is asked of these.
        errors.require(trackID == received.trackID, "trackId", .isLocked)
        errors.require(plan == received.plan, "project", .isLocked)
        errors.require(answers == received.answers, "answers", .isLocked)
    }
}

/// What an applicant has written in answer and not sent in. nil: left as it was received.
package struct CompletionDraft: Sendable, Equatable {
    package var title: String?
    package var purpose: String?
    package var events: [GrantRequest.CostShare]?
    package var budget: [GrantRequest.BudgetLine]?
    package var requestedAmount: Money?

    package init(
        title: String? = nil, purpose: String? = nil, events: [GrantRequest.CostShare]? = nil,
        budget: [GrantRequest.BudgetLine]? = nil, requestedAmount: Money? = nil
    ) {
        self.title = title
        self.purpose = purpose
        self.events = events
        self.budget = budget
        self.requestedAmount = requestedAmount
    }

    /// Of `request` what is another than `received` says.
    package init(_ request: GrantRequest, over received: GrantRequest) {
        let changed = request.parts(otherThanIn: received)
        self.init(
            title: changed.contains(.title) ? request.title : nil,
            purpose: changed.contains(.purpose) ? request.purpose : nil,
            events: changed.contains(.events) ? request.events : nil,
            budget: changed.contains(.budget) ? request.budget : nil,
            requestedAmount: changed.contains(.requestedAmount) ? request.requestedAmount : nil)
    }

    /// The request that it makes of what was received.
    package func over(_ received: GrantRequest) -> GrantRequest {
        var request = received
        request.title = title ?? received.title
        request.purpose = purpose ?? received.purpose
        request.events = events ?? received.events
        request.budget = budget ?? received.budget
        request.requestedAmount = requestedAmount ?? received.requestedAmount
        return request
    }
}

extension GrantApplication {
    /// The same application asking for something else.
    package func asking(for request: GrantRequest) -> GrantApplication {
        GrantApplication(
            id: id, callID: callID, libraryID: libraryID, request: request, partners: partners, status: status,
            receipt: receipt, caseOfficerID: caseOfficerID, createdBy: createdBy, version: version,
            changedAt: changedAt, untold: untold, questionVersion: questionVersion, roundID: roundID)
    }

    /// Whether a recommendation was made of another version than the one that stands, and so can carry no decision.
    package func isStale(_ recommendation: Recommendation) -> Bool {
        !status.isFinal && recommendation.applicationVersion != version
    }
}
