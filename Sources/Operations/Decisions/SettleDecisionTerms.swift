package import Domain
import Postgres
import Store

extension Operations {
    /// Says when the outcomes of a call may be known, how its decisions are appealed and when to report. What has been
    /// told stays told: outcomes that everybody may know are never kept back again, and what is granted is reported on
    /// by the day that its letter says.
    package func settleDecisionTerms(
        of id: Call.ID, _ terms: DecisionTerms, by person: Person, expecting version: Int? = nil
    ) async throws {
        try await change { transaction in
            guard let call = try await transaction.lockCall(id) else { throw Refusal.missing }
            guard person.has(.caseOfficer) || person.has(.decisionMaker) else {
                throw Refusal.notAllowed(.roleIsMissing)
            }
            try expect(version, is: call.version)
            let now = try await transaction.now()
            let wasKeptBack = call.decisionTerms.keepsBack(at: now)
            if terms.keepsBack(at: now), !wasKeptBack, try await transaction.hasDecisions(in: id) {
                throw Refusal.conflict(.outcomesAreTold)
            }
            if terms.reportDueOn != call.decisionTerms.reportDueOn, try await transaction.hasGrants(in: id) {
                throw Refusal.invalid("reportDueOn", .isLocked)
            }
            try await transaction.update(id, to: terms)
            if terms.outcomesToldAt != call.decisionTerms.outcomesToldAt {
                try await transaction.moveMessages(of: id, to: terms.outcomesToldAt)
            }
        }
    }
}
