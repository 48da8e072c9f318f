package import Domain
import Operations
import Store

/// How far a case has come.
package enum Stage: Int, Sendable, CaseIterable {
    case drafted, submitted, handled, recommended, approved
}

/// A case of a scene: the application, with its call and its event.
package struct Case: Sendable {
    package let application: GrantApplication.ID
    package let call: Call.ID
    package let event: Event.ID

    package init(application: GrantApplication.ID, call: Call.ID, event: Event.ID) {
        self.application = application
        self.call = call
        self.event = event
    }
}

/// Those who act for an applicant.
package struct Applicant: Sendable {
    /// Writes the application, and edits its events.
    package let writer: Person
    /// Signs it.
    package let signatory: Person
}

extension Scene {
    package var klippan: Applicant { Applicant(writer: karin, signatory: ulf) }
    package var lund: Applicant { Applicant(writer: lena, signatory: sven) }

    /// What a library asks for: 30,000 kronor, shared evenly by its events.
    package func request(for events: [Event.ID], amount: Money = .kronor(30_000)) -> GrantRequest {
        let whole = events.map { GrantRequest.CostShare(eventID: $0, amount: .kronor(1)) }
        return GrantRequest(
            title: "Läslust för alla", purpose: "Att lära av varandra.",
            events: Grant.shares(of: amount, sought: whole),
            budget: [.init(kind: .fee, amount: amount)], requestedAmount: amount)
    }

    /// A case that has come to `stage` by what people do: of Klippan, in a call of its own, for an event of its own
    /// that is to invite everybody once it is funded, unless others are named.
    package func `case`(
        _ stage: Stage, of applicant: Applicant? = nil, in call: Call.ID? = nil, for event: Event.ID? = nil,
        amount: Money = .kronor(30_000)
    ) async throws -> Case {
        let applicant = applicant ?? klippan
        let callID: Call.ID = if let call { call } else { try await openCall() }
        let eventID: Event.ID = if let event { event } else { try await boundEvent(by: applicant.writer) }
        let id = try await operations.draftApplication(
            request(for: [eventID], amount: amount), to: callID, from: library(of: applicant.writer),
            by: applicant.writer)
        let made = Case(application: id, call: callID, event: eventID)
        try await walk(made, to: stage, signedBy: applicant.signatory, amount: amount)
        return made
    }

    private func walk(_ made: Case, to stage: Stage, signedBy signatory: Person, amount: Money) async throws {
        let id = made.application
        if stage.rawValue >= Stage.submitted.rawValue {
            _ = try await operations.submitApplication(id, attested: true, by: signatory)
        }
        if stage.rawValue >= Stage.handled.rawValue {
            _ = try await operations.handleApplication(id, by: amira)
        }
        if stage.rawValue >= Stage.recommended.rawValue {
            try await recommend(id, amount)
        }
        if stage.rawValue >= Stage.approved.rawValue {
            try await approve(id, amount)
        }
    }

    /// The case officer proposes that the application be approved.
    package func recommend(_ id: GrantApplication.ID, _ amount: Money = .kronor(30_000)) async throws {
        _ = try await operations.recommendDecision(on: id, .approve(amount), reasons: "Angeläget.", by: amira)
    }

    /// The decision maker approves.
    package func approve(_ id: GrantApplication.ID, _ amount: Money = .kronor(30_000)) async throws {
        _ = try await operations.approveApplication(id, amount: amount, reasons: "Enligt villkoren.", by: dag)
    }
}
