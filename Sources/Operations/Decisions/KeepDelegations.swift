package import Domain
import Postgres
import Store

extension Operations {
    /// Writes a line of the region's delegation order. What was decided under an older line keeps naming that.
    package func addDelegation(_ delegation: Delegation, by person: Person) async throws -> Delegation.ID {
        var errors = FieldErrors()
        delegation.validate(&errors)
        try errors.check()
        try checkKeeper(person)
        try await change { transaction in try await transaction.insert(delegation, by: person.id) }
        return delegation.id
    }

    /// Writes a standard text that holds from its day on. What was decided before keeps the words that it had.
    package func addDecisionText(_ text: DecisionText, by person: Person) async throws {
        try checkKeeper(person)
        try await change { transaction in
            var errors = FieldErrors()
            text.validate(&errors, today: Stockholm.day(try await transaction.now()))
            try errors.check()
            try await transaction.insert(text, by: person.id)
        }
    }
}

/// Who keeps the delegation order and the texts: administrators, who decide nothing themselves.
private func checkKeeper(_ person: Person) throws(Refusal) {
    guard person.has(.administrator) else { throw .notAllowed(.roleIsMissing) }
}
