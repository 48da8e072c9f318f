package import Domain
package import Postgres
import SQL

extension Event: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], calendarUID: row["calendar_uid"], details: EventDetails(row: row),
            status: Status(row: row), invitation: Invitation(row: row), invitesRegion: row["invites_region"],
            sequence: row["sequence"], version: row["version"], createdAt: row["created_at"],
            changedAt: row["changed_at"], confirmedCoHosts: row["confirmed_co_host_ids"],
            daySaidAt: row["day_said_at"])
    }
}

extension EventDetails {
    fileprivate init(row: Row) throws {
        let audience: [String] = try row["audience"]
        try self.init(
            title: row["title"], kind: word(row["kind"], "kind"), summary: row["summary"],
            description: row["description"], hostLibraryID: row["host_library_id"],
            coHostLibraryIDs: row["co_host_library_ids"], startsAt: row["starts_at"], endsAt: row["ends_at"],
            allDay: row["all_day"], attendance: word(row["attendance"], "attendance"), venue: Venue(row: row),
            onlineURL: row["online_url"], recordingOnly: row["recording_only"],
            audience: audience.map { try word($0, "audience") }, themes: row["themes"],
            seats: Seats(
                capacity: row["capacity"], own: row["seats_own"], others: row["seats_others"], any: row["seats_any"]),
            registration: RegistrationWindow(
                opensAt: row["registration_opens_at"], closesAt: row["registration_closes_at"],
                othersCloseAt: row["registration_others_close_at"]),
            prices: Prices(own: row["price_own"], others: row["price_others"]))
    }
}

extension Venue {
    fileprivate init?(row: Row) throws {
        guard let name: String = try row["venue_name"] else { return nil }
        try self.init(
            name: name, street: row["venue_street"], city: row["venue_city"],
            municipalityCode: row["venue_municipality_code"])
    }
}

extension Event.Status {
    fileprivate init(row: Row) throws {
        let publishedAt: Instant? = try row["published_at"]
        switch (try row["status"] as String, publishedAt) {
        case ("draft", _): self = .draft
        case ("published", .some(let instant)): self = .published(at: instant)
        case ("cancelled", _):
            self = .cancelled(
                at: try row["cancelled_at"], reason: try row["cancellation_reason"], publishedAt: publishedAt)
        case (let status, _): throw UnknownWord(column: "status", word: status)
        }
    }

    fileprivate var word: String {
        switch self {
        case .draft: "draft"
        case .published: "published"
        case .cancelled: "cancelled"
        }
    }
}

extension Invitation {
    fileprivate init(row: Row) throws {
        try self.init(
            scope: word(row["invitation_scope"], "invitation_scope"),
            state: word(row["invitation_state"], "invitation_state"), libraries: row["invited_library_ids"],
            branches: row["invited_branch_ids"], publishedAt: row["invitation_published_at"],
            window: Window(
                visibleFrom: row["invitation_visible_from"], visibleUntil: row["invitation_visible_until"],
                publishBy: row["invitation_publish_by"]))
    }
}

/// An event as the two statements that write one take it.
struct EventRow {
    let event: Event
    let status: String
    let cancelledAt: Instant?
    let cancellationReason: String?

    init(_ event: Event) {
        self.event = event
        status = event.status.word
        if case .cancelled(let at, let reason, _) = event.status {
            cancelledAt = at
            cancellationReason = reason
        } else {
            cancelledAt = nil
            cancellationReason = nil
        }
    }
}

extension SQL.Events {
    static func insert(_ row: EventRow, id: Event.ID, createdBy: Person.ID) -> Query {
        let (event, details, invitation) = (row.event, row.event.details, row.event.invitation)
        return insert(
            id: id, calendarUID: event.calendarUID, hostLibraryID: details.hostLibraryID,
            coHostLibraryIDs: details.coHostLibraryIDs, confirmedCoHostIDs: event.confirmedCoHosts,
            title: details.title, kind: details.kind.rawValue,
            summary: details.summary, description: details.description, startsAt: details.startsAt,
            endsAt: details.endsAt, allDay: details.allDay, attendance: details.attendance.rawValue,
            venueName: details.venue?.name, venueStreet: details.venue?.street, venueCity: details.venue?.city,
            venueMunicipalityCode: details.venue?.municipalityCode, onlineURL: details.onlineURL,
            recordingOnly: details.recordingOnly,
            audience: details.audience.map(\.rawValue), themes: details.themes, capacity: details.seats.capacity,
            seatsOwn: details.seats.own, seatsOthers: details.seats.others, seatsAny: details.seats.any,
            registrationOpensAt: details.registration.opensAt, registrationClosesAt: details.registration.closesAt,
            registrationOthersCloseAt: details.registration.othersCloseAt, priceOwn: details.prices.own,
            priceOthers: details.prices.others, status: row.status, publishedAt: event.publishedAt,
            cancelledAt: row.cancelledAt, cancellationReason: row.cancellationReason,
            invitationScope: invitation.scope.rawValue, invitationState: invitation.state.rawValue,
            invitedLibraryIDs: invitation.libraries, invitedBranchIDs: invitation.branches,
            invitationPublishedAt: invitation.publishedAt,
            invitationVisibleFrom: invitation.window.visibleFrom,
            invitationVisibleUntil: invitation.window.visibleUntil,
            invitationPublishBy: invitation.window.publishBy, sequence: event.sequence, createdAt: event.createdAt,
            changedAt: event.changedAt, createdBy: createdBy)
    }

    static func update(_ row: EventRow, id: Event.ID) -> Query {
        let (event, details, invitation) = (row.event, row.event.details, row.event.invitation)
        return update(
            hostLibraryID: details.hostLibraryID, coHostLibraryIDs: details.coHostLibraryIDs,
            confirmedCoHostIDs: event.confirmedCoHosts, title: details.title,
            kind: details.kind.rawValue, summary: details.summary, description: details.description,
            startsAt: details.startsAt, endsAt: details.endsAt, allDay: details.allDay,
            attendance: details.attendance.rawValue, venueName: details.venue?.name, venueStreet: details.venue?.street,
            venueCity: details.venue?.city, venueMunicipalityCode: details.venue?.municipalityCode,
            onlineURL: details.onlineURL, recordingOnly: details.recordingOnly,
            audience: details.audience.map(\.rawValue), themes: details.themes,
            capacity: details.seats.capacity, seatsOwn: details.seats.own, seatsOthers: details.seats.others,
            seatsAny: details.seats.any, registrationOpensAt: details.registration.opensAt,
            registrationClosesAt: details.registration.closesAt,
            registrationOthersCloseAt: details.registration.othersCloseAt, priceOwn: details.prices.own,
            priceOthers: details.prices.others, status: row.status, publishedAt: event.publishedAt,
            cancelledAt: row.cancelledAt, cancellationReason: row.cancellationReason,
            invitationScope: invitation.scope.rawValue, invitationState: invitation.state.rawValue,
            invitedLibraryIDs: invitation.libraries, invitedBranchIDs: invitation.branches,
            invitationPublishedAt: invitation.publishedAt,
            invitationVisibleFrom: invitation.window.visibleFrom,
            invitationVisibleUntil: invitation.window.visibleUntil,
            invitationPublishBy: invitation.window.publishBy, sequence: event.sequence, changedAt: event.changedAt,
            id: id)
    }
}
