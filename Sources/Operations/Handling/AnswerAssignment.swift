package import Domain
import Postgres
package import Store

/// What a reviewer from outside does with an application that they were given.
extension Operations {
    /// They have no conflict of interest. From then on they read the application.
    package func confirmImpartiality(
        in id: ReviewAssignment.ID, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> ReviewAssignment.ID {
        try await once(request) { transaction in
            let (assignment, lock) = try await transaction.lockAssignment(id, of: person)
            try await transaction.checkImpartiality(of: person, in: lock)
            guard assignment.impartialAt == nil else { return id }
            try await transaction.confirm(id, at: lock.instant)
            try await transaction.record("confirm-impartiality", in: assignment.applicationID, by: person.id)
            return id
        }
    }

    /// They have one, be it found before they review or after. It is declared as anybody's is, what they have reviewed
    /// counts no more, the application is no longer theirs, and the region is told.
    package func declineReview(
        _ id: ReviewAssignment.ID, on ground: DeclaredConflict.Ground, explanation: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> ReviewAssignment.ID {
        try checkReasons(explanation, field: "explanation")
        return try await once(request) { transaction in
            let (assignment, lock) = try await transaction.lockAssignment(id, of: person)
            let application = assignment.applicationID
            if try await transaction.declaredConflicts(in: application).open[person.id] == nil {
                let conflict = DeclaredConflict(
                    personID: person.id, ground: ground, explanation: explanation, declaredBy: person.id,
                    declaredAt: lock.instant)
                try await transaction.insert(conflict, in: application)
            }
            try await transaction.end(id, .init(.conflict, by: person.id, at: lock.instant))
            try await transaction.recordConflict(of: person.id, named: person.name, in: application, by: person)
            try await transaction.enqueue(.reviewDeclined, about: application, payload: assignment.payload)
            return id
        }
    }

    /// They review the version that was received last, once, by the criteria of the call.
    package func giveReview(
        in id: ReviewAssignment.ID, _ scores: [Review.Score], by person: Person, request: RepeatableRequest? = nil
    ) async throws -> Review.ID {
        try await once(request) { transaction in
            let (assignment, lock) = try await transaction.lockAssignment(id, of: person)
            guard assignment.letsRead else { throw Refusal.conflict(.impartialityIsNotSaid) }
            return try await transaction.keepReview(scores, of: lock, by: person)
        }
    }
}

extension Transaction {
    /// An assignment that is the reviewer's and stands, with its case locked. All others look missing.
    fileprivate func lockAssignment(
        _ id: ReviewAssignment.ID, of person: Person
    ) async throws -> (ReviewAssignment, LockedApplication) {
        guard let unlocked = try await reviewAssignment(id), unlocked.reviewerID == person.id, person.isOutsideReviewer
        else { throw Refusal.missing }
        let lock = try await lockCase(unlocked.applicationID)
        guard let assignment = try await reviewAssignment(id), assignment.isOpen else { throw Refusal.missing }
        try await act(as: person.id)
        return (assignment, lock)
    }
}
