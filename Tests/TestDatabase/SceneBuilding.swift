package import Domain
import Operations
import Store

extension Scene {
    /// The terms of a call that is open: 600,000 kronor, at most 60,000 each.
    package var callDetails: CallDetails {
        CallDetails(
            title: "Kompetensutveckling", description: "Föreläsningar och utbildningsdagar.",
            opensAt: now.adding(days: -10), closesAt: now.adding(days: 40), budget: .kronor(600_000),
            maximumAmount: .kronor(60_000))
    }

    /// A call that is announced and open.
    package func openCall(
        rule: CallRule = CallRule(), _ edit: (inout CallDetails) -> Void = { _ in }
    ) async throws -> Call.ID {
        var details = callDetails
        edit(&details)
        let id = try await operations.draftCall(details, rule: rule, by: amira)
        return try await operations.publishCall(id, by: amira)
    }

    /// A training day in sixty days, in the municipality of its host, with thirty seats for anybody.
    package func eventDetails(by host: Person) async throws -> EventDetails {
        let id = try library(of: host)
        let municipality = try await database.library(id)?.municipalityCode
        let start = Instant(microseconds: now.seconds / 3600 * 3_600_000_000).adding(days: 60)
        return EventDetails(
            title: "Läslust i praktiken", kind: .trainingDay, summary: "En dag om läslust.", hostLibraryID: id,
            startsAt: start, endsAt: start.adding(hours: 6), attendance: .onsite,
            venue: Venue(name: "Stadsbiblioteket", municipalityCode: municipality), seats: Seats(forAnybody: 30))
    }

    /// A draft of an event, which invites nobody.
    package func draftEvent(
        by host: Person? = nil, _ edit: (inout EventDetails) -> Void = { _ in }
    ) async throws -> Event.ID {
        let host = host ?? karin
        var details = try await eventDetails(by: host)
        edit(&details)
        return try await operations.draftEvent(details, by: host)
    }

    /// A draft whose invitation of all others is bound to the decision.
    package func boundEvent(
        by host: Person? = nil, _ edit: (inout EventDetails) -> Void = { _ in }
    ) async throws -> Event.ID {
        let id = try await draftEvent(by: host, edit)
        try await invite(id, .all, .bound, by: host)
        return id
    }

    /// An event in the calendar that invites everybody.
    package func publishedEvent(
        by host: Person? = nil, _ edit: (inout EventDetails) -> Void = { _ in }
    ) async throws -> Event.ID {
        let id = try await draftEvent(by: host, edit)
        _ = try await operations.publishEvent(id, by: host ?? karin)
        try await invite(id, .all, .published, by: host)
        return id
    }

    /// Another invitation for an event.
    @discardableResult
    package func invite(
        _ id: Event.ID, _ scope: Invitation.Scope, _ state: Invitation.State, _ libraries: [Library.ID] = [],
        by host: Person? = nil
    ) async throws -> Event {
        try await operations.changeInvitation(
            of: id,
            to: InvitationForm(scope: scope, state: state, invitees: libraries.map { .init(rawValue: $0.rawValue) }),
            by: host ?? karin, expecting: nil)
    }
}
