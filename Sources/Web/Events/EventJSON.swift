import Domain

extension JSONWriter {
    /// An event as `person` may see it: with the members of the POST contract, and what the service keeps.
    mutating func write(_ event: Event, to person: Person?) {
        object {
            $0.member("id", event.id)
            $0.member("status", event.status.name)
            $0.write(event.details, to: person)
            $0.array("confirmedCoHostIds", event.confirmedCoHosts)
            $0.writeCancellation(of: event)
            if event.tellsOfInvitation(to: person) {
                $0.object("invitation") { $0.writeMembers(of: event.invitation) }
            } else {
                $0.member("invitation", String?.none)
            }
            $0.member("invitesRegion", event.invitesRegion)
            $0.member("sequence", event.sequence)
            $0.member("version", event.version)
            $0.member("createdAt", event.createdAt)
            $0.member("changedAt", event.changedAt)
            $0.object("links") {
                $0.member("self", Link.API.event(event.id))
                $0.member("page", Link.event(event.id))
                $0.member("calendar", event.publishedAt == nil ? nil : Link.file(of: event.id))
            }
        }
    }

    private mutating func write(_ details: EventDetails, to person: Person?) {
        member("title", details.title)
        member("kind", details.kind)
        member("summary", details.summary)
        member("description", details.description)
        member("hostLibraryId", details.hostLibraryID)
        array("coHostLibraryIds", details.coHostLibraryIDs)
        writeTimes(of: details)
        member("attendance", details.attendance)
        write(details.venue)
        // Whoever has the link can join, so strangers do not get it.
        member("onlineUrl", person == nil ? nil : details.onlineURL)
        member("recordingOnly", details.recordingOnly)
        array("audience", details.audience)
        array("themes", details.themes)
        write(details.seats)
        write(details.registration)
        object("prices") {
            $0.member("own", details.prices.own)
            $0.member("others", details.prices.others)
        }
    }

    /// Of an event that takes whole days the first and the last of them, else instants.
    private mutating func writeTimes(of details: EventDetails) {
        if details.allDay {
            member("startsAt", Stockholm.day(details.startsAt))
            member("endsAt", Stockholm.day(details.endsAt.adding(microseconds: -1)))
        } else {
            member("startsAt", details.startsAt)
            member("endsAt", details.endsAt)
        }
        member("timeZone", Stockholm.name)
        member("allDay", details.allDay)
    }

    private mutating func write(_ venue: Venue?) {
        guard let venue else { return member("venue", String?.none) }
        object("venue") {
            $0.member("name", venue.name)
            $0.member("street", venue.street)
            $0.member("city", venue.city)
            $0.member("municipalityCode", venue.municipalityCode)
        }
    }

    private mutating func write(_ seats: Seats) {
        let pools: [(SeatAudience, Int)] = [(.own, seats.own), (.others, seats.others), (.any, seats.any)]
        member("capacity", seats.capacity)
        array("seatPools", pools.filter { $0.1 > 0 }) { json, pool in
            json.object {
                $0.member("audience", pool.0.rawValue)
                $0.member("seats", pool.1)
            }
        }
    }

    private mutating func write(_ registration: RegistrationWindow) {
        object("registration") {
            $0.member("opensAt", registration.opensAt)
            $0.member("closesAt", registration.closesAt)
            $0.member("othersCloseAt", registration.othersCloseAt)
        }
    }

    private mutating func writeCancellation(of event: Event) {
        guard case .cancelled(let instant, let reason, _) = event.status else {
            return member("cancellation", String?.none)
        }
        object("cancellation") {
            $0.member("reason", reason)
            $0.member("at", instant)
        }
    }
}

extension Event.Status {
    fileprivate var name: String {
        switch self {
        case .draft: "draft"
        case .published: "published"
        case .cancelled: "cancelled"
        }
    }
}
