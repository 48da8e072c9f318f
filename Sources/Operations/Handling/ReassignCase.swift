package import Domain
import Postgres
package import Store

extension Operations {
    /// Another case officer takes over while the case is prepared. Both who says so and who is named are impartial.
    package func reassignCase(
        _ id: GrantApplication.ID, to officer: Person.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            guard person.has(.caseOfficer) || person.has(.decisionMaker) else {
                throw Refusal.notAllowed(.roleIsMissing)
            }
            let status = lock.application.status
            guard status == .inReview || status == .completionRequested else {
                throw Refusal.conflict(status.isDecided ? .alreadyDecided : .wrongState)
            }
            let impartiality = try await transaction.impartiality(in: lock.application, events: lock.events)
            try impartiality.check(person)
            guard let named = try await transaction.people().first(where: { $0.id == officer }), named.has(.caseOfficer)
            else { throw Refusal.invalid("personId", .doesNotExist) }
            try impartiality.check(named)
            try await transaction.setStatus(of: id, to: status, caseOfficer: officer)
            try await transaction.record("reassign", in: id, by: person.id, detail: named.name)
            try await transaction.enqueue(.caseOfficerChanged, about: id, payload: "{\"caseOfficer\":\"\(officer)\"}")
            return id
        }
    }
}
