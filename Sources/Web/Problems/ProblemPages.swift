import Domain
import HTML

/// `/problems/<code>`: the address that is the type of a problem leads to words about it.
extension Routes {
    mutating func addProblemPages() {
        get("/problems/:code", access: .everyone) { request, _ in
            let name = try request.parameter("code")
            guard let text = request.phrases.explanation(ofCode: name) else { throw Refusal.missing }
            return .page(text.title, for: request) {
                h1(text.title)
                p(text.detail)
                p { code(name) }
            }
        }
    }
}

extension Phrases {
    /// Title and explanation of a problem code, nil where there is no such code.
    func explanation(ofCode code: String) -> (title: String, detail: String)? {
        guard let problem = Problem.examples.first(where: { $0.code == code }) else { return nil }
        return (title(problem), detail(problem))
    }
}

extension Problem {
    /// One problem of each code: everything that the service can say.
    static var examples: [Problem] {
        let plain: [Refusal] = [
            .missing, .notLoggedIn, .stale, .versionNeeded, .invalid([]), .wouldBreach(findings: [], grants: []),
        ]
        let forbidden: Set<Refusal.Reason> = [.roleIsMissing, .conflictOfInterest, .fourEyesDecide]
        let reasons = Refusal.Reason.allCases.map { reason -> Refusal in
            forbidden.contains(reason) ? .notAllowed(reason) : .conflict(reason)
        }
        let rules = Rule.allCases.map { Refusal.broken($0, findings: []) }
        return (plain + reasons + rules).map { Problem($0) }
            + RequestFault.Code.allCases.map { Problem(RequestFault($0)) } + [.outage, .failure]
    }
}
