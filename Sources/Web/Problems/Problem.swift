package import Domain
package import HTTPTypes

/// What a refusal looks like over HTTP, without words. `Problem(…)` is the only table from refusals to HTTP.
package struct Problem: Sendable, Equatable {
    package let status: HTTPResponse.Status
    /// Stable, for programs; `/problems/<code>` explains it.
    package let code: String
    package let summary: Summary
    package var errors: [FieldError] = []
    package var findings: [Finding] = []
    /// Grants that would lose their condition.
    package var grants: [Identifier<Grant>] = []
    package var headers = HTTPFields()

    /// What there is to say.
    package enum Summary: Sendable, Equatable {
        case refusal(Refusal)
        case fault(RequestFault)
        case outage
        case failure
    }

    /// The codes that belong to no reason, rule or fault.
    package enum Code: String, Sendable, CaseIterable {
        case missing, notLoggedIn = "not_logged_in", stale, versionNeeded = "version_needed", invalid
        case wouldBreach = "would_breach", outage, failure
    }

    init(_ status: HTTPResponse.Status, _ code: String, _ summary: Summary) {
        self.status = status
        self.code = code
        self.summary = summary
    }
}

extension Problem {
    /// The table.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .missing: self.init(.notFound, Code.missing.rawValue, .refusal(refusal))
        case .notLoggedIn: self.init(.unauthorized, Code.notLoggedIn.rawValue, .refusal(refusal))
        case .notAllowed(let reason): self.init(.forbidden, reason.rawValue, .refusal(refusal))
        case .conflict(let reason): self.init(Self.status(reason), reason.rawValue, .refusal(refusal))
        case .stale: self.init(.preconditionFailed, Code.stale.rawValue, .refusal(refusal))
        case .versionNeeded: self.init(.preconditionRequired, Code.versionNeeded.rawValue, .refusal(refusal))
        case .invalid(let errors):
            self.init(.unprocessableContent, Code.invalid.rawValue, .refusal(refusal))
            self.errors = errors
        case .broken(let rule, let findings):
            self.init(.unprocessableContent, rule.rawValue, .refusal(refusal))
            self.findings = findings
        case .wouldBreach(let findings, let grants):
            self.init(.conflict, Code.wouldBreach.rawValue, .refusal(refusal))
            self.findings = findings
            self.grants = grants
        }
        addHeaders(refusal)
    }

    /// The same key with other words is no conflict that waiting mends.
    private static func status(_ reason: Refusal.Reason) -> HTTPResponse.Status {
        reason == .keyIsUsed ? .unprocessableContent : .conflict
    }

    private mutating func addHeaders(_ refusal: Refusal) {
        switch refusal {
        case .notLoggedIn: headers[.wwwAuthenticate] = "Bearer"
        case .conflict(.requestIsRunning), .conflict(.somebodyElseIsWorking): headers[.retryAfter] = "1"
        default: break
        }
    }

    package init(_ fault: RequestFault) {
        self.init(fault.status, fault.code.rawValue, .fault(fault))
        if let allow = fault.allow { headers[.allow] = allow }
        if fault.code == .badToken { headers[.wwwAuthenticate] = "Bearer error=\"invalid_token\"" }
        if fault.code == .tooMany { headers[.retryAfter] = "10" }
        if fault.code == .tooSlow || fault.code == .tooLarge { headers[.connection] = "close" }
    }

    /// Something that we need is away; it will be back.
    static var outage: Problem {
        var problem = Problem(.serviceUnavailable, Code.outage.rawValue, .outage)
        problem.headers[.retryAfter] = "1"
        return problem
    }

    /// Something that should not happen has happened.
    static var failure: Problem { Problem(.internalServerError, Code.failure.rawValue, .failure) }
}
