package import Domain
import Postgres
package import Store

extension Person {
    /// Whether the person may make and announce calls.
    package var mayMakeCalls: Bool { has(.caseOfficer) || has(.decisionMaker) || has(.developer) }
}

extension Operations {
    /// A new call that nobody outside the region sees yet.
    package func draftCall(
        _ details: CallDetails, rule: CallRule, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> Call.ID {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        var errors = FieldErrors()
        details.validate(&errors)
        rule.validate(&errors)
        try errors.check()
        return try await once(request) { transaction in
            let call = Call(
                id: Call.ID(), details: details, rule: rule, committed: .zero, publishedAt: nil, version: 1)
            try await transaction.insert(call, by: person.id)
            return call.id
        }
    }
}
