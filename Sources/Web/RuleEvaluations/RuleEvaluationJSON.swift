import Domain
import Store

extension JSONWriter {
    /// What the rule said at one moment, with each finding and all that it was asked.
    mutating func write(_ evaluation: StoredEvaluation, _ phrases: Phrases) {
        object {
            $0.writeMembers(of: evaluation)
            $0.array("findings", evaluation.findings) { json, finding in json.write(finding, phrases) }
            $0.member("inputs", KeptJSON(text: evaluation.inputs))
        }
    }

    /// The moment and the verdict, without the reasons.
    mutating func writeMembers(of evaluation: StoredEvaluation) {
        member("id", "\(evaluation.number)")
        member("moment", evaluation.moment)
        member("conditionId", evaluation.conditionID)
        member("evaluatedAt", evaluation.evaluatedAt)
        member("ruleVersion", evaluation.ruleVersion)
        member("verdict", evaluation.verdict)
        member("inputsHash", evaluation.hexadecimalHash)
    }

    /// A finding as it is kept, told in the reader's language of today.
    private mutating func write(_ finding: KeptFinding, _ phrases: Phrases) {
        let reason = Finding.Reason(rawValue: finding.reason)
        object {
            $0.member("predicate", finding.predicate)
            $0.member("severity", finding.severity)
            $0.member("verdict", finding.verdict)
            $0.member("eventId", finding.event)
            $0.member("code", finding.reason)
            $0.member("message", reason.map { phrases.message($0) } ?? finding.reason)
            $0.array("libraries", finding.libraries)
            $0.member("mendedBy", reason?.mendedBy)
        }
    }
}

extension RuleMoment: JSONWritable {}
extension Mender: JSONWritable {}

/// JSON that stands in the answer character for character, since its hash was taken so.
private struct KeptJSON: JSONWritable {
    let text: String

    func write(to json: inout JSONWriter) { json.raw(text) }
}

extension StoredEvaluation {
    /// The hash as `sha256sum` writes it.
    var hexadecimalHash: String {
        hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// What the rule was asked; nil if it is of a form that this program does not know, and only stands there as text.
    var readInputs: RuleInputs? {
        get throws { try RuleInputs(canonicalText: inputs) }
    }
}
