extension Event {
    /// The event with other details. Calendars are told (`sequence`) when time or place moved; of another day others
    /// are told anew (P8), unless the region has agreed to it.
    package func changed(
        to details: EventDetails, at instant: Instant, isAgreed: Bool = false
    ) throws(Refusal) -> Event {
        guard !isCancelled else { throw .conflict(.eventIsCancelled) }
        try checkWhatTookPlace(details, at: instant)
        var event = self
        event.details = details
        event.confirmedCoHosts = confirmedCoHosts.filter(details.coHostLibraryIDs.contains)
        if details.isUsable, !self.details.isUsable { event.invitation = invitation.offered(at: instant) }
        if details != self.details { event.changedAt = instant }
        if details.calendarPlace != self.details.calendarPlace { event.sequence += 1 }
        if publishedAt != nil, details.day != self.details.day { event.daySaidAt = isAgreed ? nil : instant }
        return event
    }

    /// What has taken place stands: a published event that has begun keeps its start, and of one that has ended nothing
    /// changes but its texts, its themes and its link, where a recording may be.
    private func checkWhatTookPlace(_ details: EventDetails, at instant: Instant) throws(Refusal) {
        guard case .published = status, self.details.startsAt <= instant else { return }
        guard details.startsAt == self.details.startsAt else { throw .conflict(.eventHasBegun) }
        guard hasEnded(at: instant) else { return }
        var kept = self.details
        (kept.summary, kept.description, kept.themes) = (details.summary, details.description, details.themes)
        (kept.onlineURL, kept.recordingOnly) = (details.onlineURL, details.recordingOnly)
        guard details == kept else { throw .conflict(.eventHasEnded) }
    }

    private func hasEnded(at instant: Instant) -> Bool { publishedAt != nil && details.endsAt <= instant }

    /// The event with `libraries` as hosts, of those that it names as co-hosts.
    package func confirmed(by libraries: [Library.ID], at instant: Instant) throws(Refusal) -> Event {
        guard !isCancelled else { throw .conflict(.eventIsCancelled) }
        var event = self
        event.confirmedCoHosts = details.coHostLibraryIDs.filter {
            confirmedCoHosts.contains($0) || libraries.contains($0)
        }
        if event.hosts != hosts { event.changedAt = instant }
        return event
    }

    /// The event without `library` as co-host, whether it had said yes or not.
    package func declined(by library: Library.ID, at instant: Instant) throws(Refusal) -> Event {
        guard !isCancelled else { throw .conflict(.eventIsCancelled) }
        var event = self
        event.details.coHostLibraryIDs.removeAll { $0 == library }
        event.confirmedCoHosts.removeAll { $0 == library }
        event.changedAt = instant
        return event
    }

    /// The event in the region's calendar. Publishing twice changes nothing.
    package func published(at instant: Instant) throws(Refusal) -> Event {
        switch status {
        case .published: return self
        case .cancelled: throw .conflict(.eventIsCancelled)
        case .draft:
            var event = self
            event.status = .published(at: instant)
            event.changedAt = instant
            return event
        }
    }

    /// The event called off, for a reason that its readers are told.
    package func cancelled(because reason: String, at instant: Instant) throws(Refusal) -> Event {
        guard !isCancelled else { throw .conflict(.eventIsCancelled) }
        guard !hasEnded(at: instant) else { throw .conflict(.eventHasEnded) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .invalid("reason", .isMissing) }
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, lines: true)
        try errors.check()
        var event = self
        event.status = .cancelled(at: instant, reason: reason, publishedAt: publishedAt)
        event.sequence += 1
        event.changedAt = instant
        return event
    }

    /// The event with another invitation. `isFunded`: a condition binds it.
    package func inviting(
        _ wish: InvitationWish, at instant: Instant, isFunded: Bool = false
    ) throws(Refusal) -> Event {
        guard !isCancelled else { throw .conflict(.eventIsCancelled) }
        var event = self
        event.invitation = invitation.changed(to: wish, at: instant, isFunded: isFunded)
        guard event.invitation != invitation else { return event }
        guard !hasEnded(at: instant) else { throw .conflict(.eventHasEnded) }
        event.changedAt = instant
        return event
    }

    /// The event as an approval leaves it: in the calendar, with its invitation sent.
    package func publishedWithInvitation(at instant: Instant) throws(Refusal) -> Event {
        try published(at: instant).inviting(
            InvitationWish(
                scope: invitation.scope, libraries: invitation.libraries, branches: invitation.branches,
                state: .published), at: instant)
    }
}

extension EventDetails {
    /// Whether an invitation to it is one: staff are named, and there is a seat that others can reach (P3, P6).
    fileprivate var isUsable: Bool {
        audience.contains(where: \.isStaffOfAnyLibrary) && seats.reachableByOthers() != 0
    }

    fileprivate var day: Day { Stockholm.day(startsAt) }

    /// What RFC 5546 2.1.4 wants a new SEQUENCE for.
    fileprivate var calendarPlace: CalendarPlace {
        CalendarPlace(startsAt: startsAt, endsAt: endsAt, allDay: allDay, attendance: attendance, venue: venue)
    }

    fileprivate struct CalendarPlace: Equatable {
        let startsAt: Instant
        let endsAt: Instant
        let allDay: Bool
        let attendance: Attendance
        let venue: Venue?
    }
}
