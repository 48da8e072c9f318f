import Domain
import Postgres
import Store

extension LockedGrant {
    /// The event whose time a change moves, asked when it is wanted and again when it is decided. A library moves what
    /// it leads itself: a co-host's signatory moves nobody else's event. What has begun is no longer moved.
    func eventToMove(_ id: Event.ID) throws(Refusal) -> Event {
        guard let event = events.first(where: { $0.id == id }) else { throw .missing }
        let condition = grant.conditions.first { $0.eventID == id }
        guard let condition, condition.binds || condition.state == .breached else { throw .conflict(.wrongState) }
        guard event.details.hostLibraryID == grant.libraryID else { throw .conflict(.eventIsAnothers) }
        guard event.details.startsAt > instant else { throw .conflict(.eventHasBegun) }
        return event
    }
}

extension ChangeRequest.Period {
    /// When an event is, as it stands.
    init(of event: Event) { self.init(startsAt: event.details.startsAt, endsAt: event.details.endsAt) }
}

extension Transaction {
    /// The event takes place at another time, for everybody who reads of it. What else binds it must allow that too,
    /// and what the new time mends is cured. To the day the region agrees, so no notice of it is given anew.
    func move(
        _ id: Event.ID, by change: ChangeRequest.ID, from before: ChangeRequest.Period, to period: ChangeRequest.Period,
        in lock: LockedGrant
    ) async throws {
        let event = try lock.eventToMove(id)
        guard ChangeRequest.Period(of: event) == before else { throw Refusal.conflict(.eventHasMoved) }
        guard period.startsAt > lock.instant else { throw Refusal.conflict(.newTimeHasPassed) }
        var details = event.details
        (details.startsAt, details.endsAt) = (period.startsAt, period.endsAt)
        var errors = FieldErrors()
        details.validate(&errors)
        try errors.check()
        let bound = LockedEvent(
            event: event, instant: lock.instant, conditions: try await bindingConditions(of: id),
            keptBack: try await keptBackConditions(of: id))
        let changed = try event.changed(to: details, at: lock.instant, isAgreed: true)
        let judged = try await judge(changed, in: bound)
        guard judged.breaches.isEmpty else {
            throw Refusal.broken(.fundedEventInvitesRegion, findings: judged.breaches.flatMap(\.worse))
        }
        try await agree(to: change)
        let saved = try await update(changed)
        try await keep(judged, moment: .change)
        try await cureBreaches(of: saved, in: bound)
    }
}
