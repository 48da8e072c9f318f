package import Domain
import Operations
import Store

extension Scene {
    /// A grant that was accepted, and maybe paid, whose event was called off; its host has answered to that.
    package func brokenCase(paid: Bool = false) async throws -> (case: Case, grant: Grant) {
        let accepted = try await acceptedCase()
        let id = accepted.grant.id
        if paid { try await pay(attestFirst(of: id), of: id) }
        try await callOff(accepted.case)
        _ = try await operations.replyToBreach(
            of: accepted.grant.conditions[0].id, in: id, saying: "Föreläsaren blev sjuk.", by: karin)
        return (accepted.case, try await grant(id))
    }

    /// The signatory asks that another event, of an invitation bound so far, takes the place of the grant's.
    package func askForSwap(
        of accepted: (case: Case, grant: Grant), for event: Event.ID? = nil
    ) async throws -> (change: ChangeRequest.ID, event: Event.ID) {
        let other: Event.ID = if let event { event } else { try await boundEvent() }
        let change = try await operations.requestChange(
            of: accepted.grant.id, .eventSwap(accepted.case.event, for: other), because: "Lokalen brann.", by: ulf)
        return (change, other)
    }

    /// The decision maker agrees to a change.
    package func approve(_ change: ChangeRequest.ID, of grant: Grant.ID) async throws {
        _ = try await operations.approveChange(change, of: grant, because: "Rimligt.", by: dag)
    }

    /// The region offers a new date for the first event of a grant, for thirty days.
    package func offerNewDate(of grant: Grant) async throws {
        _ = try await operations.offerNewDate(
            for: grant.conditions[0].id, of: grant.id, until: Stockholm.day(now).adding(days: 30),
            saying: "Ge den i höst.", by: amira)
    }

    /// A grant of two events, 15,000 kronor each, that was accepted.
    package func caseOfTwo() async throws -> (events: [Event.ID], grant: Grant) {
        let events = try await [boundEvent(), boundEvent()]
        let call = try await openCall()
        let application = try await operations.draftApplication(
            request(for: events), to: call, from: library(of: karin), by: karin)
        _ = try await operations.submitApplication(application, attested: true, by: ulf)
        _ = try await operations.handleApplication(application, by: amira)
        try await recommend(application)
        try await approve(application)
        let id = try await grantID(of: Case(application: application, call: call, event: events[0]))
        try await confirmAccount(of: id)
        _ = try await operations.acceptGrant(id, on: "Villkoren.", by: ulf)
        return (events, try await grant(id))
    }
}
