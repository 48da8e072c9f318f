import Domain

/// What the rule reads of an event, as the inputs of an evaluation have it.
struct RuleEventForm: Decodable {
    let id: Written<Event.ID>
    let version: Int
    let costShareOre: Int?
    let status: Status
    let publishedAt: Written<Instant>?
    let daySaidAt: Written<Instant>?
    let startsAt: Written<Instant>
    let endsAt: Written<Instant>
    let host: Written<Library.ID>
    let confirmedCoHosts: [Written<Library.ID>]
    let attendance: Written<Attendance>
    let venue: Venue?
    let hasLink: Bool
    let recordingOnly: Bool?
    let audience: [Written<Audience>]
    let seats: EventForm.SeatsForm
    let registration: EventForm.RegistrationForm
    let prices: Prices
    let invitation: Invitation
    let delivered: [Written<Library.ID>]?

    enum Status: String, Decodable {
        case draft, published, cancelled
    }

    struct Venue: Decodable {
        let municipalityCode: String?
    }

    struct Prices: Decodable {
        let ownOre: Int
        let othersOre: Int
    }

    struct Invitation: Decodable {
        let scope: Written<Domain.Invitation.Scope>
        let state: Written<Domain.Invitation.State>
        let libraries: [Written<Library.ID>]
        let branches: [Written<Branch.ID>]
        let publishedAt: Written<Instant>?
        let visibleFrom: Written<Instant>?
        let visibleUntil: Written<Instant>?
        let publishBy: Written<Instant>?
    }

    /// Which link it was is not kept, only that there was one.
    private static let someLink = "https://link.invalid/"

    /// The event, with nothing in it that the rule does not read.
    func event(readAt instant: Instant) -> Event {
        Event(
            id: id.value, calendarUID: "", details: details, status: standing(readAt: instant),
            invitation: Domain.Invitation(
                scope: invitation.scope.value, state: invitation.state.value,
                libraries: invitation.libraries.map(\.value), branches: invitation.branches.map(\.value),
                publishedAt: invitation.publishedAt?.value,
                window: Domain.Invitation.Window(
                    visibleFrom: invitation.visibleFrom?.value, visibleUntil: invitation.visibleUntil?.value,
                    publishBy: invitation.publishBy?.value)),
            invitesRegion: false, sequence: 0, version: version, createdAt: instant, changedAt: instant,
            confirmedCoHosts: confirmedCoHosts.map(\.value), daySaidAt: daySaidAt?.value)
    }

    private var details: EventDetails {
        EventDetails(
            title: "", kind: .lecture, hostLibraryID: host.value, coHostLibraryIDs: confirmedCoHosts.map(\.value),
            startsAt: startsAt.value, endsAt: endsAt.value, attendance: attendance.value,
            venue: venue.map { Domain.Venue(name: "", municipalityCode: $0.municipalityCode) },
            onlineURL: hasLink ? Self.someLink : nil, recordingOnly: recordingOnly ?? false,
            audience: audience.map(\.value),
            seats: Seats(capacity: seats.capacity, own: seats.own, others: seats.others, any: seats.any),
            registration: RegistrationWindow(
                opensAt: registration.opensAt?.value, closesAt: registration.closesAt?.value,
                othersCloseAt: registration.othersCloseAt?.value),
            prices: Domain.Prices(own: Money(ore: prices.ownOre), others: Money(ore: prices.othersOre)))
    }

    private func standing(readAt instant: Instant) -> Event.Status {
        switch (status, publishedAt?.value) {
        case (.published, .some(let published)): .published(at: published)
        case (.draft, _), (.published, nil): .draft
        case (.cancelled, let published): .cancelled(at: instant, reason: "", publishedAt: published)
        }
    }
}
