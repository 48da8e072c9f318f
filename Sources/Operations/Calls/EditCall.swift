package import Domain
import Postgres
import Store

extension Operations {
    /// Other words, times or terms for a call. Once it is announced its terms stand: only what nobody has relied on
    /// may change (objectivity, FL 5 §).
    package func editCall(
        _ id: Call.ID, by person: Person, expecting version: Int?,
        _ edit: @Sendable (CallDetails, CallRule) throws -> (CallDetails, CallRule)
    ) async throws -> Call {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        return try await change { transaction in
            guard let call = try await transaction.lockCall(id) else { throw Refusal.missing }
            try expect(version, is: call.version)
            guard call.publishedAt == nil else { throw Refusal.conflict(.wrongState) }
            let (details, rule) = try edit(call.details, call.rule)
            var errors = FieldErrors()
            details.validate(&errors)
            rule.validate(&errors)
            try errors.check()
            let ruleVersion = try await transaction.keep(rule, of: call)
            try await transaction.update(id, details, ruleVersion: ruleVersion)
            guard let edited = try await transaction.call(id) else { throw Refusal.missing }
            return edited
        }
    }
}

extension Transaction {
    /// Keeps the rule as a new version if it is another than the call has, and answers with the version to use.
    fileprivate func keep(_ rule: CallRule, of call: Call) async throws -> Int {
        var next = rule
        next.version = call.rule.version
        guard next != call.rule else { return next.version }
        next.version += 1
        try await insert(next, of: call.id)
        return next.version
    }
}
