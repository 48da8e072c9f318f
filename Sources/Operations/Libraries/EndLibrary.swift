import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Ends a library from a day on. Every event that has not ended is held meanwhile: so no event is approved by the
    /// libraries as they were, and no condition that binds is missed.
    func endLibrary(
        _ id: Library.ID, into successor: Library.ID?, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest?
    ) async throws -> LibraryChange.ID {
        guard LibraryChange.deciders.contains(where: person.has) else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        errors.text(reason, "reason", limit: 2000, required: true, lines: true)
        try errors.check()
        let made = try await once(request) { transaction in
            let start = min(Stockholm.start(of: day), try await transaction.now())
            let events = try await transaction.lockEvents(transaction.eventsToHold(from: start))
            try await transaction.checkEnd(of: id, into: successor, on: day)
            let change = LibraryChange(
                libraryID: id, successorID: successor, effectiveOn: day, reason: reason, decidedBy: person.id,
                decidedAt: try await transaction.now())
            try await transaction.end(by: change)
            try await transaction.breakConditions(of: events, by: OrganisationChange(change), at: change.decidedAt)
            return change.id
        }
        logger.notice("library ends", metadata: ["library": "\(id)", "change": "\(made)"])
        return made
    }
}

extension Transaction {
    /// Refuses a library that has ended or will, and a successor that does not go on after it.
    fileprivate func checkEnd(of id: Library.ID, into successor: Library.ID?, on day: Day) async throws {
        let held = try await lockLibraries([id] + [successor].compactMap(\.self))
        guard let library = held[id] else { throw Refusal.missing }
        guard library.validTo == nil else { throw Refusal.conflict(.libraryEnds) }
        var errors = FieldErrors()
        errors.require(library.validFrom < day, "from", .isNotAfter("validFrom"))
        if let successor {
            errors.require(successor != id && held[successor] != nil, "successorId", .doesNotExist)
            errors.require(held[successor]?.goesOn(on: day) ?? true, "successorId", .doesNotExist)
        }
        try errors.check()
    }

    /// Asks the rule of every condition that binds one of these held events, now that the libraries are others. What
    /// fails for want of a library to invite, or of a host, is broken, and its host and the region are told.
    func breakConditions(of events: [Event], by change: OrganisationChange, at instant: Instant) async throws {
        let region = try await regionFacts()
        let held = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        var broken: [(condition: BindingCondition, inputs: RuleInputs)] = []
        for condition in try await heldConditions() {
            guard let event = held[condition.eventID] else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region, withPast: false)
            let inputs = RuleInputs(facts, standing: .actual, at: instant)
            if inputs.evaluation.blocking.contains(where: \.isOfLibraries) { broken.append((condition, inputs)) }
        }
        for (condition, inputs) in broken.sorted(by: { $0.condition.applicationID < $1.condition.applicationID }) {
            try await breach(condition, by: change, asked: inputs, at: instant)
        }
        for page in events.filter(\.invitesRegion).map(\.id).pages { try await markAnew(page) }
    }

    private func breach(
        _ condition: BindingCondition, by change: OrganisationChange, asked inputs: RuleInputs, at instant: Instant
    ) async throws {
        _ = try Condition.moves.row(for: .breach, from: condition.state, isActor: CaseActor.clock.isActor)
        try await breach(condition.id, by: change, at: instant)
        try await keep(
            inputs.evaluation, of: inputs, in: condition.applicationID, condition: condition.id, moment: .change)
        try await record(
            "libraries-changed", in: condition.applicationID, by: change.decidedBy, detail: change.reason)
        let cause =
            switch change.subject {
            case .library(let id): "\"libraryChangeId\":\"\(id)\""
            case .board(let id): "\"libraryBoardId\":\"\(id)\""
            }
        let payload = "{\"conditionId\":\"\(condition.id)\",\(cause)}"
        try await enqueue(.librariesChanged, about: condition.grantID, payload: payload)
        try await enqueue(.breachFound, forLibraryOf: condition.grantID, payload: payload)
    }
}

extension HeldLibrary {
    /// Whether it is there on that day and goes on after it.
    fileprivate func goesOn(on day: Day) -> Bool { validFrom <= day && validTo.map { day < $0 } ?? true }
}

extension Finding {
    /// Whether it is about who is there to invite and to host, rather than about what the host does.
    fileprivate var isOfLibraries: Bool { [.other, .invited, .hostIdentity].contains(predicate) }
}
