package import Domain
import Postgres
package import Store

extension Operations {
    /// A call as a new draft for the next year: every date a year on, its money, terms, texts and questions kept, and
    /// nothing committed.
    package func copyCall(
        _ id: Call.ID, by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Call.ID {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        return try await once(request) { transaction in
            guard let call = try await transaction.call(id) else { throw Refusal.missing }
            try expect(version, is: call.version)
            var rule = call.rule
            rule.version = 1
            let copy = Call(
                id: Call.ID(), details: call.details.aYearLater, rule: rule, committed: .zero, publishedAt: nil,
                version: 1)
            try await transaction.insert(copy, by: person.id)
            if !call.questions.questions.isEmpty {
                _ = try await transaction.ask(call.questions.questions, in: copy.id, by: person.id)
            }
            return copy.id
        }
    }
}
