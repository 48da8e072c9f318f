package import Domain
import Letters
import Postgres
package import Store

extension Operations {
    /// Puts a clerical error right (rättelse, as FL 36 §) in a numbered paper of its own. The decision stays as it was
    /// issued: a correction has no field for an amount or an outcome, so it can change neither.
    package func correctDecision(
        on id: GrantApplication.ID, _ text: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try checkReasons(text, field: "text")
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            _ = try lock.status(after: .correct, by: person)
            try await transaction.checkFourEyes(of: person, in: lock)
            try await transaction.checkImpartiality(of: person, in: lock)
            let decision = try await transaction.standingDecision(of: lock)
            let document = try await transaction.issue(
                .correction(text), kind: .correction, about: decision, in: lock, by: person)
            try await transaction.insertCorrection(text, in: document)
            try await transaction.record("correct", in: id, by: person.id, detail: document.number)
            try await transaction.enqueue(
                .decisionCorrected, about: id, payload: "{\"number\":\"\(document.number)\"}",
                notBefore: lock.application.untold.map { _ in lock.call.decisionTerms.outcomesToldAt } ?? nil)
            return id
        }
    }
}

extension Transaction {
    /// The decision that stands in a locked case.
    func standingDecision(of lock: LockedApplication) async throws -> Decision {
        guard let decision = try await decision(on: lock.application.id) else { throw Refusal.conflict(.wrongState) }
        return decision
    }
}
