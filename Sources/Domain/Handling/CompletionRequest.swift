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
        self.parts = GrantRequest.Part.askable.filter(parts.contains)
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
    /// Adds a fault beside each part that is another than `received` says and is not unlocked.
    package func validate(_ errors: inout FieldErrors, unlocked: [Part], received: GrantRequest) {
        for part in parts(otherThanIn: received) where !unlocked.contains(part) {
            errors.add(part.path, .isLocked)
        }
    }
}

/// What an applicant has written in answer and not sent in. Parts that it does not name are left as they were received.
package struct CompletionDraft: Sendable, Equatable {
    /// In the order of the form.
    package let parts: [GrantRequest.Part]
    /// Holds what is written of those parts; the rest of it means nothing.
    package let request: GrantRequest
    /// nil: as they were received.
    package let partners: [ApplicationPartner]?

    package init(
        parts: [GrantRequest.Part] = [], of request: GrantRequest = GrantRequest(title: ""),
        partners: [ApplicationPartner]? = nil
    ) {
        self.parts = parts
        self.request = request
        self.partners = partners
    }

    /// Of `request` and `partners` what is another than was received.
    package init(_ request: GrantRequest, _ partners: [ApplicationPartner]?, over received: GrantApplication) {
        self.init(
            parts: request.parts(otherThanIn: received.request), of: request,
            partners: partners == received.partners ? nil : partners)
    }

    /// The request that it makes of what was received.
    package func over(_ received: GrantRequest) -> GrantRequest {
        var whole = received
        for part in parts { whole.take(part, from: request) }
        return whole
    }

    /// All that is another in it than was received.
    package var changed: [GrantRequest.Part] { partners == nil ? parts : parts + [.partners] }
}

extension ApplicationPartner {
    /// Adds a fault for each co-applicant who has not said yes: after the receipt nobody can be asked to.
    package static func validateForCompletion(_ partners: [ApplicationPartner], _ errors: inout FieldErrors) {
        for (index, partner) in partners.enumerated() {
            errors.require(partner.isConfirmedOrNeedsNot, "partners[\(index)].role", .isNotConfirmed)
        }
    }
}

extension GrantApplication {
    /// The same application asking for something else.
    package func asking(for request: GrantRequest, with partners: [ApplicationPartner]? = nil) -> GrantApplication {
        GrantApplication(
            id: id, callID: callID, libraryID: libraryID, request: request, partners: partners ?? self.partners,
            status: status,
            receipt: receipt, caseOfficerID: caseOfficerID, createdBy: createdBy, version: version,
            changedAt: changedAt, untold: untold, questionVersion: questionVersion, roundID: roundID)
    }

    /// Whether a recommendation was made of another version than the one that stands, and so can carry no decision.
    package func isStale(_ recommendation: Recommendation) -> Bool {
        !status.isFinal && recommendation.applicationVersion != version
    }
}
