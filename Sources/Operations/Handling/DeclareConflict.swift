package import Domain
import Postgres
package import Store

extension Operations {
    /// Somebody of the region declares a conflict of interest, or a decision maker records one for them. From then on
    /// that person does nothing for the region in the case. After a decision, too: that stands, and the rest is
    /// another's. One that is found of a reviewer from outside a case officer records as well: the application is no
    /// longer theirs, and what they have reviewed counts no more.
    package func declareConflict(
        of subject: Person.ID? = nil, in id: GrantApplication.ID, on ground: DeclaredConflict.Ground,
        explanation: String, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> DeclaredConflict.ID {
        try checkReasons(explanation, field: "explanation")
        return try await once(request) { transaction in
            let application = try await transaction.lockReceived(id, seenBy: person)
            let named = try await transaction.subject(subject ?? person.id, namedBy: person, in: application)
            guard try await transaction.declaredConflicts(in: id).open[named.id] == nil else {
                throw Refusal.conflict(.conflictStands)
            }
            let conflict = DeclaredConflict(
                personID: named.id, ground: ground, explanation: explanation, declaredBy: person.id,
                declaredAt: try await transaction.now())
            try await transaction.insert(conflict, in: id)
            try await transaction.recordConflict(of: named.id, named: named.name, in: id, by: person)
            try await transaction.takeFromReviewer(conflict, in: id)
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

    /// The one whose conflict it is: oneself; somebody else of the region's desk whom a decision maker names; or a reviewer
    /// from outside who was given the application, whom a decision maker or an impartial case officer names.
    fileprivate func subject(
        _ id: Person.ID, namedBy person: Person, in application: GrantApplication
    ) async throws -> (id: Person.ID, name: String) {
        guard id != person.id else { return (id, person.name) }
        let events = try await events(application.request.events.map(\.eventID))
        if try await reviewAssignments(in: application.id).contains(where: { $0.reviewerID == id }) {
            guard person.has(.caseOfficer) || person.has(.decisionMaker) else {
                throw Refusal.notAllowed(.roleIsMissing)
            }
            try await impartiality(in: application, events: events).check(person)
            return (id, try await names(of: [id])[id] ?? "")
        }
        guard person.has(.decisionMaker) else { throw Refusal.notAllowed(.roleIsMissing) }
        // Whoever is partial keeps nobody out who is not.
        try await impartiality(in: application, events: events).check(person)
        guard let named = try await people().first(where: { $0.id == id }), named.actsForRegion else {
            throw Refusal.invalid("personId", .doesNotExist)
        }
        return (id, named.name)
    }

    /// The application is no longer a reviewer's of whom somebody else has recorded a conflict, and they are told so.
    fileprivate func takeFromReviewer(_ conflict: DeclaredConflict, in id: GrantApplication.ID) async throws {
        let all = try await reviewAssignments(in: id)
        guard let open = all.first(where: { $0.isOpen && $0.reviewerID == conflict.personID }) else { return }
        try await end(open.id, .init(.conflict, by: conflict.declaredBy, at: conflict.declaredAt))
        try await enqueue(.reviewWithdrawn, about: id, payload: open.payload)
    }
}

extension Transaction {
    /// The log says whose conflict was declared, and that what they have reviewed counts no more, if they have.
    func recordConflict(
        of id: Person.ID, named name: String, in application: GrantApplication.ID, by person: Person
    ) async throws {
        try await record("declare-conflict", in: application, by: person.id, detail: name)
        guard let reviewed = try await grantApplication(application),
            try await reviews(of: reviewed).has(by: id)
        else { return }
        try await record("strike-review", in: application, by: person.id, detail: name)
    }
}
