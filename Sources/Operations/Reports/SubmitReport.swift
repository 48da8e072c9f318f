package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory sends the report as it is saved (G7), and attests it. With it goes what the service itself knows
    /// of the events. The rule is asked whether it shows the outcome (P16). From then on nobody is reminded.
    package func submitReport(
        of id: Grant.ID, attested: Bool, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Report.ID {
        let sent = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person)
            let saved = try await transaction.reportDraft(of: id)
            try expect(version, is: saved?.version ?? 0)
            let move = try lock.row(.report, by: lock.actor(person))
            guard let draft = saved else { throw Refusal.conflict(.reportDraftIsMissing) }
            let facts = try await transaction.reportFacts(of: id)
            var errors = FieldErrors()
            draft.report.validateForSubmission(&errors, of: facts, attested: attested)
            try errors.check()
            let findings = FundingRule.outcome(of: draft.report, facts: facts).filter(\.blocks)
            guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
            let report = Report.ID()
            let number = try await transaction.reports(of: id).count + 1
            try await transaction.insert(
                draft.report, as: report, number: number, facts: facts, of: id, by: person.id, at: lock.instant)
            try await transaction.conclude(lock, as: move.to, logged: "report", by: person, detail: "\(number)")
            try await transaction.enqueue(.reportReceived, about: id, payload: "{\"number\":\(number)}")
            return report
        }
        logger.info("report sent", metadata: ["grant": "\(id)", "report": "\(sent)"])
        return sent
    }
}
