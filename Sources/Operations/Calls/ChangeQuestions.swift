package import Domain
import Postgres
import Store

extension Operations {
    /// Other questions for a call that has not closed. They are a new version: drafts are asked it from now on and keep
    /// what they have answered, and an application that was received keeps its own.
    package func changeQuestions(
        of id: Call.ID, by person: Person, expecting version: Int?,
        _ edit: @Sendable ([Question]) throws -> [Question]
    ) async throws -> Call {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        return try await change { transaction in
            guard let call = try await transaction.lockCall(id) else { throw Refusal.missing }
            try expect(version, is: call.version)
            let instant = try await transaction.now()
            guard call.publishedAt == nil || instant < call.details.closesAt else {
                throw Refusal.conflict(.callIsClosed)
            }
            let edited = try edit(call.questions.questions)
            guard edited != call.questions.questions else { return call }
            var errors = FieldErrors()
            QuestionSet(edited).validate(&errors)
            try errors.check()
            _ = try await transaction.ask(edited, in: id, by: person.id)
            guard let changed = try await transaction.call(id) else { throw Refusal.missing }
            return changed
        }
    }
}
