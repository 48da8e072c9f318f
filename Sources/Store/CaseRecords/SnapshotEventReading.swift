import Domain

/// The members of an event in a snapshot's content.
struct EventForm: Decodable {
    let id: Written<Event.ID>
    let version: Int
    let title: String
    let kind: Written<EventKind>
    let summary: String
    let description: String
    let startsAt: Written<Instant>
    let endsAt: Written<Instant>
    let allDay: Bool
    let attendance: Written<Attendance>
    let venue: VenueForm?
    let hasMeetingLink: Bool
    let audience: [Written<Audience>]
    let seats: SeatsForm
    let registration: RegistrationForm
    let prices: PricesForm
    let host: UnitForm
    let coHosts: [UnitForm]
    let confirmedCoHosts: [UnitForm]
    let invitationScope: Written<Invitation.Scope>
    let invitationState: Written<Invitation.State>
    let invitees: [UnitForm]
    let readableSince: Written<Instant>?
    let daySaidAt: Written<Instant>?
    let visibleFrom: Written<Instant>?
    let visibleUntil: Written<Instant>?
    let status: Written<EventStanding>

    struct VenueForm: Decodable {
        let name: String
        let street: String?
        let city: String?
        let municipalityCode: String?
    }

    struct SeatsForm: Decodable {
        let capacity: Int?
        let own: Int
        let others: Int
        let any: Int
    }

    struct RegistrationForm: Decodable {
        let opensAt: Written<Instant>?
        let closesAt: Written<Instant>?
        let othersCloseAt: Written<Instant>?
    }

    struct PricesForm: Decodable {
        let own: Written<Money>
        let others: Written<Money>
    }

    var record: EventRecord {
        get throws {
            EventRecord(
                id: id.value, version: version, title: title, kind: kind.value, summary: summary,
                description: description,
                time: EventTime(startsAt: startsAt.value, endsAt: endsAt.value, allDay: allDay),
                place: EventPlace(attendance: attendance.value, venue: venue?.venue, hasLink: hasMeetingLink),
                audience: audience.map(\.value),
                seats: Seats(capacity: seats.capacity, own: seats.own, others: seats.others, any: seats.any),
                registration: RegistrationWindow(
                    opensAt: registration.opensAt?.value, closesAt: registration.closesAt?.value,
                    othersCloseAt: registration.othersCloseAt?.value),
                prices: Prices(own: prices.own.value, others: prices.others.value), host: try host.unit,
                coHosts: try coHosts.map { try $0.unit },
                confirmedCoHosts: try confirmedCoHosts.map { try $0.unit }, invitationScope: invitationScope.value,
                invitees: try invitees.map { try $0.unit }, invitationState: invitationState.value,
                window: Domain.Invitation.Window(
                    visibleFrom: visibleFrom?.value, visibleUntil: visibleUntil?.value),
                readableSince: readableSince?.value, daySaidAt: daySaidAt?.value, status: status.value)
        }
    }
}

extension EventForm.VenueForm {
    fileprivate var venue: Venue {
        Venue(name: name, street: street, city: city, municipalityCode: municipalityCode)
    }
}

/// A library or a branch with the name that it had.
struct UnitForm: Decodable {
    let kind: String
    let id: String
    let name: String

    var unit: NamedUnit {
        get throws {
            switch kind {
            case "library": NamedUnit(.library(try Written<Library.ID>(text: id).value), name: name)
            case "branch": NamedUnit(.branch(try Written<Branch.ID>(text: id).value), name: name)
            default: throw UnknownWord(column: "content", word: kind)
            }
        }
    }
}
