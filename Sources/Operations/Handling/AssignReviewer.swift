package import Domain
import Postgres
package import Store

extension Operations {
    /// A case officer gives an application to a reviewer from outside the region, with a last day. Neither has a conflict
    /// of interest that is known. The reviewer is told; the applicant is not.
    package func assignReviewer(
        _ reviewer: Person.ID, to id: GrantApplication.ID, dueOn: Day, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> ReviewAssignment.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: nil)
            guard person.has(.caseOfficer) else { throw Refusal.notAllowed(.roleIsMissing) }
            let status = lock.application.status
            guard status == .inReview || status == .completionRequested,
                try await !transaction.rubric(of: lock.application.callID).criteria.isEmpty
            else { throw Refusal.conflict(status.isDecided ? .alreadyDecided : .wrongState) }
            let impartiality = try await transaction.impartiality(in: lock.application, events: lock.events)
            try impartiality.check(person)
            var errors = FieldErrors()
            ReviewAssignment.validate(dueOn: dueOn, at: lock.instant, &errors)
            let named = try await transaction.people().first { $0.id == reviewer && $0.isOutsideReviewer }
            errors.require(named != nil, "personId", .doesNotExist)
            try errors.check()
            guard let named else { throw Refusal.missing }
            try impartiality.check(named)
            let open = try await transaction.reviewAssignments(in: id).filter(\.isOpen)
            guard !open.contains(where: { $0.reviewerID == reviewer }) else {
                throw Refusal.conflict(.reviewerIsAssigned)
            }
            let assignment = ReviewAssignment(
                applicationID: id, reviewerID: reviewer, dueOn: dueOn, assignedBy: person.id, assignedAt: lock.instant)
            try await transaction.insert(assignment)
            try await transaction.record("assign-reviewer", in: id, by: person.id, detail: named.name)
            try await transaction.enqueue(.reviewAssigned, about: id, payload: assignment.payload)
            return assignment.id
        }
    }

    /// A case officer takes an application from its reviewer, who no longer reads it. A review that was given stays.
    package func withdrawReviewer(
        _ id: ReviewAssignment.ID, in application: GrantApplication.ID, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> ReviewAssignment.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(application, seenBy: person, expecting: nil)
            guard person.has(.caseOfficer) else { throw Refusal.notAllowed(.roleIsMissing) }
            let all = try await transaction.reviewAssignments(in: application)
            guard let assignment = all.first(where: { $0.id == id }) else { throw Refusal.missing }
            try await transaction.checkImpartiality(of: person, in: lock)
            guard assignment.isOpen else { throw Refusal.conflict(.wrongState) }
            try await transaction.end(id, .init(.withdrawn, by: person.id, at: lock.instant))
            let names = try await transaction.names(of: [assignment.reviewerID])
            try await transaction.record(
                "withdraw-reviewer", in: application, by: person.id, detail: names[assignment.reviewerID] ?? "")
            try await transaction.enqueue(.reviewWithdrawn, about: application, payload: assignment.payload)
            return id
        }
    }
}

extension ReviewAssignment {
    /// Whom a message about it is for, and the last day.
    var payload: String { "{\(members)}" }

    /// The same of a reminder: `before` the last day, or `after` it.
    func payload(kind: String) -> String { "{\"kind\":\"\(kind)\",\(members)}" }

    private var members: String {
        "\"assignment\":\"\(id)\",\"reviewer\":\"\(reviewerID)\",\"dueOn\":\"\(dueOn.text)\""
    }
}
