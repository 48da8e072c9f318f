package import Domain
import HTTPTypes

extension Problem {
    /// `application/problem+json` (RFC 9457), in the reader's language. `instance` names the request.
    func write(to json: inout JSONWriter, for request: WebRequest) {
        let phrases = request.phrases
        json.object {
            $0.member("type", Link.problem(code))
            $0.member("title", isMissing ? phrases.resourceIsMissing : phrases.title(self))
            $0.member("status", status.code)
            $0.member("detail", isMissing ? phrases.resourceIsMissingMeans : phrases.detail(self))
            $0.member("instance", "urn:uuid:\(request.id)")
            $0.member("code", code)
            if !errors.isEmpty {
                $0.array("errors", errors) { json, error in json.write(error, phrases) }
            }
            if case .fault(let fault) = summary, let field = fault.field {
                $0.array("errors", [field]) { json, field in json.write(fault, field, phrases.detail(self)) }
            }
            if !findings.isEmpty {
                $0.array("findings", findings) { json, item in json.write(item, phrases, mendedBy: mender(of: item)) }
            }
            if !grants.isEmpty { $0.array("grants", grants) }
        }
    }
}

extension Problem {
    /// Programs ask for resources, not for pages.
    private var isMissing: Bool { summary == .refusal(.missing) }

    /// Of a change that was refused for the sake of a grant the host is who can make another, whatever was found.
    func mender(of finding: Finding) -> Mender? {
        if case .refusal(.wouldBreach) = summary { .host } else { finding.reason.mendedBy }
    }
}

extension JSONWriter {
    /// What is wrong with a parameter or header, and what would have been taken.
    fileprivate mutating func write(_ fault: RequestFault, _ field: String, _ message: String) {
        object {
            $0.member("field", field)
            $0.member("code", fault.code.rawValue)
            $0.member("message", message)
            switch fault.range {
            case .numbers(let least, let most):
                $0.member("minimum", least)
                $0.member("maximum", most)
            case .days(let first, let last):
                $0.member("minimum", first)
                $0.member("maximum", last)
            case nil: if let most = fault.most { $0.member("maximum", most) }
            }
        }
    }

    fileprivate mutating func write(_ error: FieldError, _ phrases: Phrases) {
        object {
            $0.member("field", error.field)
            $0.member("code", error.fault.code)
            $0.member("message", phrases.message(error.fault))
        }
    }

    /// A finding of the funding rule, with the command that would mend it.
    package mutating func write(_ finding: Finding, _ phrases: Phrases) {
        write(finding, phrases, mendedBy: finding.reason.mendedBy)
    }

    fileprivate mutating func write(_ finding: Finding, _ phrases: Phrases, mendedBy mender: Mender?) {
        object {
            $0.member("predicate", finding.predicate)
            $0.member("severity", finding.severity)
            $0.member("verdict", finding.verdict)
            $0.member("eventId", finding.eventID)
            $0.member("code", finding.reason)
            $0.member("message", phrases.message(finding.reason))
            $0.array("libraries", finding.libraries)
            $0.array("cases", finding.cases)
            $0.member("mendedBy", mender)
            if let command = RepairCommand(finding, phrases) {
                command.write(to: &$0)
            } else {
                $0.member("repair", String?.none)
            }
        }
    }

    /// The whole of an evaluation, as `GET …/rule` answers.
    package mutating func write(_ evaluation: Evaluation, _ phrases: Phrases) {
        object {
            $0.member("verdict", evaluation.verdict)
            $0.member("evaluatedAt", evaluation.evaluatedAt)
            $0.member("ruleVersion", evaluation.ruleVersion)
            $0.array("findings", evaluation.findings) { json, finding in json.write(finding, phrases) }
        }
    }
}
