import Domain
import Postgres
import Store

extension Transaction {
    /// Keeps what the rule said with all that it was asked, under the SHA-256 of its text's UTF-8. It only inserts, so
    /// that whoever holds an event may call it without climbing the order of the locks.
    func keep(
        _ said: Evaluation, of inputs: RuleInputs, in application: GrantApplication.ID,
        condition: Condition.ID? = nil, moment: RuleMoment
    ) async throws {
        let text = inputs.canonicalText
        try await insert(
            said, of: application, condition: condition, moment: moment, inputs: text,
            hash: Array(text.utf8).sha256)
    }
}

extension StoredEvaluation {
    /// Whether the hash is that of the inputs, and the rule says of them today what it said then.
    package var isRepeatable: Bool {
        get throws {
            guard Array(inputs.utf8).sha256 == hash,
                let again = try RuleInputs(canonicalText: inputs)?.evaluation
            else { return false }
            return again.evaluatedAt == evaluatedAt && again.ruleVersion == ruleVersion && again.verdict == verdict
                && again.findings.map(KeptFinding.init) == findings
        }
    }
}
