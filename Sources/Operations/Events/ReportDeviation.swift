package import Domain
import Logging
import Postgres
package import Store

/// How a host departs from what its grant depends on.
package enum DeviatingChange: Sendable {
    case invitation(InvitationForm)
    case event(@Sendable (EventDetails) throws -> EventDetails)
    case cancellation

    var kind: Deviation.Kind {
        switch self {
        case .invitation: .invitation
        case .event: .event
        case .cancellation: .cancellation
        }
    }
}

extension Operations {
    /// Narrows or calls off an event that a grant depends on, with the reason. The change, the breach, the hold on
    /// payments and the notice to the region are one transaction: reality is never blocked, silence is.
    package func reportDeviation(
        from id: Event.ID, because reason: String, _ change: DeviatingChange, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Deviation.ID {
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, required: true, lines: true)
        try errors.check()
        let made = try await once(request) { transaction in
            let lock = try await transaction.lockEvent(id, editedBy: person, expecting: version)
            let changed = try await transaction.apply(change, because: reason, to: lock, by: person)
            let judged = try await transaction.judge(changed, in: lock, tellingAll: true)
            guard !judged.breaches.isEmpty else { throw Refusal.conflict(.nothingToDeviateFrom) }
            let deviation = Deviation(
                id: Deviation.ID(), eventID: id, kind: change.kind, reason: reason, reportedBy: person.id,
                reportedAt: lock.instant)
            return try await transaction.commit(deviation, breaking: judged, leaving: changed)
        }
        logger.notice("deviation reported", metadata: ["event": "\(id)", "deviation": "\(made)"])
        return made
    }
}

extension Transaction {
    fileprivate func apply(
        _ change: DeviatingChange, because reason: String, to lock: LockedEvent, by person: Person
    ) async throws -> Event {
        switch change {
        case .invitation(let form):
            try lock.event.inviting(try await wish(form), at: lock.instant, isFunded: lock.isFunded)
        case .event(let edit): try await edited(lock, by: person, edit)
        case .cancellation: try lock.event.cancelled(because: reason, at: lock.instant)
        }
    }

    fileprivate func commit(
        _ deviation: Deviation, breaking judged: [JudgedCondition], leaving changed: Event
    ) async throws -> Deviation.ID {
        let breaches = judged.breaches.filter { !$0.isKeptBack }
        try await insert(
            deviation, breaking: breaches.map(\.condition), findings: judged.breaches.flatMap(\.worse))
        _ = try await update(changed)
        try await keep(judged, moment: .deviation)
        for breach in breaches.sorted(by: { $0.condition.applicationID < $1.condition.applicationID }) {
            try await record(
                "deviation", in: breach.condition.applicationID, by: deviation.reportedBy,
                detail: "\(changed.details.title)\n\(deviation.reason)")
        }
        for breach in breaches {
            try await tellLibrary(of: breach.condition, about: deviation)
            try await enqueue(
                .deviationReported, about: breach.condition.grantID,
                payload: "{\"deviationId\":\"\(deviation.id)\",\"eventId\":\"\(deviation.eventID)\"}")
        }
        if changed.isCancelled { try await tellIfPublished(changed) }
        return deviation.id
    }

    /// The grant's own library, whose co-host it may be that deviates, learns until when it may answer (G5).
    private func tellLibrary(of condition: BindingCondition, about deviation: Deviation) async throws {
        let broken = try await grant(condition.grantID).conditions.first { $0.id == condition.id }
        let due = broken?.replyDueAt.map { Stockholm.day($0).text } ?? ""
        let what = "\"conditionId\":\"\(condition.id)\",\"deviationId\":\"\(deviation.id)\""
        try await enqueue(
            .breachReported, forLibraryOf: condition.grantID, payload: "{\(what),\"replyDueOn\":\"\(due)\"}")
    }
}
