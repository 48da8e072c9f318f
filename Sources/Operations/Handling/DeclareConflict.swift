package import Domain
import Postgres
package import Store

extension Operations {
    /// Somebody of the region declares a conflict of interest, or a decision maker records one for them. From then on
    /// that person does nothing for the region in the case. After a decision, too: that stands, and the rest is
    /// another's.
    package func declareConflict(
        of subject: Person.ID? = nil, in id: GrantApplication.ID, on ground: DeclaredConflict.Ground,
        explanation: String, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> DeclaredConflict.ID {
        try checkReasons(explanation, field: "explanation")
        return try await once(request) { transaction in
            _ = try await transaction.lockReceived(id, seenBy: person)
            let named = try await transaction.subject(subject ?? person.id, namedBy: person)
            guard try await transaction.declaredConflicts(in: id).open[named.id] == nil else {
                throw Refusal.conflict(.conflictStands)
            }
            let conflict = DeclaredConflict(
                personID: named.id, ground: ground, explanation: explanation, declaredBy: person.id,
                declaredAt: try await transaction.now())
            try await transaction.insert(conflict, in: id)
            try await transaction.record("declare-conflict", in: id, by: person.id, detail: named.name)
            return conflict.id
        }
    }

    /// Another decision maker finds that there is no conflict, and why.
    package func liftConflict(
        _ conflictID: DeclaredConflict.ID, in id: GrantApplication.ID, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> DeclaredConflict.ID {
        try checkReasons(reason, field: "reason")
        return try await once(request) { transaction in
            let application = try await transaction.lockReceived(id, seenBy: person)
            let all = try await transaction.declaredConflicts(in: id)
            guard let conflict = all.first(where: { $0.id == conflictID }) else { throw Refusal.missing }
            guard person.has(.decisionMaker) else { throw Refusal.notAllowed(.roleIsMissing) }
            try conflict.checkLifting(by: person)
            let events = try await transaction.events(application.request.events.map(\.eventID))
            try await transaction.impartiality(in: application, events: events).check(person)
            try await transaction.lift(
                conflictID, .init(liftedBy: person.id, liftedAt: try await transaction.now(), reason: reason))
            try await transaction.record("lift-conflict", in: id, by: person.id)
            return conflictID
        }
    }
}

extension Transaction {
    /// A received application that somebody of the region's desk holds. Nothing of its events is needed.
    fileprivate func lockReceived(_ id: GrantApplication.ID, seenBy person: Person) async throws -> GrantApplication {
        guard let application = try await lockGrantApplication(id), application.maySee(person) else {
            throw Refusal.missing
        }
        guard person.actsForRegion else { throw Refusal.notAllowed(.roleIsMissing) }
        guard application.receipt != nil else { throw Refusal.conflict(.wrongState) }
        return application
    }

    /// The one whose conflict it is: oneself, or somebody else of the region's desk whom a decision maker names.
    fileprivate func subject(_ id: Person.ID, namedBy person: Person) async throws -> Person {
        guard id != person.id else { return person }
        guard person.has(.decisionMaker) else { throw Refusal.notAllowed(.roleIsMissing) }
        guard let named = try await people().first(where: { $0.id == id }), named.actsForRegion else {
            throw Refusal.invalid("personId", .doesNotExist)
        }
        return named
    }
}
