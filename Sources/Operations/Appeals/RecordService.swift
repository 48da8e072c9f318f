package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Notes when the parties had got a decision that is appealed administratively, or a later one on its grant: from
    /// that day its time to appeal is counted. Noted again, the latest note counts.
    package func recordService(
        _ service: DecisionService, on id: GrantApplication.ID, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        let recorded = try await once(request) { transaction in
            let lock = try await transaction.lockForAppeal(id, by: person, expecting: version)
            let decision = try await transaction.toldDecision(service.documentID, in: lock)
            guard decision.appeal == .administrativeAppeal else { throw Refusal.conflict(.timeRunsFromTheBoard) }
            var errors = FieldErrors()
            let known = [decision.decidedOn, decision.minutes?.meetingOn].compactMap(\.self).min()
            service.validate(
                &errors, decidedOn: known ?? decision.decidedOn, today: Stockholm.day(lock.instant))
            try errors.check()
            try await transaction.insert(service, of: decision.decisionID, by: person.id, at: lock.instant)
            try await transaction.record(
                "service", in: id, by: person.id, detail: "\(decision.number) \(service.servedOn.text)")
            return id
        }
        logger.info("service of a decision recorded", metadata: ["application": "\(id)"])
        return recorded
    }
}
